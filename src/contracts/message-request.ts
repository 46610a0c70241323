import { z } from "zod";
import { REGIMES } from "@/domain/declaration/declaration";
import { ACTIONS, SUBMISSIONS } from "@/domain/message/forms";
import { DECLARATION_FACTS, DECLARATION_LINE_FACTS } from "@/domain/message/project-declaration";
import { INVENTORY_FACTS, INVENTORY_LINE_FACTS } from "@/domain/message/project-inventory";
import type { Sourced } from "@/domain/shared/sourced";
import { NO_ADJUSTMENTS } from "@/domain/valuation/adjustments";

/** A request to make a message from a declaration whose values are given as texts, without documents. */

const typed = z
  .string()
  .min(1)
  .transform(
    (value): Sourced<string> => ({
      value,
      source: {
        fieldId: null,
        documentId: null,
        page: null,
        box: null,
        confidence: 1,
        method: "typed",
        confirmedBy: null,
      },
    }),
  );
const typedOrNull = typed.nullable().default(null);
const text = z.string().nullable().default(null);

/** A text or nothing under each of the names, and no other. */
function textsOf<N extends string>(names: readonly N[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, text])) as Record<N, typeof text>);
}

const declaration = z
  .strictObject({
    regime: z.enum(REGIMES),
    invoiceNumber: typed,
    invoiceDate: typed,
    seller: typed,
    buyer: typed,
    consignee: typedOrNull,
    currency: typed,
    invoiceTotal: typed,
    incoterm: typed,
    freight: typedOrNull,
    insurance: typedOrNull,
    transportNumber: typed,
    portOfLoading: typedOrNull,
    portOfDischarge: typedOrNull,
    packages: typed,
    grossWeightKg: typed,
    netWeightKg: typedOrNull,
    lines: z
      .array(
        z.strictObject({
          description: typed,
          commodityCode: typed,
          quantity: typed,
          unit: typedOrNull,
          unitPrice: typedOrNull,
          amount: typed,
          origin: typed,
          netWeightKg: typedOrNull,
        }),
      )
      .min(1),
  })
  .transform((given) => ({
    ...given,
    adjustments: NO_ADJUSTMENTS,
    preference: null,
    consumer: null,
    lines: given.lines.map((line, index) => ({ number: index + 1, ...line })),
  }));

const dispatch = z.strictObject({
  messageId: z.string(),
  sentAt: z.string(),
  action: z.enum(ACTIONS),
  submission: z.enum(SUBMISSIONS),
  transfer: z.strictObject({ senderCode: z.string(), senderName: z.string(), channelId: z.string(), note: text }),
});

const document = z.strictObject({ type: z.string(), number: z.string() });
const duty = z.strictObject({ tax: z.string(), rate: text, base: z.string(), amount: z.string() });

const inventoryFacts = textsOf(INVENTORY_FACTS).extend({ lines: z.array(textsOf(INVENTORY_LINE_FACTS)) });
const declarationFacts = textsOf(DECLARATION_FACTS).extend({
  messageId: z.string(),
  documents: z.array(document).default([]),
  previousDocuments: z.array(document.extend({ line: text })).default([]),
  lines: z.array(
    textsOf(DECLARATION_LINE_FACTS).extend({
      duties: z.array(duty).default([]),
      documents: z.array(document).default([]),
    }),
  ),
});

/** An application about a list that was sent: `list` is the path of its file, beside the request. */
const application = { list: z.string(), entryNumber: z.string().nullable(), reason: z.string(), dispatch } as const;

export const messageRequestSchema = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("inventory"), declaration, facts: inventoryFacts, dispatch }),
  z.strictObject({ form: z.literal("declaration"), declaration, facts: declarationFacts }),
  z.strictObject({ form: z.literal("cancellation"), ...application }),
  z.strictObject({ form: z.literal("return"), ...application, returned: z.record(z.string(), z.string()) }),
]);
export type MessageRequest = z.infer<typeof messageRequestSchema>;
