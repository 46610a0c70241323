import { z } from "zod";
import type { AuthorityTransport, ChannelRecord } from "@/application/exchange-record";
import { DependencyError } from "@/application/ports";

const LIMIT_MS = 20_000;
const LIMIT_BYTES = 20_000_000;
const WHO = "authority";

const answers = z.object({ answers: z.array(z.base64()), cursor: z.string().max(200) });
const list = z.array(z.object({ guid: z.string().max(36), status: z.string().max(10).nullable() }));

/**
 * Carries messages over HTTP. A message is posted under its guid as `Idempotency-Key`, so that the other side takes it
 * once; answers are fetched after a cursor of theirs. What they refuse for good is not tried again.
 */
export function createHttpTransport(): AuthorityTransport {
  return {
    send: async (channel, { guid, kind, bytes, signature }) => {
      await ask(channel, "messages", {
        method: "POST",
        headers: {
          "content-type": "application/octet-stream",
          "idempotency-key": guid,
          "twogate-kind": kind,
          "twogate-signature": signature,
        },
        body: Uint8Array.from(bytes),
      });
    },
    fetch: async (channel) => {
      const read = await json(channel, `answers?after=${encodeURIComponent(channel.cursor)}`, answers);
      return { answers: read.answers.map(fromBase64), cursor: read.cursor };
    },
    list: (channel, day) => json(channel, `list?day=${day}`, list),
    answersTo: async (channel, guid) =>
      (await json(channel, `answers?guid=${encodeURIComponent(guid)}`, answers)).answers.map(fromBase64),
  };
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

async function json<T>(channel: ChannelRecord, path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await ask(channel, path, { method: "GET", headers: {} });
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw new DependencyError(WHO, true, "The authority's answer broke off.", { cause });
  });
  if (bytes.byteLength > LIMIT_BYTES) throw new DependencyError(WHO, true, "The authority's answer is too large.");
  const read = schema.safeParse(parsed(Buffer.from(bytes).toString("utf8")));
  if (!read.success) throw new DependencyError(WHO, true, `The authority's answer to ${path} has another form.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ask({ address, id }: ChannelRecord, path: string, request: RequestInit): Promise<Response> {
  const response = await fetch(`${address.replace(/\/$/, "")}/${path}`, {
    ...request,
    headers: { ...request.headers, "twogate-channel": id },
    // Nothing that is signed goes where nobody said that it should.
    redirect: "error",
    signal: AbortSignal.timeout(LIMIT_MS),
  }).catch((cause: unknown) => {
    throw new DependencyError(WHO, true, `The authority at ${address} is not to be reached.`, { cause });
  });
  if (response.ok) return response;
  const isForNow = response.status >= 500 || response.status === 429 || response.status === 408;
  throw new DependencyError(WHO, isForNow, `The authority at ${address} answered ${response.status}.`);
}
