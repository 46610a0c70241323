import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import type { EvidenceBundle } from "@/domain/evidence/verify-bundle";
import { isWellFormed } from "@/domain/shared/bytes";
import { err, ok, type Result } from "@/domain/shared/result";

const MAX_ENTRIES = 1_000;
/** A declaration of two thousand lines, each with its fields. */
const MAX_FIELDS = 20_000;
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

/** Why a file is no bundle. */
export type BundleFault =
  /** Its bytes are no UTF-8, or begin with a mark of their order. */
  | "not_text"
  | "not_json"
  | "not_bundle"
  /** A bundle, and not the one text of its content: blanks, another order, keys twice, half characters. */
  | "not_canonical";

/** Reads the bytes of a file as a bundle, or says why it is none. */
export function readBundle(bytes: Uint8Array): Result<EvidenceBundle, BundleFault> {
  try {
    // What decodes leniently takes many files for one text; the mark of order is no part of JSON (RFC 8259, 8.1).
    return readText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err("not_text");
  }
}

/**
 * Reads a bundle; null for any other file. What is not the one text of its content is refused, or a change of it could
 * go unseen.
 */
export function parseBundle(text: string): EvidenceBundle | null {
  const read = readText(text);
  return read.ok ? read.value : null;
}

function readText(text: string): Result<EvidenceBundle, BundleFault> {
  const json = jsonOf(text);
  if (json === undefined) return err("not_json");
  const parsed = evidenceBundle.safeParse(json);
  if (!parsed.success) return err("not_bundle");
  return formatBundle(parsed.data) === text && isWhole(json) ? ok(parsed.data) : err("not_canonical");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether no text in it has half a character, which JSON can escape and which has no bytes of its own to be hashed. */
function isWhole(json: unknown): boolean {
  if (typeof json === "string") return isWellFormed(json);
  if (typeof json !== "object" || json === null) return true;
  return Object.entries(json).every(([key, value]) => isWellFormed(key) && isWhole(value));
}
