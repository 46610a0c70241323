import type { Failure } from "@/contracts/problem";
import type { ReceiptMessage, TaxBillMessage } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { AnswerRecord, AnswerRuling, ExchangeMessageRecord } from "./exchange-record";
import { found } from "./load";
import { queueWaiting } from "./mend-message";
import type { ReadAnswers } from "./message-codec";
import type { Transaction, UnitOfWork, World } from "./ports";
import { addressedTo, apply, follow } from "./take-answers";
import { recordBill } from "./take-tax-bill";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Says that an answer in quarantine is about a message of ours; it counts as if it had named it. */
export function attachAnswer(
  ports: Ports & { readonly readAnswers: ReadAnswers },
  actor: Actor,
  answerId: string,
  { messageId, reason }: { readonly messageId: string; readonly reason: string },
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const answer = await quarantined(tx, actor, answerId);
    if (!answer.ok) return answer;
    return attach(tx, ports, actor, answer.value, { messageId, reason });
  });
}

async function attach(
  tx: Transaction,
  ports: Ports & { readonly readAnswers: ReadAnswers },
  actor: Actor,
  { id: answerId, receipt, why, kind, raw }: AnswerRecord,
  { messageId, reason }: { readonly messageId: string; readonly reason: string },
): Promise<Result<void, Failure>> {
  const bill = kind === "tax_bill" ? billIn(ports.readAnswers(raw)) : null;
  if ((!receipt && !bill) || why !== "unknown_number")
    return err({ kind: "invalid_input", pointer: "/messageId", fault: "answer_not_attachable" });
  const message = found(await tx.exchange.message(messageId), "message");
  if (!message.ok) return message;
  if (message.value.attempts === 0)
    return err({ kind: "invalid_input", pointer: "/messageId", fault: "message_not_sent" });
  await tx.lockShipment(message.value.shipmentId);
  if (bill) {
    const recorded = await recordBill(tx, ports.world, actor.id, message.value.shipmentId, bill.head);
    if (!recorded.ok) return recorded;
  }
  if (receipt) await applyTo(tx, ports.world, message.value, receipt);
  return rule(tx, ports.world, actor, { act: "attach", receiptId: answerId, messageId, reason });
}

function billIn(read: ReturnType<ReadAnswers>): TaxBillMessage | null {
  const [bill] = read.ok ? read.value : [];
  return bill?.kind === "tax_bill" ? bill : null;
}

async function applyTo(
  tx: Transaction,
  world: World,
  message: ExchangeMessageRecord,
  receipt: ReceiptMessage,
): Promise<void> {
  const all = await tx.exchange.versions(message.kind, message.number);
  const sent = all.filter(({ attempts }) => attempts > 0);
  await apply(tx, world, sent, addressedTo(message, receipt));
}

/** Says that an answer in quarantine is about nothing of ours, with the reason. It stays kept. */
export function dismissAnswer(
  ports: Ports,
  actor: Actor,
  answerId: string,
  reason: string,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const answer = await quarantined(tx, actor, answerId);
    if (!answer.ok) return answer;
    return rule(tx, ports.world, actor, { act: "dismiss", receiptId: answerId, messageId: null, reason });
  });
}

/**
 * Rules which of the answers that contradict each other counts. The ruling stands, whatever comes after it; what waited for
 * the number that it settles is made and sent.
 */
export function ruleContested(
  ports: Ports,
  actor: Actor,
  messageId: string,
  { receiptId, reason }: { readonly receiptId: string; readonly reason: string },
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_messages");
    if (!allowed.ok) return allowed;
    const known = found(await tx.exchange.message(messageId), "message");
    if (!known.ok) return known;
    await tx.lockShipment(known.value.shipmentId);
    const message = found(await tx.exchange.message(messageId), "message");
    if (!message.ok) return message;
    const answers = await tx.exchange.answersTo([messageId]);
    const chosen = answers.find(({ id, receipt }) => id === receiptId && receipt !== null);
    if (message.value.state !== "contested")
      return err({ kind: "invalid_input", pointer: "/id", fault: "message_not_contested" });
    if (!chosen) return err({ kind: "not_found", what: "answer" });
    const ruled = await rule(tx, ports.world, actor, { act: "decide", receiptId, messageId, reason });
    if (!ruled.ok) return ruled;
    const decided = decidedBy(message.value, chosen);
    await tx.exchange.saveMessage(decided);
    await follow(tx, ports.world, decided);
    if (decided.entryNumber !== message.value.entryNumber) await queueWaiting(tx, decided);
    return ok(undefined);
  });
}

function decidedBy(
  message: ExchangeMessageRecord,
  { receipt, status, returnedAt }: AnswerRecord,
): ExchangeMessageRecord {
  return {
    ...message,
    state: "answered",
    contested: null,
    status,
    statusAt: returnedAt,
    preEntryNumber: receipt?.numbers.preEntryNumber ?? message.preEntryNumber,
    entryNumber: receipt?.numbers.entryNumber ?? message.entryNumber,
  };
}

async function quarantined(tx: Transaction, actor: Actor, answerId: string): Promise<Result<AnswerRecord, Failure>> {
  const allowed = authorise(actor, "keep_messages");
  if (!allowed.ok) return allowed;
  const answer = found(await tx.exchange.answer(answerId), "answer");
  if (!answer.ok) return answer;
  return answer.value.outcome === "quarantined"
    ? answer
    : err({ kind: "invalid_input", pointer: "/id", fault: "answer_not_quarantined" });
}

async function rule(
  tx: Transaction,
  world: World,
  actor: Actor,
  ruling: Omit<AnswerRuling, "by">,
): Promise<Result<void, Failure>> {
  const { organisationId, id: by } = actor;
  if (!(await tx.exchange.rule({ ...ruling, organisationId, id: world.newId(), by })))
    return err({ kind: "invalid_input", pointer: "/id", fault: "answer_ruled" });
  const { act, receiptId, messageId } = ruling;
  await tx.audit.add(`answer_${act}`, "authority_receipt", receiptId, messageId ? { message: messageId } : {});
  return ok(undefined);
}
