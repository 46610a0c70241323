import type { ActiveRule, RuleSet } from "@/domain/risk-rules/apply-rules";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Transaction } from "./ports";
import type { EvaluatedVersion } from "./rule-record";

/**
 * What the assessment asks of an authority on a day: its rules in force and in shadow, its lists, and its switches as
 * they stand now. Read in a transaction of the authority: who lodges sees none of it.
 */
export async function selectivityRules(
  tx: Pick<Transaction, "rules">,
  authorityId: string,
  day: LocalDate,
): Promise<RuleSet> {
  const { versions, lists, switches } = await tx.rules.inForce(authorityId, day);
  return { rules: versions.map(toRule), lists, switches };
}

/** A version that was checked parses; one that does not is damage, and no goods may pass by it unseen. */
function toRule({ rule, version, isShadow, unselectedInARow }: EvaluatedVersion): ActiveRule {
  const { title, lane, expression, rate, maxUnselected } = version.content;
  const parsed = parseRule(expression);
  if (!parsed.ok) throw new Error(`Rule ${rule.code} version ${version.number} cannot be read: ${parsed.error.kind}`);
  return {
    ruleId: rule.id,
    versionId: version.id,
    version: version.number,
    code: rule.code,
    title,
    lane,
    rate,
    maxUnselected,
    condition: parsed.value,
    isShadow,
    unselectedInARow,
  };
}
