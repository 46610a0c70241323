import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import type { EvidenceBundle } from "@/domain/evidence/verify-bundle";

const MAX_ENTRIES = 1_000;
const MAX_FIELDS = 500;
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.string().max(10_000);
const words = z.string().max(10_000);

const provenEntry = z.strictObject({
  entry: z.strictObject({
    sequence: z.number().int().positive(),
    at: z.string().max(40),
    kind: words,
    actor: words,
    stage: z.enum(STAGES).nullable(),
    subject: words,
    facts: z.record(z.string(), z.string()),
    previousHash: hash,
  }),
  salt: base64,
  proof: z.string().max(100_000),
});

/** A proof of a release as it is kept in a file and sent. */
const evidenceBundle = z.strictObject({
  format: z.literal("twogate.evidence/1"),
  entries: z.array(provenEntry).min(1).max(MAX_ENTRIES),
  statement: z.strictObject({
    digests: z.record(words, hash),
    fields: z.array(z.strictObject({ name: words, value: words, salt: base64 })).max(MAX_FIELDS),
  }),
  status: z.string().max(100_000),
});

/** The file of a bundle: its canonical JSON, so that each byte of the file counts. */
export function formatBundle(bundle: EvidenceBundle): string {
  return canonicalJson(JSON.parse(JSON.stringify(bundle)));
}

/**
 * Reads a bundle; null for any other file. What is not the one text of its content is refused, or a change of it could
 * go unseen.
 */
export function parseBundle(text: string): EvidenceBundle | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = evidenceBundle.safeParse(json);
  if (!parsed.success) return null;
  return formatBundle(parsed.data) === text ? parsed.data : null;
}
