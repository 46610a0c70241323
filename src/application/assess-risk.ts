import { plainOf } from "@/contracts/lane-inputs";
import { lightensControl } from "@/domain/aeo/authorisation";
import { multipliedShare } from "@/domain/aeo/benefits";
import type { CreditStanding } from "@/domain/aeo/standing";
import type { Stage } from "@/domain/clearance/lifecycle";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { declaredLines } from "@/domain/indicators/declared-lines";
import { CONSIGNEE_RULE, hardRules } from "@/domain/selectivity/hard-rules";
import { chooseFrom, drawOf, type LaneInputs, type LaneOutcome } from "@/domain/selectivity/lane-inputs";
import { publicCause } from "@/domain/selectivity/public-cause";
import { draw } from "@/domain/selectivity/random";
import { riskFacts } from "@/domain/selectivity/risk-facts";
import { holdsOn, type LocalDate } from "@/domain/shared/local-date";
import type { Reference } from "@/domain/tariff/reference";
import type { CustomsValue } from "@/domain/valuation/customs-value";
import { type AuthorityAnswer, type AuthorityPorts, askAuthority } from "./ask-authority";
import { countBenefit } from "./count-benefit";
import { looksOwed, type PassedHit, withoutPassed } from "./earlier-looks";
import { makersOf } from "./makers-of";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord } from "./records";
import type { RiskRecord } from "./risk-record";

/** What an assessment of risk needs beside its transaction. */
export interface RiskPorts extends AuthorityPorts {
  readonly world: World;
  /** The secret half of every draw and of the tokens that stand for names. */
  readonly drawKey: string;
}

interface Assessed {
  readonly content: DeclarationContent;
  readonly value: CustomsValue;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: LocalDate;
  readonly clearance: ClearanceRecord;
  readonly declaration: Pick<DeclarationRecord, "id" | "version" | "officeOrganisationId" | "officeId">;
  readonly standing: CreditStanding;
  readonly isReviewedBefore: boolean;
  /** The hits of rules that an officer looked into at the gate before. */
  readonly hitsPassed: readonly PassedHit[];
  /** Whether a contract, and not the waybill, says that the goods reach their buyer. */
  readonly isConsigneeExplained: boolean;
}

/**
 * Scores a clearance and chooses its lane, from inputs that are logged whole. The seeds of the draws are digests of the
 * installation's secret and of what is drawn for: nobody outside can foresee them, and with the logged seed anybody can
 * make the draw again. What was known of every line is added to the authority's history.
 */
export async function assessRisk(tx: Transaction, ports: RiskPorts, assessed: Assessed): Promise<RiskRecord> {
  const { world } = ports;
  const { clearance, declaration, day } = assessed;
  const gathered = await gather(tx, ports, assessed);
  const { inputs, answer, tier } = gathered;
  const outcome = chooseFrom(inputs, answer.says);
  const risk = toRecord(ports, assessed, inputs, outcome);
  await tx.risks.add(risk);
  await tx.history.add(
    inputs.lines.map(({ line, entry, subject }) => ({
      organisationId: declaration.officeOrganisationId,
      entry,
      at: world.now(),
      stage: clearance.stage,
      line,
      reference: gathered.reference,
      source: {
        organisationId: clearance.organisationId,
        shipmentId: clearance.shipmentId,
        clearanceId: clearance.id,
        declarationId: declaration.id,
      },
      subject,
      lane: outcome.lane,
      laneCause: outcome.cause,
      score: outcome.score,
      probability: answer.says.find((each) => each.line === line)?.probability ?? null,
      modelVersion: answer.modelVersion === null ? null : String(answer.modelVersion),
      isGenerated: false,
      shadow: answer.shadow.get(line) ?? {},
    })),
  );
  await logHits(tx, ports, assessed, inputs, answer);
  const { organisationId, shipmentId, id: clearanceId, stage } = clearance;
  await countBenefit(
    tx,
    world,
    {
      ...{ organisationId, shipmentId, clearanceId, stage, declarationId: declaration.id },
      authorityId: declaration.officeOrganisationId,
    },
    assessed.standing,
    { benefit: "inspection_rate", multiplier: assessed.standing.benefit.inspectionMultiplier },
    risk.id,
  );
  await witness(tx, risk, clearance.stage, tier, day);
  return risk;
}

/**
 * Hits of rules are the authority's to count: those that were selected, those that were not, those of the shadow. One
 * that an officer passed at the gate before was selected all the same, or a sampled rule would count it as let go.
 */
async function logHits(
  tx: Transaction,
  { world }: RiskPorts,
  { clearance, declaration }: Assessed,
  { lines }: LaneInputs,
  { hits }: AuthorityAnswer,
): Promise<void> {
  if (hits.length === 0) return;
  const { organisationId, shipmentId, id: clearanceId } = clearance;
  await tx.rules.addHits(
    hits.map(({ line, hit: { ruleId, versionId, lane, facts }, isShadow, isSelected }) => ({
      organisationId: declaration.officeOrganisationId,
      id: world.newId(),
      ruleId,
      versionId,
      entryId: lines.find((each) => each.line === line)?.entry.id ?? null,
      source: { organisationId, shipmentId, clearanceId },
      lane,
      isShadow,
      isSelected,
      facts,
      at: world.now(),
    })),
  );
}

async function gather(tx: Transaction, ports: RiskPorts, assessed: Assessed) {
  const { world, drawKey } = ports;
  const { content, value, reference, day, clearance, declaration } = assessed;
  const card = reference.scorecards.find((each) => holdsOn(each, day));
  if (!card) throw new Error(`No scorecard holds on ${day}; load the reference data.`);
  const { tier, authorisation, ...counted } = assessed.standing;
  const credit = { tier, authorisation };
  const facts = riskFacts({
    ...assessed,
    credit,
    earlierShipmentsOfBuyer: content.consumer
      ? await tx.shipments.countByConsumer(content.consumer.identityToken, clearance.shipmentId)
      : await tx.shipments.countByBuyer(content.buyer.value, clearance.shipmentId),
  });
  // Of the shipment and the gate alone: who amends a declaration does not draw again.
  const seedOf = (purpose: string) => world.sha256(`${drawKey}:${purpose}:${clearance.shipmentId}:${clearance.stage}`);
  const drawnForRules = new Map<string, string>();
  const tax = await tx.taxes.ofDeclaration(declaration.id);
  const documents = await tx.documents.listOf(clearance.shipmentId);
  const shipment = await tx.shipments.get(clearance.shipmentId);
  const answer = await askAuthority(ports, {
    authorityId: declaration.officeOrganisationId,
    day,
    clearanceId: clearance.id,
    stage: clearance.stage,
    regime: content.regime,
    tier: credit.tier,
    facts,
    card,
    consigneeDiffers: assessed.isConsigneeExplained,
    producers: await makersOf(tx, clearance.id, content),
    drawOfRule: (code) => {
      const seed = seedOf(`rule:${code}`);
      drawnForRules.set(code, seed);
      return draw(seed);
    },
    lines: declaredLines({
      content,
      value,
      taxes: tax?.lines ?? [],
      day,
      office: declaration.officeId,
      declarant: clearance.organisationId,
      isCertified: lightensControl(credit.tier),
      documents: documents.length,
      // Half of the digest is enough to tell firms apart, and the whole would only be longer.
      tokenOf: (name) => world.sha256(`${drawKey}:party:${name.trim().toLowerCase()}`).slice(0, 32),
      newId: () => world.newId(),
    }),
  });
  const profiles = reference.controlProfiles.filter((profile) => hardRules(facts, [profile], day).length > 0);
  const consignee = assessed.isConsigneeExplained
    ? [{ source: "hard_rule" as const, code: CONSIGNEE_RULE.code, lane: CONSIGNEE_RULE.lane, needsTwoOfficers: false }]
    : [];
  const { policy } = answer;
  // Until an authority makes a policy of its own, the scorecard says how often chance looks.
  const baseRandomShare = policy.version === 0 ? card.randomShare : policy.randomShare;
  const inputs: LaneInputs = {
    schema: 1,
    day,
    facts,
    card,
    bands: answer.bands,
    lines: answer.lines,
    modelVersion: answer.modelVersion,
    ruleVersions: answer.ruleVersions,
    profiles,
    demands: [
      ...consignee,
      ...withoutPassed(answer.demands, assessed.hitsPassed),
      ...(await looksOwed(tx, clearance.id)),
    ],
    draws: [
      { purpose: "random", seed: seedOf("random") },
      { purpose: "exploration", seed: seedOf("exploration") },
      ...[...drawnForRules].map(([code, seed]) => ({ purpose: `rule:${code}` as const, seed })),
    ],
    policy: {
      version: policy.version,
      randomShare: multipliedShare(baseRandomShare, counted.benefit.inspectionMultiplier),
      explorationShare: policy.explorationShare,
      maximumUnselected: policy.maximumUnselected,
      newcomerWeeks: policy.newcomerWeeks,
      greenDelayMinutes: policy.greenDelayMinutes[clearance.stage],
      yellowToBlueDays: policy.yellowToBlueDays,
    },
    unselectedInARow: answer.unselectedInARow,
    importerAgeWeeks: answer.importerAgeWeeks,
    credit: { ...counted, baseRandomShare },
  };
  return { inputs, answer, tier: credit.tier, reference: shipment?.reference ?? "" };
}

/** The record of a choice of a lane with all that it rested on. */
export function toRecord(
  { world }: Pick<RiskPorts, "world">,
  {
    clearance,
    declaration,
  }: { readonly clearance: ClearanceRecord; readonly declaration: Pick<DeclarationRecord, "id"> },
  inputs: LaneInputs,
  outcome: LaneOutcome,
): RiskRecord {
  const { organisationId, shipmentId, id: clearanceId, stage } = clearance;
  return {
    organisationId,
    id: world.newId(),
    shipmentId,
    clearanceId,
    declarationId: declaration.id,
    stage,
    scorecardVersion: inputs.card.version,
    score: outcome.score,
    lane: outcome.lane,
    laneCause: outcome.cause,
    needsTwoOfficers: outcome.needsTwoOfficers,
    hardRules: [
      ...outcome.hardRules.map((rule) => rule.code),
      ...inputs.demands.filter(({ source }) => source === "hard_rule").map(({ code }) => code),
    ],
    seed: inputs.draws[0]?.seed ?? "",
    drawValue: drawOf(inputs, "random"),
    randomShare: inputs.policy.randomShare,
    modelVersion: inputs.modelVersion === null ? null : String(inputs.modelVersion),
    policyVersion: inputs.policy.version,
    probability: outcome.probability,
    draws: inputs.draws,
    inputs,
    decisionHash: decisionHash(world, inputs, outcome),
    contributions: outcome.contributions,
  };
}

/** The digest of what a lane rested on and of what came of it: equal when the same inputs lead to the same choice. */
export function decisionHash(world: Pick<World, "sha256">, inputs: LaneInputs, outcome: LaneOutcome): string {
  return world.sha256(canonicalJson(plainOf({ inputs, outcome })));
}

async function witness(tx: Transaction, risk: RiskRecord, stage: Stage, tier: string, day: LocalDate): Promise<void> {
  const { organisationId, shipmentId } = risk;
  const base = { organisationId, shipmentId, actor: "system", stage, subject: risk.id };
  // The evidence is read by the broker as well: score and draw stay with the assessment, and the digest vouches for them.
  await tx.evidence.append({
    ...base,
    kind: "risk_assessed",
    facts: {
      scorecard: risk.scorecardVersion,
      credit: tier,
      day,
      decision: risk.decisionHash ?? "",
    },
  });
  const cause = publicCause(risk.laneCause, risk.contributions);
  await tx.evidence.append({ ...base, kind: "lane_assigned", facts: { lane: risk.lane, cause } });
}
