import type { Issue } from "../declaration/issue";
import type { LocalDate } from "../shared/local-date";
import { type Money, sumMoney } from "../shared/money";
import { ok, type Result } from "../shared/result";
import { assessEuropeanUnion, assessSingapore, assessUnitedKingdom, assessUnitedStates } from "./abroad";
import { assessGeneralTrade } from "./general-trade";
import { assessPersonalArticles } from "./personal-articles";
import { assessRetailImport } from "./retail-import";
import type { AssessmentInput, AssessmentStep, StepKind } from "./step";
import { currencyOf, type TaxRegime } from "./tax-regime";

/** The duty and taxes that follow from a declaration on a day of the law, in the currency of the jurisdiction. */
export interface Assessment {
  readonly regime: TaxRegime;
  readonly lawDate: LocalDate;
  readonly customsValue: Money;
  /** Import duty, with anti-dumping and countervailing duties. */
  readonly duty: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
  /** The one tax on personal articles. */
  readonly articleTax: Money;
  readonly fees: Money;
  readonly total: Money;
  readonly steps: readonly AssessmentStep[];
}

type Law = (input: AssessmentInput) => Result<readonly AssessmentStep[], readonly Issue[]>;

const LAWS: Readonly<Record<TaxRegime, Law>> = {
  "0110": assessGeneralTrade,
  "1210": assessRetailImport,
  "1239": assessRetailImport,
  "9610": assessRetailImport,
  personal: assessPersonalArticles,
  EU: assessEuropeanUnion,
  GB: assessUnitedKingdom,
  US: assessUnitedStates,
  SG: assessSingapore,
};

/**
 * Assesses what is due by the regime's own law on the day, to the minor unit of each tax of each line. Pure: the same
 * input gives the same steps. Refuses, with every issue at once, what the tariff or the law's tables have no row for,
 * and what the regime does not admit.
 */
export function assess(input: AssessmentInput): Result<Assessment, readonly Issue[]> {
  const regime = input.regime ?? input.content.regime;
  const taxed = LAWS[regime](input);
  if (!taxed.ok) return taxed;
  const steps = [...valueSteps(input), ...taxed.value];
  const currency = currencyOf(regime);
  const due = (...kinds: readonly StepKind[]) =>
    sumMoney(
      steps.filter((step) => kinds.includes(step.kind)).map((step) => step.amount),
      currency,
    );
  return ok({
    regime,
    lawDate: input.day,
    customsValue: input.value.total,
    duty: due("duty", "trade_remedy"),
    consumptionTax: due("consumption_tax"),
    vat: due("vat"),
    articleTax: due("article_tax"),
    fees: due("fee"),
    total: due("duty", "trade_remedy", "consumption_tax", "vat", "article_tax", "fee"),
    steps,
  });
}

function valueSteps({ value }: AssessmentInput): readonly AssessmentStep[] {
  return value.steps.map((step) => ({
    line: null,
    kind: "customs_value",
    base: step.base,
    rate: "",
    formula: step.formula,
    amount: step.amount,
    factId: null,
    citation: step.citation,
    validFrom: step.validFrom,
  }));
}
