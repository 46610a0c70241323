import { createSignerClient } from "@/adapters/signer/signer-client";
import type { CredentialSigner } from "@/application/credential-signer";
import { env } from "./env";

/** The way of web, worker and publisher to the signing process, for credentials. */
export function createCredentialSigner(): CredentialSigner {
  const client = createSignerClient(env().TWOGATE_SIGNER_SOCKET ?? null);
  return {
    sign: (payload, kind) => client.signCredential(payload, kind, issuerOf(payload)),
    keys: () => client.credentialKeys(),
  };
}

/** The issuer of a credential by its id, whether it is named by that alone or described. */
function issuerOf({ issuer }: Readonly<Record<string, unknown>>): string {
  if (typeof issuer === "string") return issuer;
  if (typeof issuer === "object" && issuer !== null && "id" in issuer && typeof issuer.id === "string")
    return issuer.id;
  throw new Error("a credential without an issuer is not signed");
}
