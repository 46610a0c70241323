import type { Failure } from "@/contracts/problem";
import { type CreditStanding, isLess } from "@/domain/aeo/standing";
import type { ClearanceEvent, ClearanceState } from "@/domain/clearance/lifecycle";
import { severity } from "@/domain/selectivity/lane";
import type { LaneOutcome } from "@/domain/selectivity/lane-inputs";
import { publicCause } from "@/domain/selectivity/public-cause";
import { decimal, formatDecimal, subtract } from "@/domain/shared/decimal";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { openCase, save, walk } from "./advance";
import type { AuthorityPorts } from "./ask-authority";
import { decisionHash } from "./assess-risk";
import { withoutParticulars } from "./authority-fault";
import { countBenefit } from "./count-benefit";
import { type Assessed, assessedOf, type Changed, changeOf, standingWith } from "./credit-change";
import { lockedClearance } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord } from "./records";
import { secureAgain } from "./secure-again";
import { isSecured } from "./secure-tax";

type Ports = { readonly inTransaction: UnitOfWork; readonly world: World } & AuthorityPorts;

/**
 * Looks again at a clearance that is not released, because credit may count for less than when its lane was chosen. The
 * lane is chosen from the logged inputs with the standing of today; it only ever becomes stricter, and what an officer
 * passed stays passed. What was let go of the guarantee is reserved, or asked for. The same loss is written down once.
 */
export function reassessCredit(
  ports: Ports,
  actor: Actor,
  messageId: string,
  clearanceId: string,
): Promise<Result<void, Failure>> {
  const { inTransaction, world } = ports;
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "assess");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const loaded = await lockedClearance(tx, clearanceId);
    if (!loaded.ok) return loaded;
    const loss = await lossOf(tx, ports, loaded.value);
    return loss ? apply(tx, world, loss) : ok(undefined);
  });
}

/** What the clearance loses; null where it is not open, loses nothing, or its loss was written down. */
async function lossOf(tx: Transaction, ports: Ports, clearance: ClearanceRecord): Promise<Loss | null> {
  const { id: clearanceId, declarationId, stage } = clearance;
  const today = ports.world.today();
  const declaration = declarationId === null ? null : await tx.declarations.get(declarationId);
  if (!declaration || !isOpen(clearance.state)) return null;
  const assessed = await assessedOf(tx, { clearanceId, declarationId: declaration.id, stage }, today);
  if (!assessed) return null;
  const rules = await tx.credit.rulesOn(declaration.officeOrganisationId, today);
  const after = standingWith(await tx.authorisations.active(), rules, assessed);
  if (!isLess(assessed.before, after)) return null;
  const changed = await chooseAgain(ports, declaration.officeOrganisationId, assessed, after);
  if (!changed) return null;
  const hash = decisionHash(ports.world, changed.inputs, changed.outcome);
  const last = await tx.credit.lastFlag(clearanceId);
  return last?.decisionHash === hash ? null : { clearance, declaration, assessed, after, changed, hash };
}

const OPEN: readonly ClearanceState[] = ["in_review", "in_examination", "queried", "held", "releasable"];

function isOpen(state: ClearanceState): boolean {
  return OPEN.includes(state);
}

/** The model of then is the authority's, so it is asked in the authority's own transaction. */
async function chooseAgain(
  { inAuthority, memory }: Ports,
  authorityId: string,
  assessed: Assessed,
  after: CreditStanding,
): Promise<Changed | null> {
  const actor: Actor = { kind: "system", id: "system", name: "system", organisationId: authorityId };
  const found = await withoutParticulars(() =>
    inAuthority<Changed | null, never>(actor, async (tx) => ok(await changeOf(tx, memory, assessed, after))),
  );
  return found.ok ? found.value : null;
}

interface Loss {
  readonly clearance: ClearanceRecord;
  readonly declaration: DeclarationRecord;
  readonly assessed: Assessed;
  readonly after: CreditStanding;
  readonly changed: Changed;
  readonly hash: string;
}

async function apply(tx: Transaction, world: World, loss: Loss): Promise<Result<void, Failure>> {
  const { clearance, declaration, assessed, after, changed, hash } = loss;
  const { organisationId, shipmentId, id: clearanceId, stage } = clearance;
  const laneBefore = clearance.lane ?? changed.was.lane;
  const moved = await tighten(tx, world, clearance, changed.outcome);
  if (!moved.ok) return moved;
  const flagId = world.newId();
  await askForGuarantee(tx, world, loss, flagId);
  const reviewCase = await tx.reviews.openOf(clearanceId);
  if (reviewCase && reviewCase.creditPriority > after.benefit.priority)
    await tx.reviews.setPriority(reviewCase.id, after.benefit.priority);
  const tax = stage === "bonded_exit" ? await tx.taxes.ofDeclaration(declaration.id) : null;
  await tx.credit.addFlag({
    ...{ organisationId, id: flagId, shipmentId, clearanceId, authorityId: declaration.officeOrganisationId },
    tierBefore: assessed.before.tier,
    tierAfter: after.tier,
    laneBefore,
    laneAfter: moved.value.lane ?? laneBefore,
    waivedBefore: assessed.waived,
    waivedAfter: changed.waived,
    isSecured: tax === null || (await isSecured(tx, tax)),
    inputs: changed.inputs,
    decisionHash: hash,
  });
  await tx.evidence.append({
    ...{ organisationId, shipmentId, stage, actor: "system", subject: flagId, kind: "credit_reassessed" },
    facts: {
      tier_before: assessed.before.tier,
      tier_after: after.tier,
      lane: moved.value.lane ?? laneBefore,
      decision: hash,
    },
  });
  await tx.announce(organisationId, shipmentId, {});
  return ok(undefined);
}

/** How a clearance that is not released comes before an officer, or before a stricter look. */
const WAYS: Readonly<Record<"yellow" | "red", Partial<Record<ClearanceState, readonly ClearanceEvent[]>>>> = {
  yellow: { releasable: ["hold_placed", "review_resumed"] },
  red: { releasable: ["hold_placed", "examination_resumed"], in_review: ["review_escalated"], queried: [], held: [] },
};

async function tighten(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
  outcome: LaneOutcome,
): Promise<Result<ClearanceRecord, Failure>> {
  const { lane } = outcome;
  const isStricter = clearance.lane === null || severity(lane) > severity(clearance.lane);
  const events = lane === "yellow" || lane === "red" ? WAYS[lane][clearance.state] : [];
  const risk = await tx.risks.ofClearance(clearance.id);
  const cases = await tx.reviews.ofClearance(clearance.id);
  const wasPassed = cases.some((each) => each.declarationId === clearance.declarationId && each.state === "decided");
  if (!isStricter || events === undefined || wasPassed || !risk) return ok(clearance);
  const walked = walk(clearance, events);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane });
  if (!saved.ok) return saved;
  const { organisationId, shipmentId, stage } = clearance;
  await tx.evidence.append({
    ...{ organisationId, shipmentId, stage, actor: "system", subject: risk.id, kind: "lane_assigned" },
    facts: { lane, cause: publicCause(outcome.cause, outcome.contributions) },
  });
  const open = cases.find((each) => each.state === "open");
  if (open) await tx.reviews.setLane(open.id, lane);
  // Without the inputs of the assessment no days turn it blue, and no priority is used.
  else if (lane === "yellow" || lane === "red") await openCase(tx, world, saved.value, { ...risk, lane, inputs: null });
  return saved;
}

/** Takes back what was waived, and reserves it where the guarantee holds as much. */
async function askForGuarantee(tx: Transaction, world: World, loss: Loss, flagId: string): Promise<void> {
  const { clearance, declaration, assessed, changed } = loss;
  const { organisationId, shipmentId, id: clearanceId, stage } = clearance;
  const amount = formatDecimal(subtract(decimal(assessed.waived), decimal(changed.waived)));
  await countBenefit(
    tx,
    world,
    {
      ...{ organisationId, shipmentId, clearanceId, stage, declarationId: declaration.id },
      authorityId: declaration.officeOrganisationId,
    },
    assessed.before,
    { benefit: "guarantee", amount: formatDecimal(subtract(decimal("0"), decimal(amount))) },
    flagId,
  );
  const tax = await tx.taxes.ofDeclaration(declaration.id);
  if (tax && stage === "bonded_exit") await secureAgain(tx, world, tax, amount, flagId);
}
