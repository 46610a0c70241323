import { v7 } from "uuid";
import type { Actor } from "@/application/actor";
import { askReconciliation, changeChannel } from "@/application/keep-channel";
import { giveMessageFacts, resendMessage } from "@/application/mend-message";
import { attachAnswer, dismissAnswer, ruleContested } from "@/application/rule-answer";
import { showAnswer, showMessage } from "@/application/show-content";
import { openTestChannel } from "./exchange";
import { type House, must } from "./house";

type Kind = "shipmentId" | "channelId" | "messageId" | "answerId";

interface Things {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Readonly<Record<Kind, string>>;
}

/** Gives the first broker a channel, a message that failed, and an answer that waits: what a stranger could act on. */
export async function exchangeOf(house: House, shipmentId: string) {
  const channelId = await openTestChannel(house);
  const [messageId, answerId] = [v7(), v7()];
  const sealed = house.vault.seal(house.broker.organisationId, "");
  await house.sql.query(
    `insert into authority_message (organisation_id, id, channel_id, shipment_id, declaration_id, kind, number, guid,
       version, syntax, state, sha256, raw, created_at)
     select organisation_id, $1, $2, shipment_id, id, 'declaration', 'TG-FOREIGN', 'GUID-FOREIGN', 1, 'edifact', 'failed',
       repeat('0', 64), $4, now() from declaration where shipment_id = $3`,
    [messageId, channelId, shipmentId, sealed],
  );
  await house.sql.query(
    `insert into authority_receipt (organisation_id, id, channel_id, kind, key, outcome, why, raw, sha256, via, arrived_at)
     values ($1, $2, $3, 'unreadable', repeat('0', 64), 'quarantined', 'unreadable', $4, repeat('0', 64), 'poll', now())`,
    [house.broker.organisationId, answerId, channelId, sealed],
  );
  return { channelId, messageId, answerId };
}

/** What a stranger could try with the messages of another organisation. */
export function exchangeActs({ house, actor, ids }: Things) {
  return {
    giveMessageFacts: () => giveMessageFacts(house().inTransaction, actor(), ids().shipmentId, { areaCode: "1" }),
    resendMessage: () => resendMessage(house().inTransaction, actor(), ids().messageId),
    attachAnswer: () =>
      attachAnswer(house(), actor(), ids().answerId, { messageId: ids().messageId, reason: "because" }),
    dismissAnswer: () => dismissAnswer(house(), actor(), ids().answerId, "because"),
    ruleContested: () =>
      ruleContested(house(), actor(), ids().messageId, { receiptId: ids().answerId, reason: "because" }),
    showMessage: () => showMessage(house().inTransaction, actor(), ids().messageId),
    showAnswer: () => showAnswer(house().inTransaction, actor(), ids().answerId),
    changeChannel: () => changeChannel(house(), actor(), ids().channelId, { state: "suspended" }),
    askReconciliation: () => askReconciliation(house(), actor(), ids().channelId),
  };
}

/** What a stranger reads of the exchange: nothing. */
export function exchangeQueries({ house, actor, ids }: Things) {
  const page = { limit: 50 };
  const none = { rows: [], nextCursor: null };
  return {
    listMessages: [async () => must(await house().queries.listMessages(actor(), page)), none],
    listMessagesOf: [async () => house().queries.listMessagesOf(actor(), ids().shipmentId), null],
    listQuarantine: [async () => must(await house().queries.listQuarantine(actor(), page)), none],
    listChannels: [async () => must(await house().queries.listChannels(actor())), []],
    countMessages: [
      async () => must(await house().queries.countMessages(actor())),
      { queued: 0, sent: 0, unanswered: 0, answered: 0, failed: 0, contested: 0, quarantine: 0 },
    ],
    getMessage: [async () => must(await house().queries.getMessage(actor(), ids().messageId)), null],
  } as const;
}
