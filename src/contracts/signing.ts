import { z } from "zod";

const hash = z.base64().length(44);

/** What the signing process is asked: a state of the log with the proof that it continues the last one signed. */
export const checkpointAsked = z.strictObject({
  size: z.number().int().nonnegative(),
  root: hash,
  before: z.number().int().nonnegative(),
  proof: z.array(hash).max(63),
});
export const statusAsked = z.strictObject({ text: z.string().max(2_000).endsWith("\n") });
export const credentialAsked = z.strictObject({
  payload: z.record(z.string(), z.unknown()),
  type: z.string().regex(/^[a-z+-]{1,40}$/),
  issuer: z.string().max(300),
});

/** What it answers. */
export const lastSizeSaid = z.object({ size: z.number().int().nonnegative() });
export const noteSaid = z.object({ note: z.string() });
export const credentialSaid = z.object({ credential: z.string() });
export const keysSaid = z.object({
  log: z.string(),
  status: z.string(),
  credential: z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string() }),
});
