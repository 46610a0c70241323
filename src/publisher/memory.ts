import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "./negotiate";
import type { Answer } from "./route";

/** An answer as its bytes, in every form in which it may be sent. */
export interface Kept {
  readonly status: number;
  /** Of the plain bytes. */
  readonly hash: string;
  readonly formOf: (encoding: Encoding) => Form;
  readonly tags: readonly string[];
  readonly bytes: number;
  readonly until: number;
}

interface Form {
  readonly body: Uint8Array;
  readonly etag: string;
  /** As Node writes them without looking at each: name, value, name, value. */
  readonly headers: string[];
}

const SMALL_BYTES = 400;
const BROTLI_QUALITY = 6;
const COMPRESSED = /^(text\/|application\/(vc\+jwt|did\+json|schema\+json|json|problem\+json))/;

/**
 * Makes the bytes of an answer: hashed and with all their headers, packed when somebody first asks for that. Where they
 * are those that were kept before, nothing is made again.
 */
export function keep(answer: Answer, common: Readonly<Record<string, string>>, until: number, before?: Kept): Kept {
  const plain = typeof answer.body === "string" ? Buffer.from(answer.body) : answer.body;
  const hash = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  const { status, tags } = answer;
  if (before && before.hash === hash && before.status === status) return { ...before, tags, until };
  const isPacked = plain.byteLength > SMALL_BYTES && COMPRESSED.test(answer.headers["content-type"] ?? "");
  const form = (encoding: Encoding): Form => {
    const packing = isPacked ? encoding : "identity";
    const body = packed(plain, packing);
    const etag = `"${hash}${packing === "identity" ? "" : `-${packing}`}"`;
    const written = {
      ...{ ...common, ...answer.headers, ...(answer.isOpen ? OPEN : {}), etag },
      "content-length": String(body.byteLength),
      ...(packing === "identity" ? {} : { "content-encoding": packing }),
      ...(isPacked && !("vary" in answer.headers) ? { vary: "Accept-Encoding" } : {}),
    };
    return { body, etag, headers: Object.entries(written).flat() };
  };
  const made: Partial<Record<Encoding, Form>> = {};
  const formOf = (encoding: Encoding): Form => {
    made[encoding] ??= form(encoding);
    return made[encoding];
  };
  // What packing may add is counted before it is there, so that no later request goes over the room.
  return { status, hash, formOf, tags, bytes: plain.byteLength * 2, until };
}

/** What a verifier in a browser may read from any page: it is public, and asks for no cookie. */
const OPEN = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" } as const;

function packed(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === "gzip") return gzipSync(bytes, { level: 6 });
  if (encoding === "identity") return bytes;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
}

/** Answers in memory, the ones asked last, within so many bytes; found by address, forgotten by tag. */
export function createMemory(mostBytes: number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get: (key: string): Kept | undefined => kept.get(key),
    set: (key: string, value: Kept) => {
      forget(key);
      kept.set(key, value);
      bytes += value.bytes;
      // What came first goes first: what is asked again after its few seconds was put in again.
      for (const [oldest] of kept) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
    },
    forgetTags: (tags: readonly string[]) => {
      for (const [key, value] of kept) if (value.tags.some((tag) => tags.includes(tag))) forget(key);
    },
    clear: () => {
      kept.clear();
      bytes = 0;
    },
  };
}
