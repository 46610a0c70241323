import { add, compare, type Decimal, decimal, divide, formatDecimal, multiply, subtract, sum } from "../shared/decimal";
import { percent } from "../tariff/charge";
import { isUnder } from "../tariff/commodity-code";
import type { Agreement, OriginTest } from "./agreement";
import { type Material, type Production, statedCosts, worthOf } from "./production";

/** How a test came out. `formula` shows the figures; `materials` names those that fail it. */
export interface TestOutcome {
  readonly kind: OriginTest["kind"];
  readonly passes: boolean;
  /** The method of the regional value content, or that the small share was let pass. */
  readonly by: "build_down" | "build_up" | "de_minimis_value" | "de_minimis_weight" | null;
  readonly formula: string | null;
  /** Numbers of the materials that stand in the way, or that were let pass. */
  readonly materials: readonly number[];
}

interface Setting {
  readonly production: Production;
  readonly agreement: Agreement;
  readonly originating: readonly Material[];
  readonly others: readonly Material[];
}

const HUNDRED = decimal("100");

/** Applies one test of a product rule. */
export function applyTest(test: OriginTest, setting: Setting): TestOutcome {
  switch (test.kind) {
    case "WO":
      return outcome("WO", setting.production.isWhollyObtained);
    case "CR":
      return outcome("CR", setting.production.hasChemicalReaction);
    case "RVC":
      return regionalValue(test.percent, setting);
    default:
      return changeOfClassification(test, setting);
  }
}

function outcome(kind: OriginTest["kind"], passes: boolean, more: Partial<TestOutcome> = {}): TestOutcome {
  return { kind, passes, by: null, formula: null, materials: [], ...more };
}

/**
 * Regional value content by the better of the two methods, never rounded before it is compared:
 * build-down (FOB − VNM) ÷ FOB, build-up (VOM + labour + overhead + profit + other) ÷ FOB. RCEP art. 3.5.
 */
function regionalValue(percentage: string, setting: Setting): TestOutcome {
  const results = contents(setting);
  const best = results.reduce((a, b) => (compare(b.content, a.content) > 0 ? b : a));
  const fob = decimal(setting.production.fob);
  const passes = fob.units > 0n && compare(multiply(best.content, HUNDRED), multiply(fob, decimal(percentage))) >= 0;
  const share = fob.units > 0n ? percent(divide(best.content, fob, 6)) : "–";
  const formula = `${best.formula} ÷ ${formatDecimal(fob)} = ${share} ${passes ? "≥" : "<"} ${percentage} %`;
  return outcome("RVC", passes, { by: best.by, formula });
}

/** What the region adds to the good by either method, in money: the numerator of the regional value content. */
export function contents({
  production,
  originating,
  others,
}: Pick<Setting, "production" | "originating" | "others">): readonly [Content, ...Content[]] {
  const fob = decimal(production.fob);
  const foreign = worthOf(others);
  const down: Content = {
    by: "build_down",
    content: subtract(fob, foreign),
    formula: `(${formatDecimal(fob)} − ${formatDecimal(foreign)})`,
  };
  const costs = statedCosts(production);
  if (!costs) return [down];
  const own = worthOf(originating);
  const up: Content = {
    by: "build_up",
    content: add(own, costs),
    formula: `(${formatDecimal(own)} + ${formatDecimal(costs)})`,
  };
  return [down, up];
}

interface Content {
  readonly by: "build_down" | "build_up";
  readonly content: Decimal;
  readonly formula: string;
}

const DIGITS = { CC: 2, CTH: 4, CTSH: 6 } as const;

/** Every material that does not originate must come from another chapter, heading or subheading, but for a small share. */
function changeOfClassification(
  test: Extract<OriginTest, { kind: "CC" | "CTH" | "CTSH" }>,
  setting: Setting,
): TestOutcome {
  const own = setting.production.commodityCode.slice(0, DIGITS[test.kind]);
  const unchanged = setting.others.filter(
    ({ commodityCode }) => isUnder(commodityCode, own) || test.except.some((prefix) => isUnder(commodityCode, prefix)),
  );
  if (unchanged.length === 0) return outcome(test.kind, true);
  const materials = unchanged.map((material) => material.number);
  const tolerated = deMinimis(unchanged, setting);
  return tolerated
    ? outcome(test.kind, true, { ...tolerated, materials })
    : outcome(test.kind, false, { materials, formula: valueShare(unchanged, setting).formula });
}

/** RCEP art. 3.7: up to a share of FOB; for textiles up to a share of the weight as well. Null when it is more. */
function deMinimis(materials: readonly Material[], setting: Setting): Pick<TestOutcome, "by" | "formula"> | null {
  const byValue = valueShare(materials, setting);
  if (byValue.passes) return { by: "de_minimis_value", formula: byValue.formula };
  const byWeight = weightShare(materials, setting);
  return byWeight?.passes ? { by: "de_minimis_weight", formula: byWeight.formula } : null;
}

function valueShare(
  materials: readonly Material[],
  { production, agreement }: Setting,
): { passes: boolean; formula: string } {
  return shareOf(worthOf(materials), decimal(production.fob), agreement.deMinimis.valueShare, "");
}

function weightShare(
  materials: readonly Material[],
  { production, agreement }: Setting,
): { passes: boolean; formula: string } | null {
  const { weightChapters, weightShare: limit } = agreement.deMinimis;
  const weights = materials.flatMap(({ netWeightKg }) => (netWeightKg === null ? [] : [decimal(netWeightKg)]));
  const isTextile = weightChapters.some((chapter) => isUnder(production.commodityCode, chapter));
  if (!isTextile || production.netWeightKg === null || weights.length < materials.length) return null;
  return shareOf(sum(weights), decimal(production.netWeightKg), limit, " kg");
}

function shareOf(part: Decimal, whole: Decimal, limit: string, unit: string): { passes: boolean; formula: string } {
  const passes = whole.units > 0n && compare(part, multiply(whole, decimal(limit))) <= 0;
  const share = whole.units > 0n ? percent(divide(part, whole, 6)) : "–";
  const sign = passes ? "≤" : ">";
  return {
    passes,
    formula: `${formatDecimal(part)}${unit} ÷ ${formatDecimal(whole)}${unit} = ${share} ${sign} ${percent(decimal(limit))}`,
  };
}
