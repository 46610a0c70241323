import { compare, decimal, formatDecimal, ZERO } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Agreement, type DifferentialProduct, isParty, type ProductRule, productRuleOn } from "./agreement";
import { consignmentProblems, proofProblems } from "./conditions";
import { countryOfOrigin } from "./country-of-origin";
import { applyTest } from "./origin-tests";
import { divideMaterials, type Production, worthOf } from "./production";
import type { Alternative, OriginProblem, OriginVerdict } from "./verdict";

interface Question {
  readonly production: Production;
  readonly agreement: Agreement;
  readonly rules: readonly ProductRule[];
  readonly differentials: readonly DifferentialProduct[];
  readonly day: LocalDate;
}

/**
 * Decides from a bill of materials whether a good originates under the agreement: wholly obtained, made of originating
 * materials alone, or by the rule of its product; then whether it travelled and is proved so that the preference may
 * be claimed. RCEP ch. 3 (in force for China from 2022-01-01); another agreement is other data.
 */
export function decideOrigin(question: Question): OriginVerdict {
  const { production, agreement, day } = question;
  const found = criterionOf(question);
  const barred = [
    ...[production.country, production.importer]
      .filter((country) => !isParty(agreement, country, day))
      .map(
        (country): OriginProblem => ({ kind: "not_a_party", parameters: { country, agreement: agreement.code, day } }),
      ),
    ...(production.country === production.importer
      ? [{ kind: "same_party", parameters: { country: production.country } } as const]
      : []),
    ...found.problems,
  ];
  const originates = barred.length === 0;
  const conditions = [...consignmentProblems(production), ...proofProblems(production, agreement, day)];
  return {
    originates,
    mayClaim: originates && conditions.length === 0,
    criteria: originates ? found.criteria : [],
    rule: found.rule,
    alternatives: found.alternatives,
    country: originates ? countryOfOrigin({ ...question, criteria: found.criteria }) : null,
    problems: [...barred, ...conditions],
  };
}

type Criterion = Pick<OriginVerdict, "criteria" | "rule" | "alternatives" | "problems">;

function criterionOf(question: Question): Criterion {
  const { production, agreement, rules, day } = question;
  const rule = productRuleOn(rules, agreement.code, production.commodityCode, day);
  const bare = { rule, alternatives: [], problems: [] };
  if (compare(decimal(production.fob), ZERO) <= 0)
    return { ...bare, criteria: [], problems: [{ kind: "fob_not_positive", parameters: { fob: production.fob } }] };
  if (production.isWhollyObtained && production.materials.length === 0) return { ...bare, criteria: ["WO"] };
  if (!production.isMoreThanMinimal)
    return { ...bare, criteria: [], problems: [{ kind: "minimal_operations", parameters: {} }] };
  // Something that is made of nothing is not described yet; nobody may be told that it originates.
  if (production.materials.length === 0)
    return { ...bare, criteria: [], problems: [{ kind: "materials_missing", parameters: {} }] };
  const worth = worthOf(production.materials);
  if (compare(worth, decimal(production.fob)) > 0)
    return {
      ...bare,
      criteria: [],
      problems: [{ kind: "materials_exceed_fob", parameters: { value: formatDecimal(worth), fob: production.fob } }],
    };
  const { others } = divideMaterials(production, agreement, day);
  if (others.length === 0) return { ...bare, criteria: ["PE", ...accumulation(question)] };
  if (!rule)
    return {
      ...bare,
      criteria: [],
      problems: [{ kind: "no_product_rule", parameters: { code: production.commodityCode, day } }],
    };
  return byRule(question, rule);
}

function byRule(question: Question, rule: ProductRule): Criterion {
  const alternatives = tryRule(question, rule);
  const met = alternatives.find((alternative) => alternative.passes);
  if (!met) return { criteria: [], rule, alternatives, problems: [{ kind: "tests_failed", parameters: {} }] };
  return { criteria: criteriaOf(question, rule, met), rule, alternatives, problems: [] };
}

function tryRule({ production, agreement, day }: Question, rule: ProductRule): readonly Alternative[] {
  const setting = { production, agreement, ...divideMaterials(production, agreement, day) };
  return rule.alternatives.map((tests) => {
    const outcomes = tests.map((test) => applyTest(test, setting));
    return { passes: outcomes.every((each) => each.passes), tests: outcomes };
  });
}

function criteriaOf(question: Question, rule: ProductRule, { tests }: Alternative): readonly string[] {
  const names = tests.map(({ kind }) => (kind === "CC" || kind === "CTH" || kind === "CTSH" ? "CTC" : kind));
  const isTolerated = tests.some(({ by }) => by === "de_minimis_value" || by === "de_minimis_weight");
  const alone = { ...question, agreement: { ...question.agreement, cumulates: false } };
  const needsOthers = !tryRule(alone, rule).some((alternative) => alternative.passes);
  return [...new Set(names), ...(needsOthers ? ["ACU"] : []), ...(isTolerated ? ["DMI"] : [])];
}

/** `ACU` where materials of other parties were needed for the good to originate. */
function accumulation({ production }: Question): readonly string[] {
  return production.materials.some((material) => material.origin !== production.country) ? ["ACU"] : [];
}
