import type { AnswerQuarantine, AnswerRecord, Arrival, ChannelRecord } from "./exchange-record";
import { giveNotice } from "./give-notice";
import type { Transaction, World } from "./ports";

/** What came in one file of the authority. */
export interface Arrived {
  readonly channel: ChannelRecord;
  readonly bytes: Uint8Array;
  readonly via: Arrival;
}

/** What became of what a file held, in its order. */
export type Taken = readonly Pick<AnswerRecord, "kind" | "outcome" | "why" | "messageId">[];

/** What is known of an answer that says nothing. */
export const NOTHING = {
  messageId: null,
  shipmentId: null,
  number: null,
  status: null,
  returnedAt: null,
  receipt: null,
} as const;

type Kept = Omit<AnswerRecord, "organisationId" | "id" | "channelId" | "raw" | "via" | "arrivedAt">;

/** Writes down an answer and what became of it. */
export async function keep(
  tx: Transaction,
  world: World,
  { channel, bytes, via }: Arrived,
  kept: Kept,
): Promise<Taken[number]> {
  const { organisationId, id: channelId } = channel;
  const id = world.newId();
  await tx.exchange.addAnswer({
    ...kept,
    ...{ organisationId, channelId, via, raw: bytes, id },
    arrivedAt: world.now(),
  });
  if (kept.outcome === "quarantined")
    await giveNotice(tx, world, { organisationId, kind: "answer_quarantined", subjectId: id, occasion: id });
  const { kind, outcome, why, messageId } = kept;
  return { kind, outcome, why, messageId };
}

/** The outcome of what waits for a person, unless the same waits or counted already. */
export async function again(
  tx: Transaction,
  key: string,
  why: AnswerQuarantine,
): Promise<Pick<AnswerRecord, "outcome" | "why">> {
  return (await tx.exchange.isKnown(key)) ? { outcome: "duplicate", why: null } : { outcome: "quarantined", why };
}
