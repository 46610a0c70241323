import { z } from "zod";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import { OUTCOMES } from "@/domain/message/apply-receipt";
import { FAULT_CODES } from "@/domain/message/fault";
import { MEANINGS } from "@/domain/message/receipt-status";
import { id, instant } from "./scalars";

const shipment = z.object({ id, reference: z.string() });
const meaning = z.enum(MEANINGS).nullable();
export const MESSAGE_KINDS = ["inventory", "declaration", "return", "cancellation"] as const;
const kind = z.enum(MESSAGE_KINDS);

export const messageRowView = z.object({
  id,
  shipment,
  kind,
  number: z.string(),
  version: z.number().int(),
  state: z.enum(EXCHANGE_STATES),
  /** The authority's code, and what it says; null while it said nothing that counts. */
  status: z.string().nullable(),
  meaning,
  contested: z.enum(["final", "number"]).nullable(),
  /** How many facts are missing that its form asks for. */
  faultCount: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
});

const fault = z.object({
  code: z.enum(FAULT_CODES),
  form: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  value: z.string().nullable(),
  expected: z.string().nullable(),
});

export const answerView = z.object({
  id,
  kind: z.enum(["receipt", "schema_error", "tax_bill", "unreadable"]),
  number: z.string().nullable(),
  status: z.string().nullable(),
  meaning,
  returnedAt: z.string().nullable(),
  /** The number that the authority gave to what it entered; null where the answer gives none. */
  entryNumber: z.string().nullable(),
  arrivedAt: instant,
  via: z.enum(["push", "poll", "reconciliation"]),
  outcome: z.enum(OUTCOMES),
  /** Why it waits for a person; null where it does not. */
  why: z.string().nullable(),
  texts: z.array(z.object({ code: z.string().nullable(), text: z.string(), at: z.string().nullable() })),
  ruling: z.object({ act: z.enum(["attach", "dismiss", "decide"]), reason: z.string(), at: instant }).nullable(),
});

export const messageView = messageRowView.extend({
  guid: z.string(),
  syntax: z.string(),
  sha256: z.string().nullable(),
  attempts: z.number().int(),
  preEntryNumber: z.string().nullable(),
  entryNumber: z.string().nullable(),
  faults: z.array(fault),
  /** In the order of their coming. */
  answers: z.array(answerView),
});

/** One message with all versions of what it states, the first one first. */
export const messageDetailView = messageView.extend({ versions: z.array(messageRowView) });

/** How many messages stand how, and how many answers wait for a person; each is `counted`. */
export interface MessageCountsView extends Readonly<Record<MessageRowView["state"], number>> {
  readonly quarantine: number;
}

export const channelView = z.object({
  id,
  kind: z.enum(["simulator", "https"]),
  address: z.string(),
  generalSyntax: z.enum(["edifact", "wco-json", "wco-xml"]),
  state: z.enum(["in_force", "suspended"]),
  isBinding: z.boolean(),
  windows: z.array(z.object({ from: instant, until: instant })),
  parties: z.record(z.string(), z.string()),
  answerWithinMinutes: z.number().int(),
  pollEverySeconds: z.number().int(),
  reconciledAt: instant.nullable(),
  /** What the last comparisons with the authority's list found, the newest first. */
  differences: z.array(
    z.object({
      id,
      day: z.string(),
      kind: z.enum(["missing_there", "missing_here", "differing"]),
      guid: z.string(),
      messageId: id.nullable(),
      ours: z.string().nullable(),
      theirs: z.string().nullable(),
    }),
  ),
});

export type MessageRowView = z.infer<typeof messageRowView>;
export type MessageDetailView = z.infer<typeof messageDetailView>;
export type MessageFaultView = z.infer<typeof fault>;
export type MessageView = z.infer<typeof messageView>;
export type AnswerView = z.infer<typeof answerView>;
export type ChannelView = z.infer<typeof channelView>;
export type MessageState = MessageRowView["state"];
