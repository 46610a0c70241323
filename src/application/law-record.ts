import type { Acknowledgement, LawCheck } from "@/contracts/law";
import type { FactKind, LawChange, LawFact } from "@/domain/law/change";
import type { LocalDate } from "@/domain/shared/local-date";

/** A basket of changes of the law, with what its last check found. */
export interface LawBasketRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly title: string;
  readonly effectiveOn: LocalDate;
  readonly state: "draft" | "checked" | "approved" | "rejected" | "withdrawn";
  readonly version: number;
  readonly openedBy: string;
  readonly openedByName: string;
  /** Who held the opener's password link when they opened it. */
  readonly openerLinkedBy: string | null;
  readonly checks: LawCheck | null;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly changes: readonly LawChangeRecord[];
}

export interface LawChangeRecord {
  readonly id: string;
  readonly change: LawChange;
  readonly addedBy: string;
  readonly addedByName: string;
  readonly adderLinkedBy: string | null;
}

/** Baskets, and the facts that they may change, inside one transaction. */
export interface LawStore {
  /** Whoever changes the law of the installation waits until no other does. */
  lock(): Promise<void>;
  get(id: string): Promise<LawBasketRecord | null>;
  add(basket: Omit<LawBasketRecord, "changes" | "version">): Promise<void>;
  addChanges(basketId: string, changes: readonly LawChangeRecord[]): Promise<void>;
  /** False when there is no such change in the basket. */
  removeChange(basketId: string, changeId: string): Promise<boolean>;
  /** Keeps what a basket came to; false when somebody else changed it since it was read. */
  save(
    basket: LawBasketRecord,
    change: Partial<Pick<LawBasketRecord, "state" | "checks" | "acknowledgements">>,
  ): Promise<boolean>;
  /** Approves, rejects or withdraws; what is approved is written with it, and what is withdrawn taken back. */
  settle(
    basket: LawBasketRecord,
    to: "approved" | "rejected" | "withdrawn",
    reason: string | null,
    by: { readonly id: string; readonly name: string },
  ): Promise<boolean>;
  /** A fact by its id, whenever it holds. */
  fact(kind: FactKind, id: string): Promise<LawFact | null>;
  /** Whether another approved basket ends what this one begins. */
  isBuiltUpon(basketId: string): Promise<boolean>;
  /** Lodged shipments that have not passed both gates, the latest first; one more than `most` says that there are more. */
  openShipments(most: number): Promise<readonly { readonly id: string; readonly reference: string }[]>;
}
