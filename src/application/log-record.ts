import type { StoredLog } from "@/domain/transparency/audit";
import type { Tile } from "@/domain/transparency/tiles";

/** A state of the log that cannot be lost any more. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A state of the log that the signing process signed. */
export interface SignedHead extends TreeHead {
  /** The note without cosignatures. */
  readonly note: string;
}

/** Who is asked to witness, and what is known of it. */
export interface WitnessRecord {
  readonly name: string;
  /** The key as a line (C2SP signed-note). */
  readonly key: string;
  readonly address: string;
  readonly seenSize: number;
  /** Since when it does not answer; null while it does. */
  readonly failedSince: Date | null;
}

/** A line of a witness under a checkpoint. */
export interface CosignatureRecord {
  readonly witness: string;
  readonly line: string;
  readonly seenAt: Date;
}

export type LogIncidentKind =
  /** A witness has not answered for a while: checkpoints go out unwitnessed. It is over when the witness answers. */
  | "witness_away"
  /** A witness has seen a state of the log that ours does not continue. */
  | "other_history"
  /** The signing process signed a greater log than the database has: a backup was brought back. */
  | "rolled_back"
  /** What is stored does not give the hash that was signed. */
  | "altered"
  /** A decision that is made again from what was logged comes out otherwise. */
  | "replay_differs";

/** What the sequencer knows of the leaves that it gives their places. */
export interface SequencedBatch {
  readonly head: TreeHead;
  /** How many leaves got their places; none when none waited. */
  readonly added: number;
}

/** Makes the tree grow: the right edge and new leaves in, changed tiles and the new root out. */
export type Grow = (
  size: number,
  edge: readonly Tile[],
  commitments: readonly Uint8Array[],
) => { readonly changed: readonly Tile[]; readonly root: Uint8Array };

/** The log as its keeper sees it: leaves that wait, the tree, and what was signed of it. */
export interface LogStore extends StoredLog {
  /**
   * Gives leaves that wait their places, at most so many, and makes the tree grow with them, in one transaction that one
   * process at a time is in. Null when another process is in it.
   */
  sequence(limit: number, grow: Grow, at: Date): Promise<SequencedBatch | null>;
  /** The greatest state that is not signed; null when all are. */
  unsigned(): Promise<TreeHead | null>;
  sign(size: number, note: string, at: Date): Promise<void>;
  /** The greatest signed state that is not published; null when there is none. */
  unpublished(): Promise<SignedHead | null>;
  publish(size: number, cosignatures: readonly CosignatureRecord[], isUnwitnessed: boolean, at: Date): Promise<void>;
  witnesses(): Promise<readonly WitnessRecord[]>;
  /** Writes down what a witness did: the size that it saw, or since when and why it does not answer. */
  markWitness(name: string, outcome: WitnessOutcome): Promise<void>;
  /** From now on these are asked, and no others. */
  keepWitnesses(witnesses: readonly Pick<WitnessRecord, "name" | "key" | "address">[]): Promise<void>;
  /** Does the work while no other process does it; whether it did. */
  asPublisher(work: () => Promise<void>): Promise<boolean>;
  /** Opens an incident, once for the same detail; whether it is a new one. */
  openIncident(kind: LogIncidentKind, detail: string, at: Date): Promise<boolean>;
  /** Closes what is over by itself. */
  closeIncident(kind: LogIncidentKind, detail: string, how: string, at: Date): Promise<void>;
  /** The incidents that are open, with their ids. */
  openIncidents(): Promise<readonly { readonly id: string; readonly kind: LogIncidentKind; readonly detail: string }[]>;
  /** All organisations. */
  organisations(): Promise<readonly string[]>;
  /** The authorities, whose admins answer for the log. */
  authorities(): Promise<readonly string[]>;
  /** Whether an incident is open that stops publication. */
  isStopped(): Promise<boolean>;
  /** The organisations whose evidence from before the log has no leaves yet. */
  unadopted(): Promise<readonly string[]>;
}

export type WitnessOutcome = { readonly seenSize: number } | { readonly failedAt: Date; readonly error: string };

/** The process that holds the keys. What it signed last it remembers itself, whatever becomes of the database. */
export interface LogSigner {
  /** The size of the log that it signed last. */
  lastSize(): Promise<number>;
  /**
   * Signs a state of the log that continues the last one by the proof; the note. Otherwise says the size that it signed
   * last, and that this one is no continuation of it.
   */
  signCheckpoint(
    head: TreeHead,
    before: number,
    proof: readonly Uint8Array[],
  ): Promise<
    { readonly kind: "signed"; readonly note: string } | { readonly kind: "refused"; readonly lastSize: number }
  >;
  /** A signed note of what is said of a release. */
  signStatus(text: string): Promise<string>;
  /** Its public keys, as lines. */
  keys(): Promise<{ readonly log: string; readonly status: string }>;
}

/** How a witness answers. Thrown as a DependencyError when it does not. */
export type WitnessAnswer =
  | { readonly kind: "cosigned"; readonly lines: string }
  | { readonly kind: "conflict"; readonly seen: number }
  | { readonly kind: "refused"; readonly reason: string };

/** The way to witnesses. */
export interface WitnessClient {
  addCheckpoint(address: string, body: string): Promise<WitnessAnswer>;
}
