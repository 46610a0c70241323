import { createMessageSigner } from "@/adapters/crypto/message-signer";
import type { Knobs } from "@/contracts/simulator";
import type { Authority } from "./authority";
import type { Journal } from "./journal";

interface Ports {
  readonly authority: Authority;
  readonly journal: Journal;
  /** What every channel to it signs with. */
  readonly secret: string;
  readonly now: () => number;
}

/** How far answers were pushed, by channel. */
type Pushed = Map<string, number>;

export interface SimulatorService {
  /** Whether the bytes were signed with the secret of the channels. */
  isSigned(bytes: Uint8Array, signature: string): Promise<boolean>;
  take(sent: {
    readonly channel: string;
    readonly guid: string;
    readonly kind: string;
    readonly bytes: Uint8Array;
  }): "taken" | "known" | "away";
  answersAfter(channel: string, cursor: string): { readonly answers: readonly Uint8Array[]; readonly cursor: string };
  answersTo(channel: string, guid: string): readonly Uint8Array[];
  /** What it took on a day of China (UTC+8). */
  listOf(channel: string, day: string): readonly { readonly guid: string; readonly status: string | null }[];
  knobs(): Knobs;
  setKnobs(knobs: Knobs): void;
  ledger: Authority["ledger"];
  /** Hands what is due to whoever listens at the other end; what is refused is handed out again the next time. */
  push(deliver: (channel: string, bytes: Uint8Array, signature: string) => Promise<boolean>): Promise<void>;
}

const DAY_MS = 86_400_000;

/** The simulated authority as a service that remembers: what is in the journal has happened. */
export function createService({ authority, journal, secret, now }: Ports): SimulatorService {
  const signer = createMessageSigner();
  const channels = new Set<string>();
  const pushed: Pushed = new Map();
  const key = { secret };
  const take: SimulatorService["take"] = (sent) => {
    channels.add(sent.channel);
    return authority.take(sent, now());
  };
  for (const each of journal.entries) {
    if (each.act === "knobs") authority.setKnobs(each.knobs);
    if (each.act === "pushed") pushed.set(each.channel, each.next);
    if (each.act !== "take") continue;
    channels.add(each.channel);
    authority.take({ ...each, bytes: Buffer.from(each.bytes, "base64") }, each.at);
  }
  return {
    isSigned: (bytes, signature) => signer.verify(key, bytes, signature),
    take: (sent) => {
      // Written first: what is answered was taken, also when the process dies at once.
      journal.write({ act: "take", at: now(), ...sent, bytes: Buffer.from(sent.bytes).toString("base64") });
      return take(sent);
    },
    answersAfter: (channel, cursor) => {
      const { answers, next } = authority.answersAfter(channel, placeOf(cursor), now());
      return { answers, cursor: String(next) };
    },
    answersTo: (channel, guid) => authority.answersTo(channel, guid, now()),
    listOf: (channel, day) => {
      const from = Date.parse(`${day}T00:00:00+08:00`);
      return Number.isNaN(from) ? [] : authority.listOf(channel, from, from + DAY_MS, now());
    },
    knobs: authority.knobs,
    setKnobs: (knobs) => {
      journal.write({ act: "knobs", at: now(), knobs });
      authority.setKnobs(knobs);
    },
    ledger: authority.ledger,
    push: async (deliver) => {
      for (const channel of channels) {
        const from = pushed.get(channel) ?? 0;
        const { answers } = authority.answersAfter(channel, from, now());
        let next = from;
        for (const bytes of answers) {
          if (!(await deliver(channel, bytes, await signer.sign(key, bytes)))) break;
          next += 1;
        }
        if (next === from) continue;
        pushed.set(channel, next);
        journal.write({ act: "pushed", at: now(), channel, next });
      }
    },
  };
}

/** A cursor of ours is a place in the row of answers; anything else is its beginning. */
function placeOf(cursor: string): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
}
