import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { type EvidenceBundle, type Trust, verifyBundle } from "@/domain/evidence/verify-bundle";
import { toBase64 } from "@/domain/shared/bytes";
import type { EvidenceHouse } from "./evidence-house";

/** The looks that did not hold, as `check where`. */
export function failing(
  bundle: EvidenceBundle,
  trust: Trust,
): { readonly kind: string; readonly failed: readonly string[] } {
  const { kind, looks } = verifyBundle(evidenceTools, trust, bundle);
  return { kind, failed: looks.filter(({ holds }) => !holds).map(({ check, where }) => `${check} ${where}`.trim()) };
}

/** The bundle with the proof of its first entry changed. */
export function withProof(bundle: EvidenceBundle, change: (proof: string) => string): EvidenceBundle {
  return { ...bundle, entries: bundle.entries.map((each, at) => (at ? each : { ...each, proof: change(each.proof) })) };
}

/** The bundle with another checkpoint in the proof of its first entry. */
export function withCheckpoint(bundle: EvidenceBundle, checkpoint: string): EvidenceBundle {
  return withProof(bundle, (proof) => proof.slice(0, proof.indexOf("\n\n") + 2) + checkpoint);
}

/** The bundle with each shown field changed. */
export function mapFields(
  bundle: EvidenceBundle,
  change: (field: EvidenceBundle["statement"]["fields"][number]) => EvidenceBundle["statement"]["fields"][number],
): EvidenceBundle {
  return { ...bundle, statement: { ...bundle.statement, fields: bundle.statement.fields.map(change) } };
}

/** The bundle with a field under another name. */
export function rename(bundle: EvidenceBundle, from: string, to: string): EvidenceBundle {
  return mapFields(bundle, (each) => (each.name === from ? { ...each, name: to } : each));
}

/** The bundle with the names of two fields swapped. */
export function swapNames(bundle: EvidenceBundle): EvidenceBundle {
  const names: Readonly<Record<string, string>> = { value: "currency", currency: "value" };
  return mapFields(bundle, (each) => ({ ...each, name: names[each.name] ?? each.name }));
}

/** A bundle with a field of that name that nobody stated. */
export function named(house: EvidenceHouse, name: string): EvidenceBundle {
  const bundle = house.bundle();
  const field = { name, value: "x", salt: toBase64(new Uint8Array(32)) };
  return { ...bundle, statement: { ...bundle.statement, fields: [...bundle.statement.fields, field] } };
}
