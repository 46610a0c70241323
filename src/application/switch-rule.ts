import type { Failure } from "@/contracts/problem";
import type { SwitchInput } from "@/contracts/rules";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

/**
 * Turns a kill switch, at once and on one person's word: of a rule, which then hits nothing; of goods by code or origin,
 * of which the machine then releases nothing. Both directions are logged with who and why.
 */
export function turnSwitch(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { kind, value, isOn, reason }: SwitchInput,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "switch_rule");
    if (!allowed.ok) return allowed;
    await tx.rules.lock();
    if (kind === "rule") {
      const rule = found(await tx.rules.byCode(value), "rule");
      if (!rule.ok) return rule;
    }
    const id = world.newId();
    await tx.rules.addSwitch({
      organisationId: actor.organisationId,
      id,
      kind,
      value,
      isOn,
      reason,
      by: actor.id,
      byName: actor.name,
      at: world.now(),
    });
    await tx.audit.add(isOn ? "kill_switch_on" : "kill_switch_off", "kill_switch", id, { kind, value, reason });
    return ok({ id });
  });
}
