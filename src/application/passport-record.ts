import type { GoodsKey } from "@/domain/passport/digital-link";
import type { CustomsEvent, PassportContent, PassportState, RevocationReason } from "@/domain/passport/passport";
import type { Verdict } from "@/domain/passport/verdict";
import type { ReleaseOrderRecord } from "./records";

/** A passport of goods as it is kept. */
export interface PassportRecord {
  readonly organisationId: string;
  readonly id: string;
  /** 128 random bits as base64url: what stands in addresses that everybody may ask. */
  readonly publicId: string;
  readonly state: PassportState;
  readonly version: number;
  /** The passport whose place it takes when it is issued. */
  readonly supersedesId: string | null;
  readonly content: PassportContent;
  /** Releases of its goods, as they stood when it was issued. */
  readonly history: readonly CustomsEvent[];
  /** The shipments whose releases it tells of. */
  readonly shipmentIds: readonly string[];
  readonly statusListId: string | null;
  readonly suspended: { readonly by: string; readonly linkedBy: string | null } | null;
}

/** What of a draft may be changed. */
export type PassportDraft = Pick<PassportRecord, "content" | "shipmentIds">;

/** What is fixed when a passport is issued. */
export interface Issued {
  readonly history: readonly CustomsEvent[];
  readonly statusListId: string;
  readonly statusIndex: number;
  readonly credential: string;
  readonly credentialSha256: string;
  readonly issuedAt: Date;
}

/** Two lists of bits in which a passport has the same place, by their public ids. */
export interface StatusListRecord {
  readonly id: string;
  readonly revocationId: string;
  readonly suspensionId: string;
}

/** Why a passport is taken back: what is published of it, and what is not. */
export interface TakenBack {
  readonly reason: RevocationReason;
  readonly note: string;
}

/** A passport that somebody else issued, as it was checked last. */
export interface ForeignPassport {
  readonly id: string;
  readonly issuer: string;
  readonly credentialId: string;
  readonly sha256: string;
  readonly credential: string;
  readonly verdict: Verdict;
}

/** Passports of the organisation. */
export interface PassportStore {
  /** Nobody else issues or takes back a passport of the organisation until the transaction ends; the last of all locks. */
  lock(): Promise<void>;
  get(id: string): Promise<PassportRecord | null>;
  add(passport: PassportRecord): Promise<void>;
  change(id: string, draft: PassportDraft): Promise<void>;
  /** Takes a draft away; false when it is none any more. */
  remove(id: string): Promise<boolean>;
  /** The passport of just these goods that is issued or suspended. */
  inForce(goods: GoodsKey): Promise<PassportRecord | null>;
  ofPublicId(publicId: string): Promise<PassportRecord | null>;
  issue(id: string, issued: Issued): Promise<void>;
  supersede(id: string): Promise<void>;
  suspend(id: string, why: TakenBack & { readonly linkedBy: string | null }): Promise<void>;
  /** What was suspended counts again. */
  lift(id: string): Promise<void>;
  revoke(id: string, why: TakenBack): Promise<void>;
  /** A place of a status list that is free, by chance; a list is begun with the ids where there is no room. */
  takePlace(ids: StatusListRecord): Promise<{ readonly list: StatusListRecord; readonly index: number }>;
  list(listId: string): Promise<StatusListRecord | null>;
  /** The places of the list that are set. */
  placesSet(listId: string): Promise<{ readonly revoked: readonly number[]; readonly suspended: readonly number[] }>;
  keepSnapshots(listId: string, snapshots: { readonly revocation: string; readonly suspension: string }): Promise<void>;
  /** The release orders of the organisation's shipments, the earliest first. */
  releasesOf(shipmentIds: readonly string[]): Promise<readonly ReleaseOrderRecord[]>;
  /** The passport of another issuer that is kept under the id. */
  foreign(issuer: string, credentialId: string): Promise<ForeignPassport | null>;
  /** Keeps it, or what was found of it now. */
  keepForeign(passport: ForeignPassport): Promise<void>;
  addLabel(label: { readonly sha256: string; readonly mediaType: string }): Promise<void>;
  hasLabel(sha256: string): Promise<boolean>;
}
