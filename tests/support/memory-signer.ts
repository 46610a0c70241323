import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { CredentialSigner, PublicKey } from "@/application/credential-signer";

/** A signer with a key of its own in memory, as the process of the key would answer. */
export async function createMemorySigner(did: string): Promise<CredentialSigner> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "" } = await exportJWK(publicKey);
  const key: PublicKey = { kid: `${did}#key-1`, kty: "OKP", crv: "Ed25519", x };
  return {
    keys: async () => [key],
    sign: (payload, kind) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: "EdDSA", typ: kind, cty: "vc", kid: key.kid })
        .sign(privateKey),
  };
}
