import {
  type Known,
  PRODUCER_ORIGINS,
  type ResolvedRequirement,
  resolveRequirements,
} from "@/domain/clearance/requirements";
import { consigneeOnTransport } from "@/domain/declaration/assemble";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import { type DocumentType, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "@/domain/document/document";
import { suspendedLines } from "@/domain/selectivity/hard-rules";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Reference } from "@/domain/tariff/reference";
import { permitByItself, standingOf } from "./permits-for";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord, RequirementRecord } from "./records";

interface Asked {
  readonly clearance: ClearanceRecord;
  readonly content: DeclarationContent;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: LocalDate;
  /** The consumer's name in clear, for the comparison alone. */
  readonly consumerName: string | null;
  /** Whether the gate is not open yet: what it asks is only prepared, and witnessed once it opens. */
  readonly isAhead?: boolean;
}

/** Works out what the stage asks for and keeps it; what a person has evidenced stays so for the same goods. */
export async function askRequirements(
  tx: Transaction,
  world: World,
  asked: Asked,
): Promise<readonly RequirementRecord[]> {
  const { clearance, content, facts, reference, day } = asked;
  const lines = content.lines.map(({ number, description, commodityCode, origin }) => ({
    number,
    description: description.value,
    commodityCode: commodityCode.value,
    origin: origin.value,
  }));
  const resolved = resolveRequirements({
    stage: clearance.stage,
    regime: content.regime,
    lines,
    day,
    rules: reference.requirementRules,
    known: {
      ...knownOf(content, facts, asked.consumerName),
      suspendedLines: suspendedLines(lines, reference.controlProfiles, day),
    },
  });
  const before = new Map((await tx.requirements.ofClearance(clearance.id)).map((each) => [each.code, each]));
  const isOpen = ({ asksPaper, state }: ResolvedRequirement) => asksPaper && state === "missing";
  // What is not asked any more, of other goods say, is taken of no permit any more.
  await tx.permits.takeOnly(
    clearance.id,
    resolved.filter(isOpen).map(({ code }) => code),
  );
  const records: RequirementRecord[] = [];
  for (const each of resolved) {
    const stated = toRecord(world, clearance, each, before.get(each.code));
    records.push(isOpen(each) ? await byPermits(tx, asked, each, stated) : stated);
  }
  await tx.requirements.put(records);
  const changed = records.filter((each) => before.get(each.code)?.state !== each.state);
  if (!asked.isAhead) for (const record of changed) await witnessRequirement(tx, record);
  return records;
}

/** Puts into the evidence where a requirement stands. */
export async function witnessRequirement(tx: Transaction, record: RequirementRecord): Promise<void> {
  const { organisationId, shipmentId, stage, id: subject, code: requirement, state, reason } = record;
  await tx.evidence.append({
    ...{ organisationId, shipmentId, stage, subject, actor: "system" },
    kind: "requirement_resolved",
    facts: { requirement, state, reason },
  });
}

/** What is known from the declaration and its documents without asking anybody. */
export function knownOf(
  content: DeclarationContent,
  facts: readonly Fact[],
  consumerName: string | null,
): Omit<Known, "suspendedLines"> {
  const isThere = (types: readonly DocumentType[]) =>
    facts.some((fact) => fact.documentType !== null && types.includes(fact.documentType));
  return {
    hasInvoice: isThere(INVOICE_TYPES),
    hasTransportDocument: isThere(TRANSPORT_DOCUMENT_TYPES),
    preference: content.preference?.value ?? null,
    declaredBuyer: content.buyer.value,
    consigneeOnTransport: consigneeOnTransport(facts),
    consumerName,
  };
}

/**
 * The requirement as the permits on record leave it: a number that is on record and does not fit these goods on this day
 * meets nothing any more, and where the only fitting permit is in the buyer's name, nobody is asked for its number.
 */
async function byPermits(
  tx: Transaction,
  { clearance, content, day }: Asked,
  resolved: ResolvedRequirement,
  record: RequirementRecord,
): Promise<RequirementRecord> {
  const { id: clearanceId, shipmentId } = clearance;
  const permits = await tx.permits.ofKind(record.code, clearanceId);
  if (permits.length === 0) return record;
  const about = { lines: resolved.parameters.lines, content, permits, day };
  const { evidenceReference } = record;
  const standing = evidenceReference === null ? null : standingOf(evidenceReference, about);
  const own = standing === null ? permitByItself(about) : null;
  const covers = standing?.kind === "met" ? standing.covers : own ? [own] : [];
  await tx.permits.take({ kind: record.code, clearanceId, shipmentId }, covers);
  if (own) return { ...record, state: "verified", evidenceReference: own.permit.number };
  if (standing?.kind !== "not_met") return record;
  const { fault, parameters } = standing.misfit;
  return {
    ...record,
    state: "missing",
    reason: fault,
    parameters: { ...parameters, ...record.parameters },
    evidenceReference: null,
    evidenceDocumentId: null,
  };
}

const ABOUT = ["codes", "declared", "transport", PRODUCER_ORIGINS] as const;

function toRecord(
  world: World,
  clearance: ClearanceRecord,
  resolved: ResolvedRequirement,
  known: RequirementRecord | undefined,
): RequirementRecord {
  const { organisationId, shipmentId, stage } = clearance;
  // A paper was named for certain goods and firms; for others it says nothing.
  const isKept = resolved.asksPaper && ABOUT.every((each) => known?.parameters[each] === resolved.parameters[each]);
  const evidence = isKept && known?.evidenceReference ? known : null;
  return {
    organisationId,
    id: known?.id ?? world.newId(),
    shipmentId,
    clearanceId: clearance.id,
    stage,
    code: resolved.code,
    state: evidence && resolved.state === "missing" ? "verified" : resolved.state,
    reason: resolved.reason,
    parameters: resolved.parameters,
    citation: resolved.citation,
    asksPaper: resolved.asksPaper,
    evidenceReference: evidence?.evidenceReference ?? null,
    evidenceDocumentId: evidence?.evidenceDocumentId ?? null,
  };
}
