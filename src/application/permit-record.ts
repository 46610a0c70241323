import type { UsedPermit } from "@/domain/permit/fits";
import type { Cover } from "@/domain/permit/meets";
import type { PermitFormat } from "@/domain/permit/number-format";
import type { Permit } from "@/domain/permit/permit";
import type { LocalDate } from "@/domain/shared/local-date";

export interface PermitRecord extends Permit {
  readonly organisationId: string;
  /** Whether the number has the form of its kind; false where no form is known. */
  readonly isFormKnown: boolean;
}

/** What of a permit may be mended; another number is another permit. */
export type PermitChange = Omit<PermitRecord, "organisationId" | "id" | "kind" | "number" | "isWithdrawn">;

/** Permits, registrations and certificates of the organisation, and what was taken of them. */
export interface PermitStore {
  get(id: string): Promise<PermitRecord | null>;
  /** Whether a permit of this kind and number is on record that was not withdrawn. */
  isOnRecord(kind: string, number: string): Promise<boolean>;
  /**
   * The permits of a kind with what other clearances have taken of their numbers, from withdrawn records of them too.
   * Those with a quantity are held until the transaction ends; in the order of locks they come last.
   */
  ofKind(kind: string, exceptClearanceId: string): Promise<readonly UsedPermit[]>;
  add(permit: PermitRecord): Promise<void>;
  change(id: string, change: PermitChange): Promise<void>;
  withdraw(id: string): Promise<boolean>;
  /** What the clearance takes of the permits of a kind now; of others of the kind it takes nothing any more. */
  take(
    use: { readonly kind: string; readonly clearanceId: string; readonly shipmentId: string },
    covers: readonly Cover[],
  ): Promise<void>;
  /** The clearance takes nothing any more of permits of other kinds than these. */
  takeOnly(clearanceId: string, kinds: readonly string[]): Promise<void>;
  /** The forms of numbers that hold on the day. */
  formatsOn(day: LocalDate): Promise<readonly PermitFormat[]>;
}
