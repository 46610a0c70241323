import type { DestructionReason, DestructionState } from "@/domain/destruction/destruction";
import type { Decimal } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import type { BookStore } from "./book-record";

export interface DestructionLineRecord {
  /** From 1, within the destruction. */
  readonly number: number;
  readonly itemId: string;
  readonly lotId: string;
  /** In declared units, as applied for. */
  readonly quantity: Decimal;
  /** What the witnesses saw destroyed; null before that. */
  readonly destroyed: Decimal | null;
}

/** What is left of destroyed goods, with its worth in its currency, to two digits. */
export interface Residue {
  readonly description: string;
  readonly value: string;
  readonly currency: string;
}

/** The destruction of bonded goods that are unfit for sale. */
export interface DestructionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly bookId: string;
  /** The customs office that supervises the book. */
  readonly authorityId: string;
  readonly number: string;
  readonly state: DestructionState;
  readonly reason: DestructionReason;
  readonly note: string;
  readonly place: string;
  readonly appointedOn: LocalDate;
  readonly appliedBy: string;
  readonly approvedOn: LocalDate | null;
  readonly destroyedOn: LocalDate | null;
  readonly statedBy: string | null;
  /** Who held the first witness's password link when they signed. */
  readonly statedLinkedBy: string | null;
  readonly residue: Residue | null;
  readonly lines: readonly DestructionLineRecord[];
}

/** What a step changes beside the state. */
export interface DestructionChange {
  readonly approvedOn?: LocalDate;
  readonly statement?: {
    readonly destroyedOn: LocalDate;
    readonly by: { readonly id: string; readonly name: string; readonly linkedBy: string | null };
    readonly residue: Residue | null;
    readonly lines: readonly { readonly number: number; readonly destroyed: Decimal }[];
  };
  readonly confirmedBy?: { readonly id: string; readonly name: string };
  readonly certificate?: { readonly number: string; readonly issuer: string; readonly issuedOn: LocalDate };
}

export interface DestructionStep {
  readonly organisationId: string;
  readonly id: string;
  readonly destructionId: string;
  readonly act: "apply" | "approve" | "refuse" | "cancel" | "state" | "confirm" | "dispute" | "certify";
  readonly reason: string | null;
  readonly by: string;
  readonly byName: string;
}

/** Destructions of the organisation's goods, or of those that it supervises as a customs office. */
export interface DestructionStore {
  /** Waits until nobody else acts on the destruction. */
  lock(id: string): Promise<void>;
  get(id: string): Promise<DestructionRecord | null>;
  add(destruction: DestructionRecord): Promise<void>;
  /** False when somebody moved it meanwhile. */
  move(
    destruction: Pick<DestructionRecord, "organisationId" | "id" | "state">,
    to: DestructionState,
    change: DestructionChange,
  ): Promise<boolean>;
  addStep(step: DestructionStep): Promise<void>;
  /** Whether a destruction of the organisation has this certificate. */
  isCertificateTaken(issuer: string, number: string): Promise<boolean>;
  /**
   * The book of a destruction's goods, of whoever keeps it: an office that refuses gives them back in its own
   * transaction. The database lets it do that and nothing else.
   */
  bookOf(organisationId: string): Pick<BookStore, "lockItems" | "find" | "standings" | "lotStandings" | "addEntries">;
}
