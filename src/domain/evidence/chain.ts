import { canonicalJson } from "./canonical-json";

/** The hash before the first entry. */
export const GENESIS = "0".repeat(64);

/** One record of something that happened, bound to the one before it. */
export interface EvidenceEntry {
  /** From 1. */
  readonly sequence: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly stage: string | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash of an entry over everything in it and the hash before it. `sha256` gives hex. */
export function entryHash(sha256: (text: string) => string, entry: Omit<EvidenceEntry, "hash">): string {
  const { sequence, at, kind, actor, stage, subject, facts, previousHash } = entry;
  return sha256(canonicalJson({ sequence, at, kind, actor, stage, subject, facts: { ...facts }, previousHash }));
}

interface Verdict {
  readonly valid: boolean;
  readonly entries: number;
  /** The first entry that does not follow from its content and its predecessor; null when all do. */
  readonly brokenAt: number | null;
  readonly head: string;
}

/** A place in the chain that somebody noted earlier, such as the head printed on a release order. */
interface Anchor {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Computes the whole chain again. A changed, dropped or swapped entry is named. That the last entries were cut off can
 * only be seen by an anchor from outside: the chain must still pass through it.
 */
export function verifyChain(
  sha256: (text: string) => string,
  entries: readonly EvidenceEntry[],
  anchor: Anchor | null = null,
): Verdict {
  let head = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const follows =
      entry.sequence === index + 1 && entry.previousHash === head && entry.hash === entryHash(sha256, entry);
    if (!follows) return { valid: false, entries: entries.length, brokenAt: index + 1, head };
    head = entry.hash;
  }
  if (anchor && anchor.sequence > 0 && entries[anchor.sequence - 1]?.hash !== anchor.hash)
    return { valid: false, entries: entries.length, brokenAt: anchor.sequence, head };
  return { valid: true, entries: entries.length, brokenAt: null, head };
}
