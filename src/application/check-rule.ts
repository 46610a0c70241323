import type { Failure } from "@/contracts/problem";
import type { Lists } from "@/domain/risk-rules/evaluate-rule";
import { type Condition, type ExpressionFault, listsOf } from "@/domain/risk-rules/expression";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { tryCases } from "@/domain/risk-rules/rule";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";
import { heldVersion, ruleFault, type VersionName, wrongState } from "./propose-rule";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * Reads the expression of a draft, looks for its lists and tries its cases. A draft that passes is checked, and changes
 * no more.
 */
export function checkRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  name: VersionName,
): Promise<Result<{ state: "checked" }, Failure>> {
  return inTransaction<{ state: "checked" }, Failure>(actor, async (tx) => {
    const loaded = await heldVersion(tx, actor, "propose_rule", name);
    if (!loaded.ok) return loaded;
    const { version } = loaded.value;
    if (version.state !== "draft") return wrongState(version.state);
    const read = await readRule(tx, version.content.expression);
    if (!read.ok) return read;
    const { condition, lists } = read.value;
    const { outcomes, fault } = tryCases(condition, version.content.cases, lists);
    const failing = outcomes.find((each) => each.expected !== each.found);
    if (fault) return ruleFault("/cases", fault, { name: failing?.name ?? "" });
    const isKept = await tx.rules.save(version, {
      state: "checked",
      lists: listsOf(condition),
      checks: {
        checkedAt: world.now().toISOString(),
        cases: outcomes.map((each) => ({ ...each, missing: [...each.missing] })),
      },
    });
    if (!isKept) return err({ kind: "stale_version", what: "rule" });
    await tx.audit.add("rule_checked", "risk_rule", name.ruleId, { number: String(name.number) });
    return ok({ state: "checked" });
  });
}

/** The condition of an expression, with the lists that it asks as they are now. */
export async function readRule(
  tx: Transaction,
  expression: string,
): Promise<Result<{ readonly condition: Condition; readonly lists: Lists }, Failure>> {
  const parsed = parseRule(expression);
  if (!parsed.ok) return expressionFault(parsed.error);
  const names = listsOf(parsed.value);
  const lists = await tx.rules.lists(names);
  const unknown = names.find((each) => !lists.has(each));
  return unknown === undefined
    ? ok({ condition: parsed.value, lists })
    : ruleFault("/expression", "list_unknown", { name: unknown });
}

/** Where an expression cannot be read, and why; characters are counted from 1, as people do. */
export function expressionFault({ kind, at, found, expected, nearest }: ExpressionFault): Result<never, Failure> {
  const problem = [
    kind.replaceAll("_", " "),
    found === "" ? "" : `: ${found}`,
    nearest ? ` (${nearest}?)` : expected === "" ? "" : ` (${expected})`,
  ].join("");
  return ruleFault("/expression", "expression_fault", { at: String(at + 1), problem });
}
