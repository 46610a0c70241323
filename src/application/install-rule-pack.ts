import type { Failure } from "@/contracts/problem";
import type { PackRule } from "@/contracts/rules";
import { listsOf } from "@/domain/risk-rules/expression";
import { tryCases } from "@/domain/risk-rules/rule";
import { err, ok, type Result } from "@/domain/shared/result";
import { readRule } from "./check-rule";
import type { Transaction, UnitOfWork, World } from "./ports";
import { addVersion, ruleFault } from "./propose-rule";
import type { RuleRecord } from "./rule-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly rulePack: readonly PackRule[];
}

const SYSTEM = { id: "system", name: "rule pack", linkedBy: null } as const;

/**
 * Gives an authority the rules that come with the product, each in force from today as version 1 by the system. A rule
 * whose code is there already stays what it is. Gives how many were installed.
 */
export function installRulePack(
  { inTransaction, world, rulePack }: Ports,
  authorityId: string,
): Promise<Result<{ installed: number }, Failure>> {
  const system = { kind: "system", id: "system", name: "system", organisationId: authorityId } as const;
  return inTransaction<{ installed: number }, Failure>(system, async (tx) => {
    await tx.rules.lock();
    let installed = 0;
    for (const shipped of rulePack) {
      if (await tx.rules.byCode(shipped.code)) continue;
      const done = await install(tx, world, authorityId, shipped);
      if (!done.ok) return done;
      installed += 1;
    }
    if (installed > 0)
      await tx.audit.add("rule_pack_installed", "organisation", authorityId, { rules: String(installed) });
    return ok({ installed });
  });
}

async function install(
  tx: Transaction,
  world: World,
  organisationId: string,
  { code, validFrom: _from, source: _source, ...content }: PackRule,
): Promise<Result<void, Failure>> {
  const read = await readRule(tx, content.expression);
  if (!read.ok) return read;
  const { outcomes, fault } = tryCases(read.value.condition, content.cases, read.value.lists);
  if (fault) return ruleFault("/cases", fault, { name: code });
  const rule: RuleRecord = { organisationId, id: world.newId(), code, origin: "rule_pack" };
  await tx.rules.add(rule);
  const versionId = await addVersion(tx, world, rule, { number: 1, content, author: SYSTEM });
  const [version] = await tx.rules.versions(rule.id);
  if (!version) return err({ kind: "not_found", what: "version" });
  await tx.rules.save(version, {
    state: "checked",
    lists: listsOf(read.value.condition),
    checks: {
      checkedAt: world.now().toISOString(),
      cases: outcomes.map((each) => ({ ...each, missing: [...each.missing] })),
    },
  });
  await tx.rules.activate({
    organisationId,
    id: world.newId(),
    ruleId: rule.id,
    versionId,
    kind: "pack",
    fromDay: world.today(),
    at: world.now(),
    by: SYSTEM.id,
    byName: SYSTEM.name,
    reason: null,
    acknowledgesNoHits: false,
  });
  return ok(undefined);
}
