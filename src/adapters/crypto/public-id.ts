import { randomBytes } from "node:crypto";

const BYTES = 16;

/** An id of 128 random bits, for addresses that everybody may ask and nobody may find by counting. */
export function newPublicId(): string {
  return randomBytes(BYTES).toString("base64url");
}
