import type { JsonObject } from "./credential";

/** A public key as a document of keys has it. */
interface NamedKey {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

/** The keys with which an issuer signs, as did:web publishes them (W3C Controlled Identifiers 1.0, section 2). */
export function didDocument(did: string, keys: readonly NamedKey[]): JsonObject {
  const methods = keys.map(({ kid, kty, crv, x }) => {
    const id = kid.startsWith("did:") ? kid : `${did}#${kid}`;
    return { id, type: "JsonWebKey", controller: did, publicKeyJwk: { kid, kty, crv, x } };
  });
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
