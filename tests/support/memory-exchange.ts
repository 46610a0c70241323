import { createHash } from "node:crypto";
import type {
  AnswerRecord,
  AnswerRuling,
  ChannelRecord,
  ExchangeMessageRecord,
  ExchangeStore,
} from "@/application/exchange-record";
import type { Transaction, UnitOfWork, World } from "@/application/ports";
import type { JobMessage } from "@/contracts/jobs";
import { profileOf } from "@/domain/exchange/message-state";
import type { Difference } from "@/domain/exchange/reconcile";
import { finalCodes } from "@/domain/message/receipt-status";

interface Owed {
  readonly id: string;
  readonly message: JobMessage;
  readonly key?: string;
  at: number;
  isDone: boolean;
}

/** The day in China, eight hours ahead. */
function dayOf(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A store of the exchange in memory, with a clock that the test moves. It keeps the walls of the database that matter. */
export function createMemoryExchange(startMs: number) {
  let now = startMs;
  let ids = 0;
  const channels = new Map<string, ChannelRecord>();
  const messages = new Map<string, ExchangeMessageRecord>();
  const answers: AnswerRecord[] = [];
  const rulings: AnswerRuling[] = [];
  const differences: Difference[] = [];
  const owed: Owed[] = [];
  const effects: string[] = [];
  const bills: string[] = [];
  const world: World = {
    now: () => new Date(now),
    today: () => dayOf(now),
    dayOf: (instant) => dayOf(instant.getTime()),
    newId: () => {
      ids += 1;
      return `00000000-0000-7000-8000-${String(ids).padStart(12, "0")}`;
    },
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    digest: (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest()),
    newSalt: () => new Uint8Array(32).fill(7),
  };
  const all = () => [...messages.values()];
  const newest = (found: readonly ExchangeMessageRecord[]) => found.at(-1) ?? null;
  const exchange: ExchangeStore = {
    lock: async () => undefined,
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    channel: async (id) => channels.get(id) ?? null,
    channelInForce: async () => [...channels.values()].find(({ state }) => state === "in_force") ?? null,
    lastChannel: async () =>
      [...channels.values()].sort(
        (a, b) => a.state.localeCompare(b.state) || b.inForceSince.getTime() - a.inForceSince.getTime(),
      )[0] ?? null,
    gatesOf: async () => [],
    addChannel: async (channel) => void channels.set(channel.id, channel),
    changeChannel: async (id, changes) => {
      const channel = channels.get(id);
      if (channel) channels.set(id, { ...channel, ...changes });
    },
    message: async (id) => messages.get(id) ?? null,
    messageOfGuid: async (guid) => newest(all().filter((each) => each.guid === guid)),
    messageOfEntry: async (entryNumber) => newest(all().filter((each) => each.entryNumber === entryNumber)),
    messageOfDeclaration: async (id) => newest(all().filter((each) => each.declarationId === id)),
    versions: async (kind, number) => all().filter((each) => each.kind === kind && each.number === number),
    messagesOf: async (id) => all().filter((each) => each.shipmentId === id),
    messagesIn: async (id, states) => all().filter((each) => each.channelId === id && states.includes(each.state)),
    isAnswerOpen: async (id) =>
      all().some(
        (each) =>
          each.channelId === id &&
          each.state === "answered" &&
          !finalCodes(profileOf(each)).includes(each.status ?? ""),
      ),
    sentBetween: async (id, from, until) =>
      all().filter(({ channelId, sentAt }) => channelId === id && sentAt !== null && sentAt >= from && sentAt < until),
    messagesOfGuids: async (guids) =>
      [...new Map(all().map((each) => [each.guid, each])).values()].filter((each) => guids.includes(each.guid)),
    addMessage: async (message) => void messages.set(message.id, message),
    saveMessage: async (message) => {
      const before = messages.get(message.id);
      if (before?.sentAt && before.raw !== message.raw) throw new Error(`${message.guid} was written anew`);
      if (!["queued", "failed"].includes(message.state) && !message.sentAt) throw new Error("sent at no time");
      if ((message.state === "contested") !== (message.contested !== null)) throw new Error("contested in nothing");
      messages.set(message.id, message);
    },
    answer: async (id) => answers.find((each) => each.id === id) ?? null,
    isKnown: async (key) => answers.some((each) => each.key === key && each.outcome !== "duplicate"),
    answersTo: async (of) => answers.filter(({ messageId }) => messageId !== null && of.includes(messageId)),
    addAnswer: async (answer) => {
      const isTwice = answers.some(({ key, outcome }) => key === answer.key && outcome !== "duplicate");
      if (isTwice && answer.outcome !== "duplicate") throw new Error(`the answer ${answer.key} counts twice`);
      answers.push(answer);
    },
    rule: async (ruling) => {
      rulings.push(ruling);
      return true;
    },
    ruledAnswer: async (id) =>
      rulings.find(({ act, messageId }) => act === "decide" && messageId === id)?.receiptId ?? null,
    paperTypesOn: async () => [],
    facts: async () => ({}),
    putFacts: async () => undefined,
    identityOf: async () => null,
    addDifference: async (difference) => void differences.push(difference),
  };
  const tx = {
    exchange,
    lockShipment: async () => undefined,
    announce: async () => undefined,
    evidence: {
      append: async ({ kind, subject, facts }: { kind: string; subject: string; facts: Record<string, string> }) =>
        void effects.push(`${kind} ${subject} ${facts.state ?? ""} ${facts.status ?? ""}`),
    },
    notices: { shipment: async () => null, add: async () => false },
    outbox: {
      put: async (_owner: string, message: JobMessage, at?: Date) =>
        void owed.push({ id: world.newId(), message, at: at?.getTime() ?? now, isDone: false }),
      putOnce: async (_owner: string, key: string, message: JobMessage, at: Date) => {
        const same = owed.find((each) => each.key === key);
        if (same) same.at = Math.min(same.at, at.getTime());
        else owed.push({ id: world.newId(), message, key, at: at.getTime(), isDone: false });
      },
      complete: async (id: string) => {
        const item = owed.find((each) => each.id === id);
        if (!item || item.isDone) return false;
        item.isDone = true;
        owed.splice(owed.indexOf(item), 1);
        return true;
      },
    },
    // What a bill meets beside the messages: an assessment, and bills under their numbers.
    declarations: {
      latest: async (shipmentId: string) => {
        const lodged = all().filter((each) => each.shipmentId === shipmentId && each.createdAt.getTime() <= now);
        return { id: newest(lodged)?.declarationId ?? shipmentId, shipmentId, organisationId: "o" };
      },
      // A declaration of a scenario has the version of the first message that states it.
      get: async (id: string) => all().find((each) => each.declarationId === id) ?? null,
    },
    taxes: { ofDeclaration: async () => ({ duty: "0", consumptionTax: "0", vat: "0", currency: "CNY" }) },
    reference: {
      on: async () => ({
        parameters: [{ code: "tax_payment_days", value: "15", validFrom: "2000-01-01", validTo: null }],
      }),
    },
    taxBills: {
      ofNumber: async () => null,
      add: async ({ number }: { number: string }) => void bills.push(number),
      ofShipment: async () => [],
    },
    orders: { ofShipment: async () => null },
    goodsReturns: { ofDeclaration: async () => [], get: async () => null },
    clearances: { ofStage: async () => ({ state: "releasable" }) },
    securities: { ofDeclaration: async () => [] },
  } as unknown as Transaction;
  const inTransaction: UnitOfWork = (_actor, work) => work(tx);
  return {
    ...{ world, inTransaction, channels, messages, answers, differences, effects, bills, exchange },
    now: () => now,
    /** What is owed and due the earliest, at most until an instant; the clock goes there. */
    next: (untilMs: number): Owed | null => {
      const [item] = owed.filter(({ isDone, at }) => !isDone && at <= untilMs).sort((a, b) => a.at - b.at);
      now = Math.max(now, item?.at ?? untilMs);
      return item ?? null;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}
