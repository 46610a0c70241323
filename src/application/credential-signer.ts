import type { JsonObject } from "@/domain/passport/credential";

/** Kinds of signed statements, as the header of each names them (W3C Securing Verifiable Credentials using JOSE and COSE). */
export type CredentialKind = "vc+jwt";

/** A public key by RFC 8037, with the name under which signatures refer to it. */
export interface PublicKey {
  readonly kid: string;
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
}

/**
 * Signs what the installation states. The key is in a process of its own: whoever asks for a signature never sees it.
 * Both throw a DependencyError "signer" while it does not answer.
 */
export interface CredentialSigner {
  /** The payload as a compact JWS with EdDSA, whose header has `kind` as its `typ`. Signing twice does no harm. */
  sign(payload: JsonObject, kind: CredentialKind): Promise<string>;
  /** The key that signs now, then those that signed what is still under way. */
  keys(): Promise<readonly PublicKey[]>;
}
