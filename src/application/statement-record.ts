import type { EvidenceEntry } from "@/domain/evidence/chain";
import type { Tile, TilePlace } from "@/domain/transparency/tiles";
import type { LogIncidentKind } from "./log-record";

/** Whose statement it is, and about what. */
export interface StatementAbout {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly releaseId: string;
}

/** A release with what was stated of it. */
export interface StatedRelease extends StatementAbout {
  readonly number: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What statements are kept in, sealed, and read from to prove them. */
export interface StatementStore {
  /** Keeps the fields; the hash of their digests, which the entry of the release holds. */
  make(about: StatementAbout, fields: Readonly<Record<string, string>>): Promise<string>;
  /** Null when there is none that the actor may see; its releases from before statements have none. */
  get(releaseId: string): Promise<StatedRelease | null>;
  /** The salt of the subject; null when it was erased. */
  saltOf(about: Pick<StatementAbout, "organisationId" | "shipmentId">): Promise<Uint8Array | null>;
  /** The entry of the release's evidence, with its id. */
  entryOf(about: StatementAbout): Promise<(EvidenceEntry & { readonly id: string }) | null>;
}

/** The log as everybody may read it. */
export interface LogReader {
  /** The place of the leaf; null while it waits for one. */
  placeOf(leafId: string): Promise<number | null>;
  /** The newest published checkpoint with its cosignatures, word for word; null before the first. */
  published(): Promise<{ readonly size: number; readonly note: string; readonly isUnwitnessed: boolean } | null>;
  tiles(places: readonly TilePlace[]): Promise<readonly Tile[]>;
  /** The lines of the keys of those who witness. */
  witnessKeys(): Promise<readonly string[]>;
}

/** What proofs are made of, within a transaction. */
export interface ProofStores {
  readonly statements: StatementStore;
  readonly log: LogReader;
  readonly incidents: {
    /** Opens an incident, once for the same detail. */
    open(kind: LogIncidentKind, detail: string): Promise<void>;
    /** Closes it with what was found; false when there is none that is open. */
    resolve(id: string, by: string, resolution: string): Promise<boolean>;
  };
}
