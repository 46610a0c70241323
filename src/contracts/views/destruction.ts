import { z } from "zod";
import { DESTRUCTION_ACTS, DESTRUCTION_REASONS, DESTRUCTION_STATES } from "@/domain/destruction/destruction";
import { id, instant } from "./scalars";

const day = z.string();
/** A plain decimal in declared units. */
const quantity = z.string();

export const destructionRowView = z.object({
  id,
  number: z.string(),
  state: z.enum(DESTRUCTION_STATES),
  reason: z.enum(DESTRUCTION_REASONS),
  place: z.string(),
  appointedOn: day,
  book: z.object({ id, emsNo: z.string(), company: z.string(), customsCode: z.string() }),
  /** How many lots it is for, and what the first of them holds. */
  lots: z.number().int(),
  goods: z.string(),
});

export const destructionView = destructionRowView.extend({
  note: z.string(),
  approvedOn: day.nullable(),
  destroyedOn: day.nullable(),
  /** The names of the two witnesses. */
  statedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  residue: z.object({ description: z.string(), value: z.string(), currency: z.string() }).nullable(),
  /** Whether what is left is of worth, and so is declared when it is sold. */
  isResidueDeclared: z.boolean(),
  certificate: z.object({ number: z.string(), issuer: z.string(), issuedOn: day }).nullable(),
  lines: z.array(
    z.object({
      number: z.number().int(),
      itemNo: z.number().int(),
      description: z.string(),
      commodityCode: z.string(),
      origin: z.string(),
      unit: z.string(),
      lotNumber: z.string(),
      expiresOn: day.nullable(),
      quantity,
      destroyed: quantity.nullable(),
      /** What the certificate did to the stock of the item; null before it, and for who does not keep the book. */
      statement: z.object({ before: quantity, moved: quantity, after: quantity }).nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      act: z.enum(["apply", ...DESTRUCTION_ACTS]),
      by: z.string(),
      at: instant,
      reason: z.string().nullable(),
    }),
  ),
  /** The acts that the reader may do now. */
  acts: z.array(z.enum(DESTRUCTION_ACTS)),
  /** The sources of the law: that no duty falls due, and that sold residue is declared. */
  citations: z.object({ duty: z.string().nullable(), residue: z.string().nullable() }),
});

export type DestructionRowView = Readonly<z.infer<typeof destructionRowView>>;
export type DestructionView = Readonly<z.infer<typeof destructionView>>;
