import type { CodecOf, ReadAnswers } from "@/application/message-codec";
import type { Knobs, LedgerEntry } from "@/contracts/simulator";
import { createChance } from "@/domain/generated-year/chance";
import type { Message } from "@/domain/message/message";
import { type Answer, courseOf, isTaken, schemaError, type Taken } from "./course";

interface Ports {
  readonly seed: number;
  readonly knobs: Knobs;
  readonly codecOf: CodecOf;
  readonly readMessages: ReadAnswers;
}

interface Sent {
  readonly channel: string;
  readonly guid: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly sent: Sent;
  readonly at: number;
  readonly number: string | null;
  sendings: number;
  readonly isLost: boolean;
  readonly answers: readonly Answer[];
}

interface Delivery {
  readonly channel: string;
  readonly answer: Answer;
  readonly at: number;
}

/**
 * An authority as its declarants meet it on a bad day. The same seed, knobs and calls give the same answers. What it
 * lost it really forgot: a message that is lost is taken anew when it is sent again. Time comes in from outside.
 */
export function createAuthority({ seed, knobs: first, codecOf, readMessages }: Ports) {
  const chance = createChance(seed);
  const ledger = new Map<string, Entry>();
  const lost: Entry[] = [];
  const entries = new Map<string, string>();
  let planned: Delivery[] = [];
  const posted = new Map<string, Answer[]>();
  let knobs = first;

  /** Takes a message; what was taken under its guid before is not taken again. */
  function take(sent: Sent, now: number): "taken" | "known" | "away" {
    if (knobs.maintenanceUntil !== null && Date.parse(knobs.maintenanceUntil) > now) return "away";
    const known = ledger.get(sent.guid);
    if (known) {
      known.sendings += 1;
      return "known";
    }
    const isLost = chance.next() < knobs.lostMessages;
    const message = readTaken(sent.bytes);
    const number = message?.head.ownNumber ?? null;
    const entry: Entry = {
      sent,
      at: now,
      number,
      sendings: 1,
      isLost,
      answers: isLost ? [] : answer(sent, message, now),
    };
    if (isLost) lost.push(entry);
    else ledger.set(sent.guid, entry);
    for (const each of entry.answers) plan(sent.channel, each);
    return "taken";
  }

  function readTaken(bytes: Uint8Array): Taken | null {
    const read = readMessages(bytes);
    const message: Message | undefined = read.ok ? read.value[0] : undefined;
    return message && isTaken(message) ? message : null;
  }

  function answer(sent: Sent, message: Taken | null, now: number): readonly Answer[] {
    if (!message || chance.next() < knobs.schemaErrors) return [schemaError(codecOf, sent.guid, now + knobs.delayMs)];
    const { ownNumber } = message.head;
    const known = entries.get(`${sent.channel} ${ownNumber}`);
    const course = courseOf({ codecOf, chance, knobs, message, guid: sent.guid, now, entryNumber: known ?? null });
    if (course.entryNumber) entries.set(`${sent.channel} ${ownNumber}`, course.entryNumber);
    return course.answers;
  }

  /** When an answer is handed out: never, once, or twice; late where it is overtaken. */
  function plan(channel: string, each: Answer): void {
    if (chance.next() < knobs.lostReceipts) return;
    const isLate = chance.next() < knobs.outOfOrder;
    const at = each.at + (isLate ? Math.floor(chance.next() * 6 * (knobs.delayMs + 1)) : 0);
    const times =
      chance.next() < knobs.duplicates ? [at, at + 1 + Math.floor(chance.next() * 3 * knobs.delayMs)] : [at];
    planned.push(...times.map((time) => ({ channel, answer: each, at: time })));
    each.deliveries += times.length;
  }

  /** What is handed out to a channel after a place in its row, and the next place. */
  function answersAfter(channel: string, after: number, now: number): { answers: readonly Uint8Array[]; next: number } {
    const due = planned.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    planned = planned.filter(({ at }) => at > now);
    for (const delivery of due) {
      const row = posted.get(delivery.channel) ?? [];
      posted.set(delivery.channel, [...row, delivery.answer]);
    }
    const row = posted.get(channel) ?? [];
    return { answers: row.slice(after).map(({ bytes }) => bytes), next: row.length };
  }

  const madeBy = (entry: Entry, now: number) => entry.answers.filter(({ at }) => at <= now);

  return {
    take,
    answersAfter,
    /** All that it answered to a message until now, delivered or not. */
    answersTo: (channel: string, guid: string, now: number): readonly Uint8Array[] => {
      const entry = ledger.get(guid);
      return entry?.sent.channel === channel ? madeBy(entry, now).map(({ bytes }) => bytes) : [];
    },
    /** What it took between two instants, each with its last status. */
    listOf: (channel: string, from: number, until: number, now: number) =>
      [...ledger.values()]
        .filter((entry) => entry.sent.channel === channel && entry.at >= from && entry.at < until)
        .map((entry) => ({
          guid: entry.sent.guid,
          status:
            madeBy(entry, now)
              .filter(({ isStatus }) => isStatus)
              .at(-1)?.status ?? null,
        })),
    knobs: () => knobs,
    setKnobs: (next: Knobs) => {
      knobs = next;
    },
    ledger: (): readonly LedgerEntry[] =>
      [...ledger.values(), ...lost].map(({ sent, number, sendings, isLost, answers }) => ({
        ...{ guid: sent.guid, channel: sent.channel, kind: sent.kind, number, sendings, isLost },
        answers: answers.map(({ status, returnedAt, deliveries }) => ({ status, returnedAt, deliveries })),
      })),
  };
}

export type Authority = ReturnType<typeof createAuthority>;
