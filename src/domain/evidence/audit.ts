import { areEqual, fromHex, type HashBytes, toHex, utf8 } from "../shared/bytes";
import { type EvidenceEntry, entryHash, GENESIS } from "./chain";
import { commitmentOf, leafSalt } from "./commitment";

/** What of an entry does not hold: its own hash, its place in the chain, or the leaf that the log has of it. */
export interface EvidenceFinding {
  readonly kind: "entry_differs" | "chain_broken" | "leaf_differs" | "leaf_missing";
  readonly entryId: string;
}

/** An entry as it is stored. */
export interface StoredEntry {
  readonly id: string;
  readonly entry: EvidenceEntry;
  /** What the log has of it; null where it has nothing. */
  readonly commitment: Uint8Array | null;
}

/**
 * Holds the evidence of one subject, all of it in its order, against itself and against the log. Without the salt, which
 * may have been erased, the leaves say nothing and only the chain is looked at.
 */
export function auditEvidence(
  sha256: HashBytes,
  entries: readonly StoredEntry[],
  subjectSalt: Uint8Array | null,
): readonly EvidenceFinding[] {
  const findings: EvidenceFinding[] = [];
  const hashOf = (text: string) => toHex(sha256(utf8(text)));
  let before = GENESIS;
  for (const [at, { id, entry, commitment }] of entries.entries()) {
    if (entry.previousHash !== before || entry.sequence !== at + 1)
      findings.push({ kind: "chain_broken", entryId: id });
    const hash = entryHash(hashOf, entry);
    if (hash !== entry.hash) findings.push({ kind: "entry_differs", entryId: id });
    before = entry.hash;
    if (!commitment) findings.push({ kind: "leaf_missing", entryId: id });
    else if (subjectSalt) {
      const salt = leafSalt(sha256, subjectSalt, at + 1);
      const computed = commitmentOf(sha256, salt, fromHex(hash) ?? new Uint8Array());
      if (!areEqual(computed, commitment)) findings.push({ kind: "leaf_differs", entryId: id });
    }
  }
  return findings;
}
