import type { Stage } from "@/domain/clearance/lifecycle";
import type { Check, CheckedItem, Ground, SealState } from "@/domain/inspection/check";
import type { CustodyStep } from "@/domain/inspection/custody";
import type { LabVerdict, Measurement } from "@/domain/inspection/lab-result";
import type { LocalDate } from "@/domain/shared/local-date";

/** One check of one line that was ordered. */
export interface InspectionItemRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly inspectionId: string;
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly stage: Stage;
  readonly line: number;
  readonly check: Check;
  readonly grounds: readonly Ground[];
  /** How the goods are described when the look is ordered; null where that was not kept. */
  readonly mark: string | null;
}

/** What a check found. */
export interface ItemResultRecord {
  readonly verdict: "passed" | "failed";
  readonly sealNumber: string | null;
  readonly sealState: SealState | null;
  readonly validUntil: LocalDate | null;
}

export interface SampleRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly itemId: string;
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly quantity: string;
  readonly sealNumber: string;
  readonly takenAt: Date;
}

export interface LabResultRecord {
  readonly sampleId: string;
  readonly laboratory: string;
  readonly reportNumber: string;
  readonly method: string;
  readonly reportedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly values: readonly Measurement[];
  readonly verdict: LabVerdict;
}

interface By {
  readonly id: string;
  readonly name: string;
}

/** What inspections look at, item by item. Nothing of it is changed once it is written. */
export interface InspectionItemStore {
  /** With whether it has a result, and whether its inspection was cancelled. */
  get(id: string): Promise<(InspectionItemRecord & { readonly isDone: boolean; readonly isCancelled: boolean }) | null>;
  ofInspection(inspectionId: string): Promise<readonly InspectionItemRecord[]>;
  /** Everything that was looked at of a shipment, at both gates, oldest first. */
  checked(shipmentId: string): Promise<readonly CheckedItem[]>;
  order(items: readonly InspectionItemRecord[]): Promise<void>;
  record(
    item: InspectionItemRecord,
    result: ItemResultRecord,
    by: By & { readonly linkedBy: string | null },
  ): Promise<void>;
  /**
   * Everybody who recorded something of an inspection: its results, its items, and its samples with their custody and
   * reports; nobody while no item has a result. Who held their link at the time is null where nobody did or it was not
   * kept.
   */
  recordersOf(inspectionId: string): Promise<readonly { readonly id: string; readonly linkedBy: string | null }[]>;
  /** False when it was countersigned before. */
  countersign(inspectionId: string, by: By): Promise<boolean>;
  /** The lines that two officers have looked at for a clearance, as supervision at both ends asks. */
  linesOfTwo(clearanceId: string): Promise<readonly number[]>;
  /** Whether a sample that was ordered for the clearance has no result. */
  awaitsLaboratory(clearanceId: string): Promise<boolean>;
}

/** Samples, who has them, and what laboratories found. Nothing of it is changed once it is written. */
export interface SampleStore {
  get(
    id: string,
  ): Promise<(SampleRecord & { readonly custody: readonly CustodyStep[]; readonly isReported: boolean }) | null>;
  /** All samples of an item with what the laboratory says of them; null while it says nothing. */
  ofItem(itemId: string): Promise<
    readonly (Pick<SampleRecord, "id" | "sealNumber"> & {
      readonly report: Pick<LabResultRecord, "verdict" | "validUntil"> | null;
    })[]
  >;
  add(sample: SampleRecord, by: By): Promise<void>;
  addStep(
    sample: Pick<SampleRecord, "id" | "organisationId">,
    position: number,
    step: CustodyStep,
    by: By,
  ): Promise<void>;
  report(sample: SampleRecord, result: LabResultRecord, by: By): Promise<void>;
}
