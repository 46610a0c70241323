import { creditOf } from "@/domain/aeo/authorisation";
import type { Stage } from "@/domain/clearance/lifecycle";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import { CONSIGNEE_RULE, hardRules } from "@/domain/selectivity/hard-rules";
import { chooseLane } from "@/domain/selectivity/lane";
import { draw } from "@/domain/selectivity/random";
import { riskFacts } from "@/domain/selectivity/risk-facts";
import { score } from "@/domain/selectivity/score";
import { holdsOn, type LocalDate } from "@/domain/shared/local-date";
import { toDecimal } from "@/domain/shared/money";
import type { Reference } from "@/domain/tariff/reference";
import type { CustomsValue } from "@/domain/valuation/customs-value";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord, RiskRecord } from "./records";

interface Assessed {
  readonly content: DeclarationContent;
  readonly value: CustomsValue;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: LocalDate;
  readonly clearance: ClearanceRecord;
  readonly declarationId: string;
  readonly version: number;
  readonly isReviewedBefore: boolean;
  /** Whether a contract, and not the waybill, says that the goods reach their buyer. */
  readonly isConsigneeExplained: boolean;
}

/**
 * Scores a clearance and chooses its lane. The random draw's seed is a digest of the installation's secret and of what
 * is drawn for: nobody outside can foresee it, and with the logged seed anybody can make the draw again.
 */
export async function assessRisk(
  tx: Transaction,
  world: World,
  drawKey: string,
  assessed: Assessed,
): Promise<RiskRecord> {
  const { content, value, reference, day, clearance } = assessed;
  const card = reference.scorecards.find((each) => holdsOn(each, day));
  if (!card) throw new Error(`No scorecard holds on ${day}; load the reference data.`);
  const authorisations = await tx.authorisations.active();
  const credit = creditOf(authorisations, {
    holder: content.buyer.value,
    role: "importer",
    commodityCodes: content.lines.map((line) => line.commodityCode.value),
    origins: content.lines.map((line) => line.origin.value),
    valueCny: toDecimal(value.total),
    day,
  });
  const facts = riskFacts({
    ...assessed,
    credit,
    earlierShipmentsOfBuyer: content.consumer
      ? await tx.shipments.countByConsumer(content.consumer.identityToken, clearance.shipmentId)
      : await tx.shipments.countByBuyer(content.buyer.value, clearance.shipmentId),
  });
  const rules = [
    ...hardRules(facts, reference.controlProfiles, day),
    ...(assessed.isConsigneeExplained ? [CONSIGNEE_RULE] : []),
  ];
  const scored = score(facts, card);
  const seed = world.sha256(`${drawKey}:${clearance.shipmentId}:${assessed.version}:${clearance.stage}`);
  const drawValue = draw(seed);
  const choice = chooseLane(scored.score, rules, drawValue, card);
  const { organisationId, shipmentId, id: clearanceId, stage } = clearance;
  const risk: RiskRecord = {
    organisationId,
    id: world.newId(),
    shipmentId,
    clearanceId,
    declarationId: assessed.declarationId,
    stage,
    scorecardVersion: scored.version,
    score: scored.score,
    lane: choice.lane,
    laneCause: choice.cause,
    needsTwoOfficers: choice.needsTwoOfficers,
    hardRules: rules.map((rule) => rule.code),
    seed,
    drawValue,
    randomShare: card.randomShare,
    contributions: scored.contributions,
  };
  await tx.risks.add(risk);
  await witness(tx, risk, stage, credit.tier);
  return risk;
}

async function witness(tx: Transaction, risk: RiskRecord, stage: Stage, tier: string): Promise<void> {
  const { organisationId, shipmentId } = risk;
  const base = { organisationId, shipmentId, actor: "system", stage, subject: risk.id };
  await tx.evidence.append({
    ...base,
    kind: "risk_assessed",
    facts: {
      score: String(risk.score),
      scorecard: risk.scorecardVersion,
      credit: tier,
      seed: risk.seed,
      draw: String(risk.drawValue),
    },
  });
  await tx.evidence.append({ ...base, kind: "lane_assigned", facts: { lane: risk.lane, cause: risk.laneCause } });
}
