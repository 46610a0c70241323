import { createWorld } from "@/adapters/crypto/world";
import { createPublished } from "@/adapters/postgres/published";
import { qrSvg } from "@/adapters/qr/qr-svg";
import { createCredentialSigner } from "./credential-signer";
import type { Env } from "./env";
import { createFiles } from "./files";
import { issuerOf } from "./issuer";

/** What the publisher is made of: views of the database, the files of labels, and the public keys. */
export function createPublishing(settings: Env, onError: (error: unknown) => void) {
  const published = createPublished(settings.DATABASE_URL, onError);
  return {
    published,
    files: createFiles(settings),
    signer: createCredentialSigner(),
    issuer: issuerOf(settings),
    qr: qrSvg,
    today: createWorld().today,
    subscribe: published.subscribe,
    close: published.close,
  };
}
