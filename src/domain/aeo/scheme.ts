import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import type { CreditTier } from "./authorisation";

/** A scheme of enterprise credit while it is in force: which classes it has, and what others come to in it. */
export interface CreditScheme extends Validity {
  readonly id: string;
  /** Such as `gacc_282`. */
  readonly code: string;
  /** Its classes, from the best to the worst. */
  readonly tiers: readonly CreditTier[];
  /** What a class of another scheme, which this one has not, counts as here. */
  readonly maps: Readonly<Partial<Record<CreditTier, CreditTier>>>;
  readonly citation: string;
}

/** The scheme in force on the day; null on a day for which the law's tables have none, and then no credit counts. */
export function schemeOn(schemes: readonly CreditScheme[], day: LocalDate): CreditScheme | null {
  return schemes.find((each) => holdsOn(each, day)) ?? null;
}

/**
 * What a tier counts as under a scheme: itself where the scheme has it, what the scheme maps it to where it has not. A
 * tier of which the scheme says nothing counts as none that lightens control: regular.
 */
export function tierUnder(scheme: CreditScheme, tier: CreditTier): CreditTier {
  if (scheme.tiers.includes(tier)) return tier;
  return scheme.maps[tier] ?? "regular";
}
