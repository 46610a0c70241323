import type { Stage } from "../clearance/lifecycle";
import type { LocalDate } from "../shared/local-date";
import type { GoodsKey } from "./digital-link";
import type { QualityReport } from "./quality";

/** What a passport speaks of: all goods of a number, one production of them, or one piece. */
export const GRANULARITIES = ["model", "batch", "item"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** A part of the goods and its share in hundredths of the whole, by mass. */
export interface Component {
  readonly material: string;
  readonly share: string;
  /** ISO 3166 alpha-2 code of the country that it comes from, where that is known. */
  readonly origin: string | null;
}

/** What proves where goods originate: the number of a certificate, the hash of its file, or both. */
export interface OriginProof {
  readonly number: string | null;
  readonly sha256: string | null;
}

/** What a passport says of goods. All of it is published when it is issued. */
export interface PassportContent extends GoodsKey {
  readonly granularity: Granularity;
  readonly name: string;
  readonly description: string | null;
  /** Codes of the Harmonized System with six digits, and of national tariffs with eight or ten. */
  readonly codes: readonly string[];
  /** ISO 3166 alpha-2 code. */
  readonly origin: string;
  readonly originProof: OriginProof | null;
  readonly composition: readonly Component[];
  readonly producer: { readonly name: string; readonly registration: string | null };
  readonly facility: { readonly name: string; readonly registration: string | null } | null;
  readonly producedOn: LocalDate | null;
  /** The day on which the goods expire. */
  readonly expiresOn: LocalDate | null;
  /** The last day on which the passport holds. */
  readonly validUntil: LocalDate;
  readonly reports: readonly QualityReport[];
  /** A picture of the label, by the hash of its file. */
  readonly label: { readonly sha256: string; readonly mediaType: "image/png" | "image/jpeg" } | null;
}

/** A release at a gate, as a passport tells of it: whoever holds the order can work out its hash, nobody else learns it. */
export interface CustomsEvent {
  readonly stage: Stage;
  readonly releasedOn: LocalDate;
  /** Hex SHA-256 over the canonical JSON of the order's gate, number and instant. */
  readonly orderHash: string;
}

export const PASSPORT_STATES = ["draft", "issued", "suspended", "superseded", "revoked"] as const;
export type PassportState = (typeof PASSPORT_STATES)[number];

/** Why a passport is taken back. */
export const REVOCATION_REASONS = [
  "recalled",
  "wrong_content",
  "counterfeit",
  "producer_withdrew",
  "key_compromised",
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** What may follow a state: a suspension ends by a second person, in one of two ways. */
const NEXT: Readonly<Record<PassportState, readonly PassportState[]>> = {
  draft: ["issued"],
  issued: ["suspended", "superseded"],
  suspended: ["issued", "revoked"],
  superseded: [],
  revoked: [],
};

/** Whether a passport in the one state may come into the other. */
export function mayBecome(from: PassportState, to: PassportState): boolean {
  return NEXT[from].includes(to);
}

/** How a passport stands on a day, for whoever holds the goods. */
export type Standing = "valid" | "expired" | "suspended" | "superseded" | "revoked";

/** What an issued passport is worth on a day. That it was taken back tells more than that its time is over. */
export function standingOn(
  { state, validUntil }: { readonly state: Exclude<PassportState, "draft">; readonly validUntil: LocalDate },
  day: LocalDate,
): Standing {
  if (state !== "issued") return state;
  return validUntil < day ? "expired" : "valid";
}
