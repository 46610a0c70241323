import { z } from "zod";
import type { AuthorityTransport, ChannelRecord, MessageSigner } from "@/application/exchange-record";
import { DependencyError } from "@/application/ports";
import { isBelow } from "@/domain/shared/address";

const LIMIT_MS = 20_000;
const LIMIT_BYTES = 20_000_000;
const WHO = "authority";

const answers = z.object({ answers: z.array(z.base64()), cursor: z.string().max(200) });
const list = z.array(z.object({ guid: z.string().max(36), status: z.string().max(10).nullable() }));

interface Ports {
  readonly signer: MessageSigner;
  /** The addresses that the operator lets messages go to; what lies below one of them is meant too. */
  readonly addresses: readonly string[];
}

/**
 * Carries messages over HTTP. A message is posted under its guid as `Idempotency-Key`, so that the other side takes it
 * once; answers are fetched after a cursor of theirs. A message is signed over its bytes, a question over its path. What
 * they refuse for good is not tried again. Nothing goes to an address that the operator did not name: an admin of a
 * broker could otherwise make this house ask whatever it can reach.
 */
export function createHttpTransport({ signer, addresses }: Ports): AuthorityTransport {
  const reaches = (address: string) => addresses.some((known) => isBelow(known, address));
  const ask = async (channel: ChannelRecord, path: string, request: RequestInit): Promise<Response> => {
    if (!reaches(channel.address))
      throw new DependencyError(WHO, false, `The operator does not let messages go to ${channel.address}.`);
    return send(channel, path, request);
  };
  const json = async <T>(channel: ChannelRecord, path: string, schema: z.ZodType<T>): Promise<T> => {
    const signature = await signer.sign(channel, Buffer.from(`${pathOf(channel)}/${path}`));
    return read(await ask(channel, path, { method: "GET", headers: { "twogate-signature": signature } }), path, schema);
  };
  return {
    reaches,
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
      const answered = await json(channel, `answers?after=${encodeURIComponent(channel.cursor)}`, answers);
      return { answers: answered.answers.map(fromBase64), cursor: answered.cursor };
    },
    list: (channel, day) => json(channel, `list?day=${day}`, list),
    answersTo: async (channel, guid) =>
      (await json(channel, `answers?guid=${encodeURIComponent(guid)}`, answers)).answers.map(fromBase64),
  };
}

/** Where the address leads on its host, without a slash at the end. */
function pathOf({ address }: ChannelRecord): string {
  return new URL(address).pathname.replace(/\/$/, "");
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

async function read<T>(response: Response, path: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw new DependencyError(WHO, true, "The authority's answer broke off.", { cause });
  });
  if (bytes.byteLength > LIMIT_BYTES) throw new DependencyError(WHO, true, "The authority's answer is too large.");
  const known = schema.safeParse(parsed(Buffer.from(bytes).toString("utf8")));
  if (!known.success) throw new DependencyError(WHO, true, `The authority's answer to ${path} has another form.`);
  return known.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(
  { address, organisationId, id }: ChannelRecord,
  path: string,
  request: RequestInit,
): Promise<Response> {
  const response = await fetch(`${address.replace(/\/$/, "")}/${path}`, {
    ...request,
    headers: { ...request.headers, "twogate-channel": `${organisationId}/${id}` },
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
