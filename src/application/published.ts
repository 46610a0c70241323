import type { CustomsEvent, PassportContent, PassportState, RevocationReason } from "@/domain/passport/passport";

/** A passport as everybody may read it. */
export interface PublishedPassport {
  readonly publicId: string;
  readonly state: Exclude<PassportState, "draft">;
  readonly version: number;
  readonly content: PassportContent;
  readonly history: readonly CustomsEvent[];
  readonly issuedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: RevocationReason | null;
  readonly credential: string;
  readonly revocationList: string;
  readonly suspensionList: string;
  readonly statusIndex: number;
  /** The passport that took its place. */
  readonly successorId: string | null;
}

/** What changed of what is published: a passport, with the goods that it is of, or status lists. */
export interface PublishedEvent {
  readonly passport?: string;
  readonly gtin?: string;
  readonly lists?: readonly string[];
}

/** What everybody may read, and nothing else. */
export interface Published {
  passport(publicId: string): Promise<PublishedPassport | null>;
  /** Passports of just these goods that are issued or suspended, the last issued first; a few. */
  ofGoods(goods: { gtin: string; batch: string | null; serial: string | null }): Promise<readonly PublishedPassport[]>;
  /** The signed snapshot of a status list. */
  statusList(publicId: string): Promise<string | null>;
  /** The newest checkpoint of the log with its cosignatures, word for word; null before the first. */
  checkpoint(): Promise<{ readonly size: number; readonly note: string } | null>;
  /** What is stored of a tile of the log; null where there is none. */
  tile(level: number, index: number): Promise<Uint8Array | null>;
  /** The commitments of so many leaves from one on. */
  leaves(from: number, count: number): Promise<readonly Uint8Array[]>;
  isHealthy(): Promise<boolean>;
}
