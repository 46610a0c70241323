import { z } from "zod";
import {
  ANSWER_KINDS,
  type AnswerRecord,
  ARRIVALS,
  CHANNEL_KINDS,
  type ChannelRecord,
  EXCHANGE_KINDS,
  type ExchangeMessageRecord,
  GENERAL_SYNTAXES,
  type MessageMark,
  WITHDRAWAL_REASONS,
} from "@/application/exchange-record";
import { SYNTAXES } from "@/application/message-codec";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import { OUTCOMES } from "@/domain/message/apply-receipt";
import type { MessageFault } from "@/domain/message/fault";
import type { ReceiptMessage } from "@/domain/message/message";
import type { AuthorityChannel, AuthorityMessage, AuthorityReceipt } from "./generated/client";
import type { Scope } from "./scope";
import { openJson } from "./sealed";

export const maintenanceWindow = z.object({ from: z.iso.datetime(), until: z.iso.datetime() });
const channel = z.object({
  kind: z.enum(CHANNEL_KINDS),
  generalSyntax: z.enum(GENERAL_SYNTAXES),
  state: z.enum(["in_force", "suspended"]),
  windows: z.array(maintenanceWindow),
  parties: z.record(z.string(), z.string()),
});
const message = z.object({
  reason: z.enum(WITHDRAWAL_REASONS).nullable(),
  kind: z.enum(EXCHANGE_KINDS),
  syntax: z.enum(SYNTAXES),
  state: z.enum(EXCHANGE_STATES),
  contested: z.enum(["final", "number"]).nullable(),
});
const answer = z.object({
  kind: z.enum(ANSWER_KINDS),
  outcome: z.enum(OUTCOMES),
  via: z.enum(ARRIVALS),
});

/** The row of a channel as use cases see it, with its secret opened. */
export function toChannel({ vault }: Scope, row: AuthorityChannel): ChannelRecord {
  return { ...row, ...channel.parse(row), secret: vault.open(row.organisationId, row.secret) };
}

/** The row of a message as use cases see it, with its bytes opened. */
export function toMessage(scope: Scope, { sha256: _hash, raw, ...row }: AuthorityMessage): ExchangeMessageRecord {
  return {
    ...row,
    ...message.parse(row),
    raw: raw && openBytes(scope, row.organisationId, raw),
    // Written by this repository alone, in the shape that it has.
    faults: row.faults as unknown as readonly MessageFault[],
  };
}

/** A message without its bytes. */
export function toMark(row: Omit<MessageMark, "state"> & { readonly state: string }): MessageMark {
  return { ...row, state: message.shape.state.parse(row.state) };
}

/** The row of an answer as use cases see it, opened. */
export function toAnswer(scope: Scope, { sha256: _hash, content, raw, ...row }: AuthorityReceipt): AnswerRecord {
  return {
    ...row,
    ...answer.parse(row),
    why: row.why as AnswerRecord["why"],
    receipt: content && openJson<ReceiptMessage>(scope, row.organisationId, content),
    raw: openBytes(scope, row.organisationId, raw),
  };
}

/** Bytes that were sealed as base64. */
export function openBytes({ vault }: Scope, organisationId: string, sealed: Uint8Array): Uint8Array {
  return Buffer.from(vault.open(organisationId, sealed), "base64");
}
