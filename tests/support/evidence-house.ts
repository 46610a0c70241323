import { ed25519 } from "@noble/curves/ed25519.js";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { type EvidenceEntry, entryHash, GENESIS } from "@/domain/evidence/chain";
import { commitmentOf, fieldDigest, fieldSalt, leafSalt, statementHash } from "@/domain/evidence/commitment";
import { type ReleaseStatus, statusText } from "@/domain/evidence/status-note";
import type { EvidenceBundle, ShownField, Trust } from "@/domain/evidence/verify-bundle";
import { fromHex, toBase64, toHex, utf8 } from "@/domain/shared/bytes";
import { checkpointText, cosignature, cosignedMessage } from "@/domain/transparency/checkpoint";
import { formatProof } from "@/domain/transparency/log-proof";
import { consistencyProof, inclusionProof, leafHash, rootOfLeaves } from "@/domain/transparency/merkle-tree";
import { formatNote, type KeyKind, noteSignature, type VerifierKey } from "@/domain/transparency/signed-note";

export const { sha256, verify } = evidenceTools;
export const RELEASE = "0192f0c0-0000-7000-8000-000000000001";
/** 2026-12-01T08:00:00Z in seconds. */
export const SEEN = 1_796_112_000;

/** A key with what signs. The same seed is always the same key. */
export interface Signer {
  readonly key: VerifierKey;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Makes the key of a name; another seed makes another key of the same name. */
export function signer(name: string, kind: KeyKind = "ed25519", seed = name): Signer {
  const secret = sha256(utf8(`test key ${kind} ${seed}`));
  return {
    key: { name, kind, publicKey: ed25519.getPublicKey(secret) },
    sign: (message) => ed25519.sign(message, secret),
  };
}

const NAMES = { log: "customs.example/log", status: "customs.example/status" };

/** What a test wants another way than it is. */
export interface Wishes {
  readonly fields?: Readonly<Record<string, string>>;
  /** Kinds of the entries behind that of the release. */
  readonly others?: readonly string[];
  /** Leaves of others before and behind those of the bundle. */
  readonly before?: number;
  readonly behind?: number;
  readonly release?: string;
  readonly status?: Partial<ReleaseStatus>;
}

const FIELDS = { number: "TG-1-20261201-7", consignee: "绿洲贸易（上海）有限公司", value: "12500.00", currency: "CNY" };

/** A log with its keys and witnesses, in memory. */
export class EvidenceHouse {
  readonly log = signer(NAMES.log);
  readonly status = signer(NAMES.status);
  readonly witnesses: readonly Signer[];
  readonly trust: Trust;
  readonly leaves: Uint8Array[] = [];

  constructor({ witnesses = 2, quorum = witnesses }: { readonly witnesses?: number; readonly quorum?: number } = {}) {
    this.witnesses = Array.from({ length: witnesses }, (_, at) => signer(`witness-${at + 1}.example`, "cosignature"));
    this.trust = {
      log: this.log.key,
      status: this.status.key,
      witnesses: this.witnesses.map(({ key }) => key),
      quorum,
    };
  }

  /** Appends leaves of others. */
  fill(count: number): void {
    for (let at = 0; at < count; at++)
      this.leaves.push(leafHash(sha256, sha256(utf8(`another's leaf ${this.leaves.length}`))));
  }

  /** Appends a commitment; gives the place of its leaf. */
  append(commitment: Uint8Array): number {
    return this.leaves.push(leafHash(sha256, commitment)) - 1;
  }

  /** The root of the first leaves. */
  root(size = this.leaves.length): Uint8Array {
    return rootOfLeaves(sha256, this.leaves.slice(0, size));
  }

  /** The signed and cosigned checkpoint of the first leaves. */
  checkpoint(
    size = this.leaves.length,
    {
      root = this.root(size),
      origin = NAMES.log,
      log = this.log,
      cosigners = this.witnesses,
    }: {
      readonly root?: Uint8Array;
      readonly origin?: string;
      readonly log?: Signer | null;
      readonly cosigners?: readonly Signer[];
    } = {},
  ): string {
    const text = checkpointText({ origin, size, root });
    const own = log ? [noteSignature(sha256, log.key, log.sign(utf8(text)))] : [];
    const seen = cosigners.map(({ key, sign }) => cosignature(sha256, key, SEEN, sign(cosignedMessage(text, SEEN))));
    return formatNote({ text, signatures: [...own, ...seen] });
  }

  /** The proof of a leaf in the tree of the first leaves. */
  proof(index: number, checkpoint = this.checkpoint(), size = this.leaves.length): string {
    return formatProof({ index, path: inclusionProof(sha256, index, size, this.reading()), checkpoint });
  }

  /** The proof that a tree of the first leaves is the beginning of a greater one. */
  consistency(before: number, size = this.leaves.length): Uint8Array[] {
    return consistencyProof(sha256, before, size, this.reading());
  }

  /** A note of what became of a release, signed by the status key or another. */
  statusNote(status: Partial<ReleaseStatus> = {}, by: Signer = this.status): string {
    const whole = { releaseId: RELEASE, state: "stands" as const, asOf: "2026-12-01T09:30:00.000Z", ...status };
    const text = statusText(whole);
    return formatNote({ text, signatures: [noteSignature(sha256, by.key, by.sign(utf8(text)))] });
  }

  /** A bundle of a release as this log would hand it out. */
  bundle(wishes: Wishes = {}): EvidenceBundle {
    const { fields = FIELDS, others = ["declaration_lodged"], before = 5, behind = 7, release = RELEASE } = wishes;
    const subjectSalt = sha256(utf8(`the salt of ${release}`));
    const { shown, digests } = state(subjectSalt, fields);
    this.fill(before);
    const facts = { number: "TG-1-20261201-7", release, statement: statementHash(sha256, digests) };
    const entries = chained([
      { kind: "release_granted", facts },
      ...others.map((kind) => ({ kind, facts: { note: kind } })),
    ]);
    const committed = entries.map((entry) => {
      const salt = leafSalt(sha256, subjectSalt, entry.sequence);
      const hash = fromHex(hashOf(entry)) ?? new Uint8Array();
      return { entry, salt: toBase64(salt), index: this.append(commitmentOf(sha256, salt, hash)) };
    });
    this.fill(behind);
    const checkpoint = this.checkpoint();
    return {
      format: "twogate.evidence/1",
      entries: committed.map(({ entry, salt, index }) => ({ entry, salt, proof: this.proof(index, checkpoint) })),
      statement: { digests, fields: shown },
      status: this.statusNote({ releaseId: release, ...wishes.status }),
    };
  }

  private reading() {
    return ({ level, index }: { readonly level: number; readonly index: number }) =>
      rootOfLeaves(sha256, this.leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
  }
}

/** The hash of an entry in hex. */
export function hashOf(entry: Omit<EvidenceEntry, "hash">): string {
  return entryHash((text) => toHex(sha256(utf8(text))), entry);
}

const STATED_AT = 8;

function state(subjectSalt: Uint8Array, fields: Readonly<Record<string, string>>) {
  const shown: ShownField[] = Object.entries(fields).map(([name, value]) => ({
    name,
    value,
    salt: toBase64(fieldSalt(sha256, subjectSalt, RELEASE, name)),
  }));
  const digests = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      fieldDigest(sha256, fieldSalt(sha256, subjectSalt, RELEASE, name), name, value),
    ]),
  );
  return { shown, digests };
}

/** Entries of one shipment, the first of them the release, each with the hash of that before it. */
function chained(parts: readonly { readonly kind: string; readonly facts: Readonly<Record<string, string>> }[]) {
  let previousHash = toHex(sha256(utf8(GENESIS)));
  return parts.map(({ kind, facts }, at) => {
    const entry = {
      sequence: STATED_AT + at,
      at: `2026-12-01T0${7 + at}:00:00.000Z`,
      kind,
      actor: "system",
      stage: "bonded_exit" as const,
      subject: RELEASE,
      facts,
      previousHash,
    };
    previousHash = hashOf(entry);
    return entry;
  });
}
