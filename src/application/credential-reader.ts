import type { PublicKey } from "./credential-signer";

/** What came of checking a signature. */
export type Checked =
  | { readonly kind: "right"; readonly payload: unknown }
  | { readonly kind: "forged" | "key_unknown" | "malformed" };

/** Reads what others signed. Nothing is fetched but from issuers that the operator has named. */
export interface CredentialReader {
  /** Whether the operator trusts the issuer. */
  isListed(did: string): boolean;
  /** The keys of a listed issuer; null while it cannot be reached. */
  keysOf(did: string): Promise<readonly PublicKey[] | null>;
  /** What a compact JWS says, unchecked: its payload; null where it is none. */
  peek(text: string): unknown;
  check(text: string, keys: readonly PublicKey[]): Promise<Checked>;
  /** The status list at an address of a listed did:web issuer; null elsewhere, or while it cannot be reached. */
  statusList(did: string, address: string): Promise<string | null>;
  /** The bits of a list; null where they cannot be read. */
  decodeBits(encoded: string): Uint8Array | null;
}
