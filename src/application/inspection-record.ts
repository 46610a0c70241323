import type { Stage } from "@/domain/clearance/lifecycle";
import type { Check, StatedGround } from "@/domain/inspection/check";
import type { LineResult } from "@/domain/inspection/result";

/** What an inspection looks at, who does it, and where it is noted. */
export interface InspectionScope {
  /** All lines that were not looked at when it is left out. */
  readonly lines?: readonly number[] | undefined;
  readonly packages: string | null;
  readonly team: string | null;
  readonly note: string | null;
  /** What is looked at; the goods themselves when it is left out. */
  readonly checks?: readonly Check[] | undefined;
  /** What the officer found at gate two, for which it looks again at what gate one has looked at. */
  readonly ground?: StatedGround | null | undefined;
}

/** A look at goods that was ordered, or an audit after the release. */
export interface InspectionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly kind: "inspection" | "audit";
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly caseId: string | null;
  readonly stage: Stage;
  /** Numbers of the lines that are looked at. */
  readonly lines: readonly number[];
  /** Which packages, in words or by their marks. */
  readonly packages: string | null;
  readonly reasons: readonly string[];
  readonly team: string | null;
  readonly note: string | null;
  /** Whether it is to be repeated at the other gate, though there is a result. */
  readonly isFlagged: boolean;
  readonly state: "ordered" | "recorded" | "cancelled";
  readonly orderedBy: string;
  readonly orderedByName: string;
  readonly orderedAt: Date;
  readonly findings: string | null;
  readonly recordedAt: Date | null;
}

export interface PhotoRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly inspectionId: string;
  readonly line: number | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly takenBy: string;
}

/** What a look found, and who says so. */
export interface ResultRecord {
  readonly lines: readonly LineResult[];
  readonly findings: string | null;
  readonly isFlagged: boolean;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** The authority's inspections and audits. */
export interface InspectionStore {
  get(id: string): Promise<InspectionRecord | null>;
  ofShipment(shipmentId: string): Promise<readonly InspectionRecord[]>;
  /** What was found of the lines of a shipment at either gate, oldest first. */
  resultsOf(shipmentId: string): Promise<readonly { readonly line: number; readonly isIrregular: boolean }[]>;
  order(inspection: InspectionRecord): Promise<void>;
  /** False when it has a result already, or was cancelled. */
  record(id: string, result: ResultRecord): Promise<boolean>;
  cancel(id: string): Promise<boolean>;
  /** False when the same picture is there already. */
  addPhoto(photo: PhotoRecord): Promise<boolean>;
}
