import type { Failure } from "@/contracts/problem";
import { type AeoAuthorisation, lightensControl } from "@/domain/aeo/authorisation";
import { type CreditRules, type CreditStanding, isLess } from "@/domain/aeo/standing";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { AuthorityMemory } from "./authority-memory";
import { assessedOf, changeOf, standingWith } from "./credit-change";
import type { OpenAssessment } from "./credit-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly memory: AuthorityMemory;
  readonly world: World;
}

/** What is about to be done. */
export type CreditChange =
  | { readonly act: "approve" | "suspend"; readonly authorisationId: string }
  | { readonly act: "benefits"; readonly policyId: string };

/** An open shipment of which lane or guarantee would be another. */
export interface ImpactRow {
  readonly shipmentId: string;
  readonly reference: string;
  /** Whose shipment it is; each broker numbers its own. */
  readonly broker: string;
  readonly stage: OpenAssessment["stage"];
  readonly tierBefore: CreditStanding["tier"];
  readonly tierAfter: CreditStanding["tier"];
  readonly laneBefore: OpenAssessment["lane"];
  readonly laneAfter: OpenAssessment["lane"];
  readonly waivedBefore: string;
  readonly waivedAfter: string;
  /** Whether it is looked at again at once; what only wins counts from the next assessment. */
  readonly isImmediate: boolean;
}

export interface Impact {
  /** How many open shipments were worked out, and whether there are more. */
  readonly looked: number;
  readonly isAll: boolean;
  /** Of those looked at, how many would stand in another lane, and how many with another guarantee. */
  readonly lanes: number;
  readonly guarantees: number;
  readonly rows: readonly ImpactRow[];
}

/** So many open shipments are worked out, the newest first. */
const MOST = 300;

/**
 * What an act would change of the shipments that are not released, before it is done: lanes chosen again by the function
 * that chooses every lane, from what was logged. Rules of risk are not evaluated again. Nothing is written.
 */
export function previewCredit(ports: Ports, actor: Actor, change: CreditChange): Promise<Result<Impact, Failure>> {
  const { inTransaction, world } = ports;
  return inTransaction<Impact, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "approve_aeo");
    if (!allowed.ok) return allowed;
    const supposed = await suppose(tx, world, actor, change);
    if (!supposed.ok) return supposed;
    const open = await tx.credit.openAssessments(MOST + 1);
    const rows: ImpactRow[] = [];
    for (const each of open.slice(0, MOST)) {
      const row = await rowOf(tx, ports.memory, each, supposed.value);
      if (row) rows.push(row);
    }
    return ok({
      looked: Math.min(open.length, MOST),
      isAll: open.length <= MOST,
      lanes: rows.filter(({ laneBefore, laneAfter }) => laneBefore !== laneAfter).length,
      guarantees: rows.filter(({ waivedBefore, waivedAfter }) => waivedBefore !== waivedAfter).length,
      rows,
    });
  });
}

interface Supposed {
  readonly day: LocalDate;
  readonly now: { readonly entries: readonly AeoAuthorisation[]; readonly rules: CreditRules };
  readonly supposed: { readonly entries: readonly AeoAuthorisation[]; readonly rules: CreditRules };
}

/** The entries and rules as they are, and as they would be. */
async function suppose(
  tx: Transaction,
  world: World,
  actor: Actor,
  change: CreditChange,
): Promise<Result<Supposed, Failure>> {
  const entries = await tx.authorisations.active();
  if (change.act === "benefits") {
    const loaded = found(await tx.credit.policy(change.policyId), "policy");
    if (!loaded.ok) return loaded;
    const { effectiveFrom } = loaded.value;
    const day = [effectiveFrom, world.today()].toSorted().at(-1) ?? effectiveFrom;
    const rules = await tx.credit.rulesOn(actor.organisationId, day);
    const withIt = { ...rules, policies: [...rules.policies, { ...loaded.value, effectiveFrom: day }] };
    return ok({ day, now: { entries, rules }, supposed: { entries, rules: withIt } });
  }
  const loaded = found(await tx.authorisations.get(change.authorisationId), "authorisation");
  if (!loaded.ok) return loaded;
  const entry = loaded.value;
  if (change.act === "suspend" && !lightensControl(entry.tier)) return err({ kind: "needs_second_person" });
  const isAhead = change.act === "approve" && entry.validFrom > world.today();
  const day = isAhead ? entry.validFrom : world.today();
  const rules = await tx.credit.rulesOn(actor.organisationId, day);
  const others = entries.filter((each) => each.id !== entry.id && each.aeoCode !== entry.aeoCode);
  return ok({
    day,
    now: { entries, rules },
    supposed: {
      entries: change.act === "approve" ? [...others, entry] : entries.filter(({ id }) => id !== entry.id),
      rules,
    },
  });
}

async function rowOf(
  tx: Transaction,
  memory: AuthorityMemory,
  open: OpenAssessment,
  { day, now, supposed }: Supposed,
): Promise<ImpactRow | null> {
  const assessed = await assessedOf(tx, open, day);
  if (!assessed) return null;
  const before = standingWith(now.entries, now.rules, assessed);
  const after = standingWith(supposed.entries, supposed.rules, assessed);
  // Neither what the act does not touch, nor what was assessed before it could count.
  const counts = canonicalJson(countsOf(after));
  if (canonicalJson(countsOf(before)) === counts || canonicalJson(countsOf(assessed.before)) === counts) return null;
  const changed = await changeOf(tx, memory, assessed, after);
  if (!changed) return null;
  return {
    shipmentId: open.shipmentId,
    reference: open.reference,
    broker: open.broker,
    stage: open.stage,
    tierBefore: assessed.before.tier,
    tierAfter: after.tier,
    laneBefore: changed.was.lane,
    laneAfter: changed.outcome.lane,
    waivedBefore: assessed.waived,
    waivedAfter: changed.waived,
    isImmediate: isLess(assessed.before, after),
  };
}

/** What of a standing counts for anything: which version says so does not. */
function countsOf({ tier, benefit }: CreditStanding) {
  return {
    tier,
    multiplier: String(benefit.inspectionMultiplier),
    share: benefit.guaranteeShare,
    priority: String(benefit.priority),
  };
}
