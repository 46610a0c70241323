import type { Stage } from "@/domain/clearance/lifecycle";
import type { Draw, LaneInputs } from "@/domain/selectivity/lane-inputs";
import type { Lane } from "@/domain/selectivity/lanes";

/** How a clearance was scored and which lane was chosen, with all that it rested on. */
export interface RiskRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly stage: Stage;
  readonly scorecardVersion: string;
  readonly score: number;
  readonly lane: Lane;
  readonly laneCause: string;
  readonly needsTwoOfficers: boolean;
  readonly hardRules: readonly string[];
  readonly seed: string;
  readonly drawValue: number;
  readonly randomShare: number;
  /** The model of the authority that scored; null where none did. */
  readonly modelVersion: string | null;
  /** The authority's policy; null for assessments from before there were any. */
  readonly policyVersion: number | null;
  readonly probability: number | null;
  readonly draws: readonly Draw[];
  /** What the lane was chosen by; null for assessments from before it was kept. */
  readonly inputs: LaneInputs | null;
  readonly decisionHash: string | null;
  readonly contributions: readonly {
    readonly factor: string;
    readonly points: number;
    readonly evidence: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
}

/** An assessment that was kept, with when it was made. */
export interface AssessedRisk extends RiskRecord {
  readonly assessedAt: Date;
}
