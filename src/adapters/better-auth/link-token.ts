import { createHash, randomBytes } from "node:crypto";

const LINK_MS = 24 * 60 * 60_000;

/** Under which name sign-in keeps a token: as a hash, so that who reads the table holds no link. */
export async function storedIdentifier(identifier: string): Promise<string> {
  return createHash("sha256").update(identifier).digest("base64url");
}

/** A fresh token to choose a password, and what is kept of it until tomorrow. */
export async function newLinkToken() {
  const token = randomBytes(32).toString("base64url");
  const identifier = await storedIdentifier(`reset-password:${token}`);
  return { token, kept: { identifier, expiresAt: new Date(Date.now() + LINK_MS) } };
}
