import type { Failure } from "@/contracts/problem";
import { type CaseFile, examine } from "@/domain/pre-examination/examine";
import type { CaseLine } from "@/domain/pre-examination/past-line";
import { typesOf } from "@/domain/risk-model/risk-model";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { AuthorityPorts } from "./ask-authority";
import { withoutParticulars } from "./authority-fault";
import { type AuthorityMemory, tiesOf } from "./authority-memory";
import { toFacts } from "./dossier";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { PreExaminationRecord, SharedTokens } from "./pre-examination-record";
import type { ReviewCaseRecord } from "./review-record";
import type { RiskRecord } from "./risk-record";

interface Ports extends AuthorityPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Lines of which the likely kinds are said: the first ones, for a screen holds no more. */
const MOST_LINES = 3;
/** Less likely kinds than this are not named. */
const LEAST_SHARE = 0.2;

/**
 * Examines a case before its officer opens it: the worker's part, which the opening of the case owes. The message is the
 * broker's, what is made belongs to the authority, and no broker reads it.
 */
export function preExamineCase(
  { inTransaction, inAuthority, memory, world }: Ports,
  actor: Actor,
  messageId: string,
  caseId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "assess");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const reviewCase = found(await tx.reviews.get(caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    // An amendment took it back in the meantime; who had it may no longer see the goods.
    if (reviewCase.value.state !== "open") return ok(undefined);
    const declaration = found(await tx.declarations.get(reviewCase.value.declarationId), "declaration");
    if (!declaration.ok) return declaration;
    const organisationId = declaration.value.officeOrganisationId;
    const system: Actor = { kind: "system", id: "system", name: "system", organisationId };
    return withoutParticulars(() =>
      inAuthority<void, Failure>(system, (own) => makeOnce(own, { memory, world }, reviewCase.value, "worker")),
    );
  });
}

/** Makes sure that a case is examined when its officer asks for it: most were before, the others are on the spot. */
export function ensurePreExamined(
  { inTransaction, memory, world }: Pick<Ports, "inTransaction" | "memory" | "world">,
  actor: Actor,
  caseId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "see_workbench");
    if (!allowed.ok) return allowed;
    const reviewCase = found(await tx.reviews.get(caseId), "case");
    return reviewCase.ok ? makeOnce(tx, { memory, world }, reviewCase.value, "officer") : reviewCase;
  });
}

interface Making {
  readonly memory: AuthorityMemory;
  readonly world: World;
}

async function makeOnce(
  tx: Transaction,
  making: Making,
  reviewCase: ReviewCaseRecord,
  madeBy: PreExaminationRecord["madeBy"],
): Promise<Result<void, Failure>> {
  const { id: caseId, organisationId: sourceOrganisationId, shipmentId, clearanceId, declarationId } = reviewCase;
  if (await tx.preExaminations.ofCase(caseId, declarationId)) return ok(undefined);
  const file = await gather(tx, making, reviewCase);
  if (!file.ok) return file;
  const { world } = making;
  await tx.preExaminations.add({
    organisationId: file.value.authorityId,
    id: world.newId(),
    ...{ sourceOrganisationId, shipmentId, clearanceId, caseId, declarationId, madeBy },
    at: world.now(),
    body: examine(file.value.file),
  });
  return ok(undefined);
}

async function gather(
  tx: Transaction,
  { memory, world }: Making,
  { shipmentId, clearanceId, declarationId }: ReviewCaseRecord,
): Promise<Result<{ file: CaseFile; authorityId: string }, Failure>> {
  const newest = await tx.risks.ofClearance(clearanceId);
  // An assessment of another declaration says nothing of this case.
  const risk = found(newest?.declarationId === declarationId ? newest : null, "risk assessment");
  if (!risk.ok) return risk;
  const declaration = found(await tx.declarations.get(declarationId), "declaration");
  if (!declaration.ok) return declaration;
  const { content, officeOrganisationId } = declaration.value;
  const documents = await tx.documents.listOf(shipmentId);
  const own = (await tx.history.ofClearance(clearanceId)).filter(
    ({ source }) => source?.declarationId === declarationId,
  );
  const lines = own.map(
    ({ entry, subject, reference, isGenerated, line }): CaseLine => ({
      ...{ entry, reference, isGenerated, line },
      ties: tiesOf(subject),
    }),
  );
  const day = risk.value.inputs?.day ?? world.today();
  const headings = [...new Set(lines.map(({ entry }) => entry.commodityCode.slice(0, 4)))];
  return ok({
    authorityId: officeOrganisationId,
    file: {
      ...{ content, declarationId, lines, day },
      facts: toFacts(documents, await tx.fields.listOf(shipmentId)),
      lane: risk.value.lane,
      score: risk.value.score,
      ...ofRisk(risk.value),
      hits: await tx.preExaminations.hitsOf(
        clearanceId,
        lines.map(({ entry }) => entry.id),
      ),
      kinds: await likelyKinds(tx, memory, risk.value),
      alike: await tx.preExaminations.alike(headings, day),
      linked: await tx.preExaminations.linked(tokensOf(lines), day),
      requirements: await tx.requirements.ofClearance(clearanceId),
      documentTypes: documents.flatMap(({ type }) => type ?? []),
    },
  });
}

function ofRisk(risk: RiskRecord) {
  const { inputs, scorecardVersion, modelVersion, policyVersion, laneCause, hardRules, contributions } = risk;
  return { inputs, scorecardVersion, modelVersion, policyVersion, laneCause, hardRules, contributions };
}

/** Who declares is left out: a broker's house would tie every case to every other. */
function tokensOf(lines: readonly CaseLine[]): SharedTokens {
  const named = (tokens: readonly string[]) => [...new Set(tokens)].filter((token) => token !== "");
  return {
    parties: named(lines.flatMap(({ entry }) => [entry.importer, entry.exporter])),
    ties: named(lines.flatMap(({ ties }) => [ties.consumer, ties.address, ties.phone, ties.payer])),
  };
}

/** What the model of then takes to be wrong, should anything be; nothing where no model scored, or it is gone. */
async function likelyKinds(
  tx: Transaction,
  memory: AuthorityMemory,
  { inputs }: RiskRecord,
): Promise<CaseFile["kinds"]> {
  if (!inputs || inputs.modelVersion === null) return [];
  const scoring = await memory.modelOf(tx, inputs.modelVersion);
  if (!scoring) return [];
  return inputs.lines.slice(0, MOST_LINES).flatMap(({ line, features }) => {
    if (!features) return [];
    const row = Float64Array.from(features, (each) => each ?? Number.NaN);
    return typesOf(scoring.model, row)
      .filter(({ share }) => share >= LEAST_SHARE)
      .slice(0, 2)
      .map((kind) => ({ line, ...kind }));
  });
}
