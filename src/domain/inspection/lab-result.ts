import { compare, parseDecimal } from "../shared/decimal";
import { type CustodyStep, isUnbroken } from "./custody";

/** One thing that was measured, with the limit that it is held against. */
export interface Measurement {
  readonly analyte: string;
  /** A plain decimal. */
  readonly value: string;
  readonly unit: string;
  readonly limit: string;
  /** Whether the limit is the most or the least. */
  readonly bound: "at_most" | "at_least";
}

export const LAB_VERDICTS = ["within_limits", "exceeds", "chain_broken"] as const;
export type LabVerdict = (typeof LAB_VERDICTS)[number];

/** The measurements whose value or limit is no plain decimal, by their places from 0. */
export function unreadable(measurements: readonly Measurement[]): readonly number[] {
  return measurements.flatMap(({ value, limit }, index) =>
    parseDecimal(value).ok && parseDecimal(limit).ok ? [] : [index],
  );
}

/** Whether the value keeps its limit; the limit itself is kept. */
export function keepsLimit({ value, limit, bound }: Measurement): boolean {
  const [measured, held] = [parseDecimal(value), parseDecimal(limit)];
  if (!measured.ok || !held.ok) return false;
  const difference = compare(measured.value, held.value);
  return bound === "at_most" ? difference <= 0 : difference >= 0;
}

/**
 * What the samples of one item come to, null standing for one that has no report yet: the worst of them decides, so one
 * beyond a limit fails the item at once, and it passes when all are reported, one kept its limits and none is beyond.
 * Null while that is not known, and where every chain broke.
 */
export function itemVerdict(samples: readonly (LabVerdict | null)[]): "passed" | "failed" | null {
  if (samples.includes("exceeds")) return "failed";
  return samples.includes("within_limits") && !samples.includes(null) ? "passed" : null;
}

/** What the measurements come to. They are worked out here and never typed; a sample whose chain broke says nothing. */
export function labVerdict(measurements: readonly Measurement[], custody: readonly CustodyStep[]): LabVerdict {
  if (!isUnbroken(custody)) return "chain_broken";
  return measurements.every(keepsLimit) ? "within_limits" : "exceeds";
}
