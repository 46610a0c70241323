import type { AuthorityTransport, Consignment } from "@/application/exchange-record";
import { DependencyError } from "@/application/ports";

/** The way to an authority that a test holds in its hands. */
export interface TestTransport extends AuthorityTransport {
  /** What arrived there, in its order. */
  readonly arrived: Consignment[];
  /** How many of the next sendings fail, and whether what failed arrived all the same. */
  failures: { count: number; isArrived: boolean; isRetryable: boolean };
  /** What is handed out from now on; the cursor counts it. */
  readonly answers: Uint8Array[];
  /** The list of one day, the only one that has any, and all that was answered to a message. */
  listed: { day: string; messages: { guid: string; status: string | null }[] };
  readonly answered: Map<string, Uint8Array[]>;
}

/** An authority that takes everything and says what the test puts in its mouth. */
export function createTestTransport(): TestTransport {
  const transport: TestTransport = {
    arrived: [],
    failures: { count: 0, isArrived: false, isRetryable: true },
    answers: [],
    listed: { day: "", messages: [] },
    answered: new Map(),
    reaches: (address) => !address.includes("elsewhere"),
    send: async (_channel, consignment) => {
      const { failures } = transport;
      const fails = failures.count > 0;
      if (!fails || failures.isArrived) transport.arrived.push(consignment);
      if (!fails) return;
      failures.count -= 1;
      throw new DependencyError("authority", failures.isRetryable, "The authority is away.");
    },
    fetch: async ({ cursor }) => ({
      answers: transport.answers.slice(Number(cursor || "0")),
      cursor: String(transport.answers.length),
    }),
    list: async (_channel, day) => (day === transport.listed.day ? transport.listed.messages : []),
    answersTo: async (_channel, guid) => transport.answered.get(guid) ?? [],
  };
  return transport;
}
