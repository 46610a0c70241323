import type { ModelReport } from "@/contracts/risk-model";
import type { SelectivityPolicy } from "@/domain/selectivity/policy";
import type { LocalDate } from "@/domain/shared/local-date";

/** A model learns trees, or weights that anybody can add up by hand. */
export type RiskModelKind = "boosted" | "scorecard";

/** A model in the registry of an authority. */
export interface RiskModelRecord {
  readonly organisationId: string;
  readonly id: string;
  /** Counts up with every model of the authority. */
  readonly version: number;
  readonly kind: RiskModelKind;
  readonly state: "training" | "failed" | "challenger" | "champion" | "retired";
  readonly trainedFrom: LocalDate;
  /** The first day that it knows nothing of. */
  readonly trainedBefore: LocalDate;
  readonly seed: number;
  readonly entries: number | null;
  readonly labels: number | null;
  /** How good it is; null until it is trained. */
  readonly report: ModelReport | null;
  readonly bodySha256: string | null;
  /** Why it was not trained. */
  readonly fault: string | null;
  readonly trainedBy: string;
  readonly trainedByName: string;
  readonly trainerLinkedBy: string | null;
  readonly promotedBy: string | null;
  readonly promotedByName: string | null;
  readonly createdAt: Date;
  readonly promotedAt: Date | null;
  readonly retiredAt: Date | null;
  /** When it was taken back as a champion; it is no champion again after that. */
  readonly rolledBackAt: Date | null;
}

/** The models of an authority. */
export interface RiskModelStore {
  /** Whoever changes the registry waits until no other does. */
  lock(): Promise<void>;
  list(): Promise<readonly RiskModelRecord[]>;
  get(id: string): Promise<RiskModelRecord | null>;
  /** The bytes that were learned; null while there are none. */
  body(id: string): Promise<Uint8Array | null>;
  add(model: RiskModelRecord): Promise<void>;
  /** Moves it only from this state; false when it is elsewhere by now. */
  move(id: string, from: RiskModelRecord["state"], change: RiskModelChange): Promise<boolean>;
}

export type RiskModelChange =
  | {
      readonly state: "challenger";
      readonly entries: number;
      readonly labels: number;
      readonly report: ModelReport;
      readonly body: Uint8Array;
      readonly bodySha256: string;
    }
  | { readonly state: "failed"; readonly fault: string }
  | { readonly state: "champion"; readonly by?: { readonly id: string; readonly name: string } }
  | { readonly state: "retired"; readonly isRolledBack?: boolean };

/** A policy with who proposed and who approved it. */
export interface PolicyRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly policy: SelectivityPolicy;
  readonly reason: string;
  readonly state: "proposed" | "active" | "superseded" | "rejected";
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposerLinkedBy: string | null;
  readonly approvedByName: string | null;
  readonly createdAt: Date;
}

/** The policies of an authority. */
export interface PolicyStore {
  lock(): Promise<void>;
  list(): Promise<readonly PolicyRecord[]>;
  get(id: string): Promise<PolicyRecord | null>;
  /** The one in force; the shipped one where the authority has none of its own. */
  active(): Promise<SelectivityPolicy>;
  add(policy: Omit<PolicyRecord, "approvedByName" | "createdAt">): Promise<void>;
  settle(
    id: string,
    state: "active" | "rejected",
    by: { readonly id: string; readonly name: string },
  ): Promise<boolean>;
}
