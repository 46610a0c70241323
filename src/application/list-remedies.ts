import type { Failure } from "@/contracts/problem";
import type { ClearanceState, Stage } from "@/domain/clearance/lifecycle";
import type { BookBlocker } from "@/domain/release/release-order";
import { possibleSteps } from "@/domain/remedy/possible-steps";
import {
  outcomeOf,
  type RemedySet,
  remediesBeforeLane,
  remediesForBroker,
  remedySets,
  type Situation,
} from "@/domain/remedy/remedies";
import { type Counterfactual, counterfactuals, isSensitive } from "@/domain/remedy/sensitive";
import type { RemedyStep } from "@/domain/remedy/step";
import { passesSince } from "@/domain/review/decision";
import type { LaneInputs, ModelSays } from "@/domain/selectivity/lane-inputs";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, isAuthority } from "./actor";
import type { AuthorityPorts } from "./ask-authority";
import { toFacts } from "./dossier";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";
import { askAgain } from "./replay-lane";
import { isSecured } from "./secure-tax";

interface Ports extends AuthorityPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * What would release a clearance. `waits` where no lane is chosen yet or the account books are to be put right, `free` where nothing stands against it, `steps`
 * where somebody can do something, and `officer` where nobody but an officer can; why, a broker is not told.
 */
export interface Remedies {
  readonly status: "waits" | "free" | "steps" | "officer";
  readonly stage: Stage;
  readonly sets: readonly RemedySet[];
  /** For the authority alone: what each cause by itself does to the lane; null for others. */
  readonly counterfactuals: readonly Counterfactual[] | null;
  /** For the authority alone: whether the broker is told nothing of the sets; null for others. */
  readonly isHiddenFromBroker: boolean | null;
}

/** The lawful steps after which nothing stands against the release, each set tried by making the decision again. */
export function listRemedies(ports: Ports, actor: Actor, clearanceId: string): Promise<Result<Remedies, Failure>> {
  return ports.inTransaction<Remedies, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read");
    if (!allowed.ok) return allowed;
    const clearance = found(await tx.clearances.get(clearanceId), "clearance");
    if (!clearance.ok) return clearance;
    // Who looks at a decided case without its ruling would learn it here.
    const blind = isAuthority(actor) ? await tx.secondReviews.takenBy(actor.id) : null;
    if (blind?.shipmentId === clearance.value.shipmentId) return err({ kind: "not_found", what: "clearance" });
    const known = await situationOf(tx, ports, clearance.value);
    return ok(known ? answerTo(actor, known.situation, known.steps) : await beforeLane(tx, clearance.value));
  });
}

async function beforeLane(tx: Transaction, { id, stage, openedAt }: ClearanceRecord): Promise<Remedies> {
  const requirements = openedAt === null ? [] : await tx.requirements.ofClearance(id);
  const steps = possibleSteps({ requirements, facts: [], owesTax: false, isWithOfficer: false });
  const sets = remediesBeforeLane(requirements, steps);
  const status = sets.length > 0 ? "steps" : "waits";
  return { status, stage, sets, counterfactuals: null, isHiddenFromBroker: null };
}

const ENDED: readonly ClearanceState[] = ["released", "refused"];

function answerTo(actor: Actor, situation: Situation, steps: readonly RemedyStep[]): Remedies {
  const { stage, state, standing, says } = situation;
  const isOwn = isAuthority(actor);
  const sets = isOwn ? remedySets(situation, steps) : remediesForBroker(situation, steps);
  const isFree = ENDED.includes(state) || outcomeOf(situation, []).blockers.length === 0;
  return {
    status: isFree ? "free" : sets.length > 0 ? "steps" : situation.bookBlocker === null ? "officer" : "waits",
    stage,
    sets: isFree ? [] : sets,
    counterfactuals: isOwn ? counterfactuals(standing.inputs, says) : null,
    isHiddenFromBroker: isOwn ? state !== "releasable" && isSensitive(standing.inputs, says) : null,
  };
}

async function situationOf(
  tx: Transaction,
  ports: Ports,
  clearance: ClearanceRecord,
): Promise<{ situation: Situation; steps: readonly RemedyStep[] } | null> {
  const { id, shipmentId, stage, state, declarationId } = clearance;
  const risk = await tx.risks.ofClearance(id);
  const declaration = declarationId === null ? null : await tx.declarations.get(declarationId);
  if (!risk?.inputs || !declaration || risk.declarationId !== declarationId) return null;
  const says = await saysOf(ports, declaration.officeOrganisationId, risk.inputs);
  if (!says) return null;
  const requirements = await tx.requirements.ofClearance(id);
  const tax = await tx.taxes.ofDeclaration(declaration.id);
  const isTaxSecured = tax !== null && (await isSecured(tx, tax));
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  const documents = await tx.documents.listOf(shipmentId);
  const steps = possibleSteps({
    requirements,
    facts: toFacts(documents, await tx.fields.listOf(shipmentId)),
    owesTax: stage === "bonded_exit" && !isTaxSecured,
    isWithOfficer: state === "in_review" || state === "in_examination",
  });
  return {
    steps,
    situation: {
      stage,
      state,
      says,
      standing: { inputs: risk.inputs, requirements, isTaxSecured, isInspected: false },
      isFirstGateReleased: exit?.state === "released",
      bookBlocker: await bookBlockerOf(tx, ports, clearance),
      officersPassed: await officersPassed(tx, clearance),
    },
  };
}

/** What of the account books stands against the release; a gate that is behind the goods asks nothing of them. */
function bookBlockerOf(
  tx: Transaction,
  { world }: Ports,
  { organisationId, shipmentId, stage, state }: ClearanceRecord,
): Promise<BookBlocker | null> {
  if (stage !== "bonded_exit" || ENDED.includes(state)) return Promise.resolve(null);
  return tx.books.blocker(organisationId, shipmentId, world.today());
}

/** What the model of then said; asked in a transaction of the authority, for no broker sees a model. */
async function saysOf(
  { inAuthority, memory }: Ports,
  organisationId: string,
  inputs: LaneInputs,
): Promise<readonly ModelSays[] | null> {
  if (inputs.modelVersion === null) return [];
  const system: Actor = { kind: "system", id: "system", name: "system", organisationId };
  const asked = await inAuthority<readonly ModelSays[] | null, never>(system, async (tx) =>
    ok(await askAgain({ memory }, tx, inputs)),
  );
  return asked.ok ? asked.value : null;
}

async function officersPassed(tx: Transaction, { id, declarationId }: ClearanceRecord): Promise<number> {
  const passed = new Set<string>();
  for (const each of await tx.reviews.ofClearance(id))
    if (each.declarationId === declarationId)
      for (const { officerId } of passesSince(await tx.reviews.decisions(each.id), each.reopenedAt))
        passed.add(officerId);
  return passed.size;
}
