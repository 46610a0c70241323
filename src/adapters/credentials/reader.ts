import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from "jose";
import { z } from "zod";
import type { Checked, CredentialReader } from "@/application/credential-reader";
import type { PublicKey } from "@/application/credential-signer";
import { keyOfDid } from "@/domain/passport/did-key";
import { decodeBits } from "./status-list";

const LIMIT_MS = 5_000;
const LIMIT_BYTES = 500_000;

const document = z.object({
  id: z.string(),
  verificationMethod: z.array(
    z.looseObject({
      id: z.string(),
      publicKeyJwk: z.looseObject({ kty: z.string(), crv: z.string(), x: z.string() }).optional(),
    }),
  ),
});

/** Gets a text by HTTP; null for whatever does not answer as it should. */
export type GetText = (address: string) => Promise<string | null>;

/** Over the network, without following anybody elsewhere, and no more than is needed. */
export const getText: GetText = async (address) => {
  try {
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(LIMIT_MS) });
    if (!answer.ok || !answer.body) return null;
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)) {
      bytes += part.byteLength;
      if (bytes > LIMIT_BYTES) return null;
      parts.push(part);
    }
    return Buffer.concat(parts).toString("utf8");
  } catch {
    // Whoever does not answer is told of as unreachable, whatever the reason.
    return null;
  }
};

/**
 * Reads credentials of the issuers that the operator has named, by did:web or did:key. A file never says where anything is
 * fetched from: the address of keys follows from the issuer's name, and a status list must lie at the same host.
 */
export function createCredentialReader(issuers: readonly string[], get: GetText = getText): CredentialReader {
  const isListed = (did: string) => issuers.includes(did);
  return {
    isListed,
    keysOf: async (did) => {
      if (!isListed(did)) return null;
      const own = keyOfDid(did);
      if (own) return [{ kid: did, kty: "OKP", crv: "Ed25519", x: Buffer.from(own).toString("base64url") }];
      const base = baseOf(did);
      const text = base && (await get(`${base.address}${base.isBare ? "/.well-known" : ""}/did.json`));
      return text ? keysIn(text, did) : null;
    },
    peek: (text) => {
      try {
        return decodeJwt(text);
      } catch {
        return null;
      }
    },
    check,
    statusList: async (did, address) => {
      const base = isListed(did) ? baseOf(did) : null;
      if (!base || !URL.canParse(address) || new URL(address).origin !== new URL(base.address).origin) return null;
      return get(address);
    },
    decodeBits,
  };
}

/** Where a did:web lives. Only a machine of the operator's own is asked without TLS. */
function baseOf(did: string): { readonly address: string; readonly isBare: boolean } | null {
  const [host = "", ...path] = /^did:web:(.+)$/.exec(did)?.[1]?.split(":") ?? [];
  if (host === "") return null;
  const name = decodeURIComponent(host);
  const scheme = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(name) ? "http" : "https";
  return { address: [`${scheme}://${name}`, ...path].join("/"), isBare: path.length === 0 };
}

function keysIn(text: string, did: string): readonly PublicKey[] | null {
  try {
    const read = document.parse(JSON.parse(text));
    if (read.id !== did) return null;
    return read.verificationMethod.flatMap(({ id, publicKeyJwk: key }) =>
      key?.kty === "OKP" && key.crv === "Ed25519" ? [{ kid: id, kty: "OKP", crv: "Ed25519", x: key.x } as const] : [],
    );
  } catch {
    return null;
  }
}

/** Only EdDSA, and only under a key that was fetched by the issuer's name: what a header brings along is not looked at. */
async function check(text: string, keys: readonly PublicKey[]): Promise<Checked> {
  try {
    const { alg, kid, typ } = decodeProtectedHeader(text);
    if (alg !== "EdDSA" || typ !== "vc+jwt") return { kind: "malformed" };
    const [only] = keys;
    const key =
      kid === undefined ? (keys.length === 1 ? only : undefined) : keys.find((each) => matches(each.kid, kid));
    if (!key) return { kind: "key_unknown" };
    const { payload } = await compactVerify(text, await importJWK({ ...key }, "EdDSA"), { algorithms: ["EdDSA"] });
    return { kind: "right", payload: JSON.parse(Buffer.from(payload).toString("utf8")) };
  } catch (error) {
    const isForged = (error as { code?: string }).code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
    return { kind: isForged ? "forged" : "malformed" };
  }
}

function matches(known: string, kid: string): boolean {
  return known === kid || known.endsWith(`#${kid}`) || kid.startsWith(`${known}#`);
}
