import type { Failure } from "@/contracts/problem";
import type { TaxReplayView } from "@/contracts/views/evidence";
import { assess } from "@/domain/assessment/assess";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { err, ok, type Result } from "@/domain/shared/result";
import { customsValue } from "@/domain/valuation/customs-value";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DeclarationRecord, TaxAssessmentRecord, TaxInputs } from "./records";
import { taxHash, toTaxRecord } from "./tax-record";

/**
 * Computes the tax of a shipment's declaration once more: from the content that was declared and the law's tables as they
 * were read then. The same hash must come out. Where it does not, or where what is stored gives another hash than was
 * logged, that is an incident, and the evidence says so.
 */
export function replayTax(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
): Promise<Result<TaxReplayView, Failure>> {
  return inTransaction<TaxReplayView, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "replay_tax");
    if (!allowed.ok) return allowed;
    const declaration = found(await tx.declarations.latest(shipmentId), "declaration");
    if (!declaration.ok) return declaration;
    const past = found(await tx.taxes.ofDeclaration(declaration.value.id), "tax assessment");
    if (!past.ok) return past;
    const { inputs, decisionHash, total, currency } = past.value;
    if (!inputs || decisionHash === null) return err({ kind: "not_found", what: "logged inputs" });
    const again = await computeAgain(tx, world, declaration.value, inputs);
    if (!again.ok) return again;
    // What is stored is held against the log as well, for a figure can be changed after it was computed right.
    const isSame = again.value.hash === decisionHash && taxHash(world, inputs, past.value) === decisionHash;
    await witness(tx, actor, past.value, isSame, again.value);
    return ok({ isSame, past: { total, currency, hash: decisionHash }, again: again.value });
  });
}

async function witness(
  tx: Transaction,
  actor: Actor,
  { id, organisationId, shipmentId, declarationId }: TaxAssessmentRecord,
  isSame: boolean,
  { hash, total }: TaxReplayView["again"],
): Promise<void> {
  await tx.lockShipment(shipmentId);
  if (!isSame) await tx.incidents.open("replay_differs", `tax of declaration ${declarationId}: ${hash}`);
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: isSame ? "tax_replayed" : "replay_differs",
    actor: actor.id,
    stage: "bonded_exit",
    subject: id,
    facts: { decision: hash, total },
  });
}

async function computeAgain(
  tx: Transaction,
  world: World,
  declaration: DeclarationRecord,
  inputs: TaxInputs,
): Promise<Result<TaxReplayView["again"], Failure>> {
  const { content } = declaration;
  const reference = await tx.reference.kept(inputs.law);
  if (!reference) return err({ kind: "not_found", what: "logged law" });
  const { lawDate: day, quotaHeld } = inputs;
  const value = customsValue(content, reference, day);
  const assessed = value.ok ? assess({ content, value: value.value, reference, day, quotaHeld }) : value;
  if (!assessed.ok) return err({ kind: "not_ready", issues: assessed.error });
  const contentHash = world.sha256(canonicalJson(JSON.parse(JSON.stringify(content))));
  const record = toTaxRecord(world, { ...declaration, contentHash }, assessed.value, { law: inputs.law, quotaHeld });
  return ok({ total: record.total, currency: record.currency, hash: record.decisionHash ?? "" });
}
