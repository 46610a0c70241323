import type { CreditTier } from "../aeo/authorisation";
import type { Stage } from "../clearance/lifecycle";
import type { HistoryEntry } from "../history/entry";
import type { RiskFacts } from "../selectivity/factors";
import { isVague, weightsDiffer } from "../selectivity/oddities";
import { type HistoryIndicators, unitPriceOf } from "./indicators";
import type { Ties } from "./ties";

/** Named values of a line, as rules of risk read them. */
export type Subject = Readonly<Record<string, string | number | boolean | null>>;

interface Known {
  readonly entry: HistoryEntry;
  readonly ties: Ties;
  readonly indicators: HistoryIndicators;
  readonly stage: Stage;
  readonly regime: string;
  readonly tier: CreditTier;
  /** What the papers say; null for a line of which no papers are kept. */
  readonly papers: {
    readonly facts: RiskFacts;
    readonly line: number;
    readonly vagueWords: readonly string[];
    readonly consigneeDiffers: boolean;
  } | null;
}

/** Everything that a rule may ask of a line, as it was known on its day. What nobody stated is null. */
export function subjectOf({ entry, ties, indicators, stage, regime, tier, papers }: Known): Subject {
  const { id: _id, isCertified: _tier, ...stated } = entry;
  return {
    ...stated,
    ...indicators,
    ...ties,
    stage,
    regime,
    isRetail: regime !== "0110",
    importerTier: tier,
    customsValue: entry.invoiceValue,
    unitPrice: unitPriceOf(entry),
    grossPerPackage:
      entry.grossKg === null || entry.packages === null || entry.packages <= 0 ? null : entry.grossKg / entry.packages,
    ...(papers ? ofPapers(papers) : NO_PAPERS),
  };
}

const NO_PAPERS: Subject = {
  isVague: null,
  declaredPackages: null,
  transportPackages: null,
  packagesDiffer: null,
  weightsDiffer: null,
  consigneeDiffers: null,
};

function ofPapers({ facts, line, vagueWords, consigneeDiffers }: NonNullable<Known["papers"]>): Subject {
  const { declaredPackages, transportPackages, declaredGrossKg, transportGrossKg } = facts;
  const description = facts.lines.find((each) => each.number === line)?.description ?? "";
  return {
    isVague: isVague(description, vagueWords),
    declaredPackages: numberOrNull(declaredPackages),
    transportPackages: numberOrNull(transportPackages),
    packagesDiffer: transportPackages === null ? null : declaredPackages !== transportPackages,
    weightsDiffer: transportGrossKg === null ? null : weightsDiffer(declaredGrossKg, transportGrossKg),
    consigneeDiffers,
  };
}

function numberOrNull(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
