import type { Failure } from "@/contracts/problem";
import { MAX_ATTEMPTS, maintenanceUntil, type WaitReason, waitAfter } from "@/domain/exchange/message-state";
import type { MessageFault } from "@/domain/message/fault";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { composeMessage } from "./compose-message";
import type { AuthorityTransport, ChannelRecord, ExchangeMessageRecord, MessageSigner } from "./exchange-record";
import { noticeMessage } from "./give-notice";
import { isBehindCancellation, isTakenBack, listsToCancel } from "./list-standing";
import { found } from "./load";
import type { CodecOf } from "./message-codec";
import { owePolling, oweSending } from "./owe-message";
import { DependencyError, type Transaction, type UnitOfWork, type World } from "./ports";

export interface SendingPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly codecOf: CodecOf;
  readonly signer: MessageSigner;
  readonly transport: AuthorityTransport;
}

interface Ready {
  readonly channel: ChannelRecord;
  readonly message: ExchangeMessageRecord;
  readonly bytes: Uint8Array;
}

/**
 * Sends a message. Its bytes are made once and kept before anything leaves the house, and its guid is the key under
 * which the authority takes it: whoever dies between sending and writing that down sends the same again, which means
 * nothing new. What fails is tried again with growing waits; in a maintenance it waits in the queue.
 */
export async function sendMessage(
  ports: SendingPorts,
  actor: Actor,
  jobId: string,
  messageId: string,
): Promise<Result<void, Failure>> {
  const ready = await ports.inTransaction<Ready | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "exchange");
    if (!allowed.ok) return allowed;
    return prepare(tx, ports, jobId, messageId);
  });
  if (!ready.ok) return ready;
  if (ready.value === null) return ok(undefined);
  const failure = await attempt(ports, ready.value);
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.lockShipment(ready.value?.message.shipmentId ?? "");
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    const message = found(await tx.exchange.message(messageId), "message");
    if (!message.ok) return message;
    await (failure
      ? recordFailure(tx, ports.world, message.value, failure)
      : recordSent(tx, ports.world, message.value));
    await tx.announce(message.value.organisationId, message.value.shipmentId, {});
    return ok(undefined);
  });
}

async function prepare(
  tx: Transaction,
  { world, codecOf }: SendingPorts,
  jobId: string,
  messageId: string,
): Promise<Result<Ready | null, Failure>> {
  const known = found(await tx.exchange.message(messageId), "message");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  const loaded = found(await tx.exchange.message(messageId), "message");
  if (!loaded.ok) return loaded;
  const message = loaded.value;
  const channel = found(await tx.exchange.channel(message.channelId), "channel");
  if (!channel.ok) return channel;
  if (message.state === "queued" && !(await stands(tx, message))) {
    await tx.exchange.saveMessage({ ...message, state: "failed", lastError: "taken_back" });
    await tx.outbox.complete(jobId);
    await tx.announce(message.organisationId, message.shipmentId, {});
    return ok(null);
  }
  const waits = await whyWait(tx, world, channel.value, message);
  if (waits !== null) {
    await tx.outbox.complete(jobId);
    await keepWaiting(tx, message, waits);
    return ok(null);
  }
  const composed = message.raw ? ok(message.raw) : await composeMessage(tx, world, codecOf, channel.value, message);
  if (!composed.ok) {
    await tx.exchange.saveMessage({
      ...message,
      state: "failed",
      faults: composed.error.map(withoutPeople),
      lastError: "not_complete",
    });
    await noticeMessage(tx, world, message, "failed");
    await tx.outbox.complete(jobId);
    await tx.announce(message.organisationId, message.shipmentId, {});
    return ok(null);
  }
  // Counted before it leaves, so that a message on which the process dies is not tried for ever.
  const counted = { ...message, raw: composed.value, faults: [], attempts: message.attempts + 1 };
  await tx.exchange.saveMessage(counted);
  return ok({ channel: channel.value, message: counted, bytes: composed.value });
}

/** Whether what the message states still does: what was withdrawn, amended, refused or called off is not sent any more. */
async function stands(tx: Transaction, message: ExchangeMessageRecord): Promise<boolean> {
  const { kind, shipmentId, subjectId, declarationId } = message;
  // What was withdrawn stays so: that it is cancelled is stated whatever is lodged since.
  if (kind === "cancellation") return true;
  if (kind === "return") return (await tx.goodsReturns.get(subjectId ?? ""))?.state !== "cancelled";
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  if (exit === null || exit.state === "documented" || exit.state === "refused") return false;
  return (await tx.declarations.latest(shipmentId))?.id === declarationId || mayHaveArrived(tx, message);
}

/**
 * Whether an amended message is sent on all the same: an attempt that seemed to fail may have arrived, and what amends it
 * has to change it. Not once that has left, for it would be overtaken; and not what a cancellation takes back.
 */
async function mayHaveArrived(tx: Transaction, message: ExchangeMessageRecord): Promise<boolean> {
  if (message.attempts === 0) return false;
  const versions = await tx.exchange.versions(message.kind, message.number);
  if (versions.some(({ version, attempts }) => version > message.version && attempts > 0)) return false;
  return !isTakenBack(await listsToCancel(tx, message.shipmentId), message);
}

const PEOPLE = ["buyerIdNumber", "buyerName", "buyerTelephone", "consigneeAddress"];

/** What is wrong with a value that names a person is said without the value: faults are kept in clear. */
function withoutPeople(fault: MessageFault): MessageFault {
  const names = [fault.field, fault.from ?? ""].map((path) => path.split(/[./]/).at(-1) ?? "");
  return names.some((name) => PEOPLE.includes(name)) ? { ...fault, value: null } : fault;
}

type Waiting = { readonly why: WaitReason; readonly until: Date | null };

/** Why a message has to wait and until when, null where a change of the channel sends it; `over` where nothing is to be sent. */
async function whyWait(
  tx: Transaction,
  world: World,
  channel: ChannelRecord,
  message: ExchangeMessageRecord,
): Promise<Waiting | "over" | null> {
  if (message.state !== "queued") return "over";
  if (channel.state === "suspended") return { why: "channel_suspended", until: null };
  const until = maintenanceUntil(channel.windows, world.now());
  if (until) return { why: "in_maintenance", until };
  const after = (attempts: number) => new Date(world.now().getTime() + waitAfter(attempts));
  // A change never overtakes what it changes.
  const versions = await tx.exchange.versions(message.kind, message.number);
  const isBehind = versions.some(({ version, state }) => version < message.version && state === "queued");
  if (isBehind) return { why: "behind_version", until: after(1) };
  const isHeld = isBehindCancellation(await listsToCancel(tx, message.shipmentId), message);
  return isHeld ? { why: "behind_cancellation", until: after(CANCELLATION_TAKES) } : null;
}

/** Whoever looks at a message that waits reads what it waits for. */
async function keepWaiting(tx: Transaction, message: ExchangeMessageRecord, waiting: Waiting | "over"): Promise<void> {
  if (waiting === "over") return;
  if (message.lastError !== waiting.why) {
    await tx.exchange.saveMessage({ ...message, lastError: waiting.why });
    await tx.announce(message.organisationId, message.shipmentId, {});
  }
  if (waiting.until) await oweSending(tx, message, waiting.until);
}

/** Customs answer an application in minutes or days: as long as after so many attempts, 40 s. */
const CANCELLATION_TAKES = 4;

interface SendingFailure {
  readonly words: string;
  readonly isRetryable: boolean;
}

async function attempt(
  { signer, transport }: SendingPorts,
  { channel, message, bytes }: Ready,
): Promise<SendingFailure | null> {
  try {
    const signature = await signer.sign(channel, bytes);
    await transport.send(channel, { guid: message.guid, kind: message.kind, bytes, signature });
    return null;
  } catch (error) {
    if (error instanceof DependencyError) return { words: error.message, isRetryable: error.retryable };
    throw error;
  }
}

async function recordFailure(
  tx: Transaction,
  world: World,
  message: ExchangeMessageRecord,
  { words, isRetryable }: SendingFailure,
): Promise<void> {
  // An answer came though the sending seemed to fail: the authority has it.
  if (message.state !== "queued") return;
  const isOver = !isRetryable || message.attempts >= MAX_ATTEMPTS;
  await tx.exchange.saveMessage({ ...message, lastError: words, state: isOver ? "failed" : "queued" });
  if (isOver) await noticeMessage(tx, world, message, "failed");
  if (!isOver) await oweSending(tx, message, new Date(world.now().getTime() + waitAfter(message.attempts)));
}

async function recordSent(tx: Transaction, world: World, message: ExchangeMessageRecord): Promise<void> {
  const { organisationId, shipmentId, id, kind, number, version } = message;
  if (message.state === "queued") {
    // What is sent anew is looked for in the list of the day on which it was.
    await tx.exchange.saveMessage({ ...message, state: "sent", sentAt: world.now(), lastError: null });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "message_sent",
      actor: "system",
      stage: "bonded_exit",
      subject: id,
      facts: { kind, number, version: String(version) },
    });
  }
  const channel = await tx.exchange.channel(message.channelId);
  if (channel) await owePolling(tx, world, channel);
}
