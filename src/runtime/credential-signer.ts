import type { CredentialSigner } from "@/application/credential-signer";
import { DependencyError } from "@/application/ports";

/**
 * The place of the process that keeps the signing key, and the only one: the way to it is wired here, for web, worker and
 * publisher. Until there is one nothing is issued, and whoever asks learns that the signer is away.
 */
export function createCredentialSigner(): CredentialSigner {
  const away = () => new DependencyError("signer", true, "No signer is configured.");
  return { sign: () => Promise.reject(away()), keys: () => Promise.reject(away()) };
}
