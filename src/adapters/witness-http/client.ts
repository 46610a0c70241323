import type { WitnessAnswer, WitnessClient } from "@/application/log-record";
import { DependencyError } from "@/application/ports";

const LIMIT_MS = 5_000;
const MAX_ANSWER = 16_384;

/** The way to witnesses by C2SP tlog-witness. Throws a DependencyError when one does not answer, or not as agreed. */
export function createWitnessClient(): WitnessClient {
  return {
    addCheckpoint: async (address, body) => {
      const answer = await fetch(`${address.replace(/\/$/, "")}/add-checkpoint`, {
        method: "POST",
        body,
        redirect: "error",
        signal: AbortSignal.timeout(LIMIT_MS),
      }).catch((cause: unknown) => {
        throw new DependencyError("witness", true, `${address} does not answer`, { cause });
      });
      return read(address, answer.status, answer.headers.get("content-type"), await answer.text());
    },
  };
}

function read(address: string, status: number, type: string | null, text: string): WitnessAnswer {
  if (text.length > MAX_ANSWER) throw new DependencyError("witness", true, `${address} answered too much`);
  if (status === 200) return { kind: "cosigned", lines: text };
  const size = /^(0|[1-9]\d*)\n$/.exec(text)?.[1];
  if (status === 409 && type?.startsWith("text/x.tlog.size") && size !== undefined)
    return { kind: "conflict", seen: Number(size) };
  // The same size with another root is answered with 409 as well, and a proof that does not hold with 422.
  if (status === 409 || status === 422) return { kind: "refused", reason: "other_history" };
  if (status >= 400 && status < 500) return { kind: "refused", reason: `it answered ${status}` };
  throw new DependencyError("witness", true, `${address} answered ${status}`);
}
