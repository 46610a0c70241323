import { add, compare, decimal, formatDecimal, multiply, ONE, subtract } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { err, ok, type Result } from "../shared/result";
import { CREDIT_TIERS, type CreditTier } from "./authorisation";

/** What a tier gets. The measure of all is a regular firm: 1, 1, 0 and no. */
export interface TierBenefit {
  /** By what the share of looks by chance is multiplied. */
  readonly inspectionMultiplier: number;
  /** The part of the tax that has to be secured by guarantee, from 0 to 1, as a plain decimal. */
  readonly guaranteeShare: string;
  /** The place in the queue of officers among cases whose clocks are as pressing; the higher is looked at sooner. */
  readonly priority: number;
  /** Whether one declaration may stand for a period. The product keeps the right and makes no such declaration. */
  readonly periodicDeclaration: boolean;
}

/** What credit is worth, from a day on. */
export interface BenefitPolicy {
  /** Counts up with every policy of an authority; 0 for the one that ships as reference data. */
  readonly version: number;
  readonly tiers: Readonly<Record<CreditTier, TierBenefit>>;
  /** What the operator of a partner country counts for, where an arrangement of mutual recognition is in force. */
  readonly mutual: { readonly counts: boolean; readonly inspectionMultiplier: number };
}

/** What a regular firm gets, and every firm on a day for which there is no policy. */
export const NO_BENEFIT: TierBenefit = {
  inspectionMultiplier: 1,
  guaranteeShare: "1",
  priority: 0,
  periodicDeclaration: false,
};

/** Below this, chance would no longer tell what a tier lets slip. */
export const LEAST_MULTIPLIER = 0.05;
const MOST_MULTIPLIER = 10;
const MOST_PRIORITY = 3;

/** What is wrong with a policy: which value, and why. */
export interface BenefitFault {
  /** A path such as `tiers.certified.priority`. */
  readonly field: string;
  readonly fault: "benefit_range" | "benefit_order" | "benefit_regular";
}

/** What is refused of credit as dated policy. */
export type CreditFault =
  | BenefitFault["fault"]
  | "aeo_code_of_partner"
  | "benefit_day_past"
  | "workbook_open"
  | "workbook_handed_in"
  | "workbook_file_size"
  | "workbook_unanswered";

/**
 * Refuses a policy that stops chance, that gives a bad tier more than a regular firm, that gives a worse tier more than a
 * better one, or that moves the measure itself.
 */
export function checkBenefits(policy: BenefitPolicy): Result<BenefitPolicy, readonly BenefitFault[]> {
  const faults = [
    ...CREDIT_TIERS.flatMap((tier) => rangeFaults(`tiers.${tier}`, policy.tiers[tier])),
    ...(isMultiplier(policy.mutual.inspectionMultiplier) && policy.mutual.inspectionMultiplier <= 1
      ? []
      : [{ field: "mutual.inspectionMultiplier", fault: "benefit_range" as const }]),
  ];
  if (faults.length > 0) return err(faults);
  if (!isRegular(policy.tiers.regular)) return err([{ field: "tiers.regular", fault: "benefit_regular" }]);
  const outOfOrder = CREDIT_TIERS.slice(1).filter((tier, index) => {
    const better = CREDIT_TIERS[index];
    return better !== undefined && !isNoWorse(policy.tiers[better], policy.tiers[tier]);
  });
  return outOfOrder.length === 0
    ? ok(policy)
    : err(outOfOrder.map((tier) => ({ field: `tiers.${tier}`, fault: "benefit_order" })));
}

function rangeFaults(path: string, each: TierBenefit): readonly BenefitFault[] {
  const checks: readonly [string, boolean][] = [
    ["inspectionMultiplier", isMultiplier(each.inspectionMultiplier)],
    ["guaranteeShare", isShare(each.guaranteeShare)],
    ["priority", Number.isInteger(each.priority) && each.priority >= 0 && each.priority <= MOST_PRIORITY],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => ({ field: `${path}.${name}`, fault: "benefit_range" }));
}

function isMultiplier(value: number): boolean {
  return value >= LEAST_MULTIPLIER && value <= MOST_MULTIPLIER;
}

function isShare(text: string): boolean {
  return /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(text);
}

function isRegular({ inspectionMultiplier, guaranteeShare, priority, periodicDeclaration }: TierBenefit): boolean {
  return (
    inspectionMultiplier === 1 &&
    compare(decimal(guaranteeShare), decimal("1")) === 0 &&
    priority === 0 &&
    !periodicDeclaration
  );
}

/** Whether the one gets at least what the other gets, in everything. */
export function isNoWorse(better: TierBenefit, worse: TierBenefit): boolean {
  return (
    better.inspectionMultiplier <= worse.inspectionMultiplier &&
    compare(decimal(better.guaranteeShare), decimal(worse.guaranteeShare)) <= 0 &&
    better.priority >= worse.priority &&
    (better.periodicDeclaration || !worse.periodicDeclaration)
  );
}

/** The share of looks by chance with credit counted in: never more than all, and never nothing of something. */
export function multipliedShare(share: number, multiplier: number): number {
  return Math.min(1, share * multiplier);
}

/**
 * What of an amount need not be secured, to the fen and rounded down, so that what is secured is never less than the
 * policy says.
 */
export function waivedOf(amount: string, guaranteeShare: string): string {
  const { units, scale } = multiply(decimal(amount), subtract(ONE, decimal(guaranteeShare)));
  const fen = scale > 2 ? units / 10n ** BigInt(scale - 2) : units * 10n ** BigInt(2 - scale);
  return formatDecimal({ units: fen, scale: 2 });
}

/**
 * What of a tax needs no guarantee when the share changes: what the new share lets go of the amount that was to be
 * secured, and never more than was let go before, for credit that is won counts from the next lodging.
 */
export function waivedAfter(waived: string, reserved: string, guaranteeShare: string): string {
  const again = waivedOf(formatDecimal(add(decimal(waived), decimal(reserved))), guaranteeShare);
  return compare(decimal(again), decimal(waived)) < 0 ? again : waived;
}

/** A policy as it stands with its first day. */
export interface DatedPolicy {
  readonly effectiveFrom: LocalDate;
  readonly policy: BenefitPolicy;
}

/** The policy of the day: the one that took effect last, the later made where two begin on a day. */
export function policyOn(policies: readonly DatedPolicy[], day: LocalDate): BenefitPolicy | null {
  return (
    policies
      .filter(({ effectiveFrom }) => effectiveFrom <= day)
      .reduce<DatedPolicy | null>((last, each) => (last === null || isLater(each, last) ? each : last), null)?.policy ??
    null
  );
}

function isLater(one: DatedPolicy, other: DatedPolicy): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom > other.effectiveFrom;
  return one.policy.version > other.policy.version;
}
