import { createHmac, timingSafeEqual } from "node:crypto";
import type { MessageSigner } from "@/application/exchange-record";

/** Signs with the secret that both sides of a channel hold: HMAC-SHA-256 over the bytes as they are sent. */
export function createMessageSigner(): MessageSigner {
  const signatureOf = (secret: string, bytes: Uint8Array) =>
    `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`;
  return {
    sign: async ({ secret }, bytes) => signatureOf(secret, bytes),
    verify: async ({ secret }, bytes, signature) => {
      const [own, theirs] = [Buffer.from(signatureOf(secret, bytes)), Buffer.from(signature)];
      return own.length === theirs.length && timingSafeEqual(own, theirs);
    },
  };
}
