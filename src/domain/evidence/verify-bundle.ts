import { areEqual, fromBase64, fromHex, type HashBytes, toHex, utf8 } from "../shared/bytes";
import { type Checkpoint, cosigningOf, openCheckpoint, type Tools } from "../transparency/checkpoint";
import { formatProof, parseProof } from "../transparency/log-proof";
import { includes, leafHash } from "../transparency/merkle-tree";
import type { VerifierKey } from "../transparency/signed-note";
import { type EvidenceEntry, entryHash, GENESIS } from "./chain";
import { commitmentOf, fieldDigest, SALT_BYTES, statementHash } from "./commitment";
import { openStatus, type ReleaseState } from "./status-note";

/** An entry of evidence with all that shows that the log has it. */
export interface ProvenEntry {
  readonly entry: Omit<EvidenceEntry, "hash">;
  /** Base64. */
  readonly salt: string;
  /** A proof by C2SP tlog-proof. */
  readonly proof: string;
}

/** A field that is shown, with the salt under which it was stated. */
export interface ShownField {
  readonly name: string;
  readonly value: string;
  /** Base64. */
  readonly salt: string;
}

/** A release as its proof states it: a digest for each field, and the fields that are not left out. */
export interface ReleaseStatement {
  readonly digests: Readonly<Record<string, string>>;
  readonly fields: readonly ShownField[];
}

/** The entries of evidence that a proof carries, the first of them that of the release. */
export interface EvidenceBundle {
  readonly format: "twogate.evidence/1";
  readonly entries: readonly ProvenEntry[];
  readonly statement: ReleaseStatement;
  /** A signed note. */
  readonly status: string;
}

/** Whom the verifier believes, which it was given by another way than the bundle. */
export interface Trust {
  readonly log: VerifierKey;
  readonly status: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
  /** How many witnesses must have seen a checkpoint. */
  readonly quorum: number;
}

/** What was looked at, in the order in which it is. */
export const CHECKS = [
  "entry_committed",
  "proof_read",
  "checkpoint_signed",
  "entry_included",
  "cosignatures_hold",
  "checkpoint_witnessed",
  "one_history",
  "one_chain",
  "statement_logged",
  "fields_stated",
  "status_signed",
] as const;
export type Check = (typeof CHECKS)[number];

/** One look: what at, where, and whether it held. */
export interface Look {
  readonly check: Check;
  /** The entry by its place from 1, or the field by its name; empty for the whole. */
  readonly where: string;
  readonly holds: boolean;
}

export interface Verdict {
  /** Unwitnessed is what the log alone vouches for: true as far as it can be seen, and not enough by itself. */
  readonly kind: "true" | "unwitnessed" | "false";
  readonly looks: readonly Look[];
  /** As of when the release stood, and how; null where nobody says so. */
  readonly status: { readonly state: ReleaseState; readonly asOf: string } | null;
  /** The names of the witnesses that saw the entry of the release. */
  readonly witnesses: readonly string[];
  readonly shown: readonly ShownField[];
  /** The fields that were left out. */
  readonly redacted: readonly string[];
}

/** Checks a bundle against keys that were given otherwise. Needs no network, and names each thing that does not hold. */
export function verifyBundle(tools: Tools, trust: Trust, bundle: EvidenceBundle): Verdict {
  const proven = lookAtEntries(tools, trust, bundle.entries);
  const stated = lookAtStatement(tools.sha256, bundle);
  const release = bundle.entries[0]?.entry;
  const status = openStatus(tools, bundle.status, trust.status);
  const isOfRelease = status !== null && status.releaseId === release?.facts.release;
  const looks = [
    ...proven.flatMap((each) => each.looks),
    ...stated,
    { check: "status_signed" as const, where: "", holds: isOfRelease },
  ];
  const failed = looks.filter(({ holds }) => !holds);
  const shownNames = new Set(bundle.statement.fields.map(({ name }) => name));
  return {
    kind:
      failed.length === 0
        ? "true"
        : failed.every(({ check }) => check === "checkpoint_witnessed")
          ? "unwitnessed"
          : "false",
    looks,
    status: status && isOfRelease ? { state: status.state, asOf: status.asOf } : null,
    witnesses: proven[0]?.witnesses ?? [],
    shown: bundle.statement.fields,
    redacted: Object.keys(bundle.statement.digests)
      .filter((name) => !shownNames.has(name))
      .sort(),
  };
}

interface Seen {
  readonly looks: readonly Look[];
  /** The names of the trusted witnesses that saw the entry. */
  readonly witnesses: readonly string[];
}

/** What can be seen of each entry: that the log has it, that the log is one, and that the entries are of one chain. */
function lookAtEntries(tools: Tools, trust: Trust, entries: readonly ProvenEntry[]): Seen[] {
  const hashes = entries.map(({ entry }) => entryHash((text) => toHex(tools.sha256(utf8(text))), entry));
  const checkpoints: Checkpoint[] = [];
  return entries.map((each, at) => {
    const where = String(at + 1);
    const { looks, witnesses, checkpoint } = lookAtProof(tools, trust, each, hashes[at] ?? "", where);
    // The log that signs two roots of one size has two histories, and shows each to somebody else.
    const isOne = !checkpoints.some(({ size, root }) => size === checkpoint?.size && !areEqual(root, checkpoint.root));
    if (checkpoint) checkpoints.push(checkpoint);
    const together: Look[] = [
      { check: "one_history", where, holds: isOne },
      { check: "one_chain", where, holds: isOfChain(entries, hashes, at) },
    ];
    return { looks: [...looks, ...together], witnesses };
  });
}

function lookAtProof(tools: Tools, trust: Trust, { entry: _, salt, proof }: ProvenEntry, entry: string, where: string) {
  const { sha256 } = tools;
  const saltBytes = fromBase64(salt);
  const hash = fromHex(entry);
  const isCommitted = saltBytes?.length === SALT_BYTES && hash !== null;
  const read = parseProof(proof);
  // What a proof carries beside its hashes is covered by nothing; a file could be changed there, and seem whole.
  const parsed = read && formatProof(read) === proof ? read : null;
  // Only a root that the log signed is compared with: one that merely stands in the file proves nothing.
  const opened = parsed && openCheckpoint(tools, parsed.checkpoint, trust.log);
  const isIncluded =
    isCommitted &&
    parsed !== null &&
    opened !== null &&
    includes(sha256, {
      index: parsed.index,
      size: opened.checkpoint.size,
      leaf: leafHash(sha256, commitmentOf(sha256, saltBytes, hash)),
      proof: parsed.path,
      root: opened.checkpoint.root,
    });
  const said = opened
    ? trust.witnesses.map((key) => ({ name: key.name, kind: cosigningOf(tools, opened.note, key).kind }))
    : [];
  const witnesses = said.filter(({ kind }) => kind === "seen").map(({ name }) => name);
  const looks: Look[] = [
    { check: "entry_committed", where, holds: isCommitted },
    { check: "proof_read", where, holds: parsed !== null },
    { check: "checkpoint_signed", where, holds: opened !== null },
    { check: "entry_included", where, holds: isIncluded },
    { check: "cosignatures_hold", where, holds: said.every(({ kind }) => kind !== "forged") },
    { check: "checkpoint_witnessed", where, holds: new Set(witnesses).size >= trust.quorum },
  ];
  return { looks, witnesses, checkpoint: opened?.checkpoint ?? null };
}

/**
 * Whether the entry can be of one chain with the others: no two have one place, and the next of one names its hash. Of
 * entries that are no neighbours nothing can be seen.
 */
function isOfChain(entries: readonly ProvenEntry[], hashes: readonly string[], at: number): boolean {
  const { sequence, previousHash } = entries[at]?.entry ?? { sequence: 0, previousHash: "" };
  if (sequence === 1 && previousHash !== GENESIS) return false;
  return entries.every(({ entry }, other) => {
    if (entry.sequence === sequence) return other >= at;
    return entry.sequence !== sequence - 1 || hashes[other] === previousHash;
  });
}

function lookAtStatement(sha256: HashBytes, { entries, statement }: EvidenceBundle): Look[] {
  const release = entries[0]?.entry;
  const isLogged =
    release?.kind === "release_granted" && release.facts.statement === statementHash(sha256, statement.digests);
  const times = new Map<string, number>();
  for (const { name } of statement.fields) times.set(name, (times.get(name) ?? 0) + 1);
  const fields = statement.fields.map(({ name, value, salt }) => {
    const bytes = fromBase64(salt);
    const digest = bytes?.length === SALT_BYTES ? fieldDigest(sha256, bytes, name, value) : null;
    const isOnce = times.get(name) === 1;
    const stated = Object.hasOwn(statement.digests, name) ? statement.digests[name] : undefined;
    return { check: "fields_stated" as const, where: name, holds: isOnce && digest !== null && digest === stated };
  });
  return [{ check: "statement_logged", where: "", holds: isLogged }, ...fields];
}

/** The bundle without these fields: what remains verifies as before, and says what was left out. */
export function redact(bundle: EvidenceBundle, names: readonly string[]): EvidenceBundle {
  const fields = bundle.statement.fields.filter(({ name }) => !names.includes(name));
  return { ...bundle, statement: { ...bundle.statement, fields } };
}
