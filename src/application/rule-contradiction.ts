import type { Failure } from "@/contracts/problem";
import type { Fact } from "@/domain/declaration/facts";
import { type Comparison, reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import type { RuleId } from "@/domain/reconciliation/rules";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { toFacts } from "./dossier";
import { found } from "./load";
import type { Transaction, UnitOfWork } from "./ports";

interface Ruling {
  readonly shipmentId: string;
  readonly rule: RuleId;
  /** The fact that is stated differently. */
  readonly name: string;
  /** The document that is right. */
  readonly documentId: string;
}

/**
 * A person rules which document is right where several contradict each other. The value that prevails is vouched for by
 * it and is the one declared; the others stay as their papers say them, and give way.
 */
export function ruleContradiction(
  inTransaction: UnitOfWork,
  actor: Actor,
  { shipmentId, rule, name, documentId }: Ruling,
): Promise<Result<readonly Comparison[], Failure>> {
  return inTransaction<readonly Comparison[], Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "confirm_field");
    if (!allowed.ok) return allowed;
    const shipment = await tx.shipments.get(shipmentId);
    const own = found(shipment?.organisationId === actor.organisationId ? shipment : null, "shipment");
    if (!own.ok) return own;
    await tx.lockShipment(shipmentId);
    const comparison = (await comparisonsOf(tx, shipmentId)).find(
      (each) => each.rule === rule && each.name === name && (each.outcome === "conflicts" || each.outcome === "ruled"),
    );
    const right = comparison?.statements.find((statement) => statement.documentId === documentId);
    // Who rules on what agrees by now looks at an old screen.
    if (!comparison || !right) return err({ kind: "stale_version", what: "contradiction" });
    const others = comparison.statements.filter((statement) => statement !== right);
    await tx.fields.rule(idsOf(right.facts), "prevails");
    await tx.fields.rule(idsOf(others.flatMap((statement) => statement.facts)), "yields");
    await vouchFor(tx, actor, right.facts);
    await tx.evidence.append({
      organisationId: own.value.organisationId,
      shipmentId,
      kind: "contradiction_ruled",
      actor: actor.id,
      stage: null,
      subject: documentId,
      facts: { rule, field: name, document: documentId },
    });
    await tx.announce(own.value.organisationId, shipmentId, { documentId });
    return ok(await comparisonsOf(tx, shipmentId));
  });
}

async function comparisonsOf(tx: Transaction, shipmentId: string): Promise<readonly Comparison[]> {
  return reconcileDocuments(toFacts(await tx.documents.listOf(shipmentId), await tx.fields.listOf(shipmentId)));
}

/** Who says that the header's value is the right one has looked at it; a sum over lines says nothing of each line. */
async function vouchFor(tx: Transaction, actor: Actor, facts: readonly Fact[]): Promise<void> {
  const [only, ...more] = facts;
  if (!only || more.length > 0 || only.line !== null || only.status !== "suggested") return;
  const field = await tx.fields.get(only.id);
  if (!field) return;
  await tx.fields.settle({
    ...field,
    status: "confirmed",
    otherReading: null,
    confirmedBy: actor.id,
    confirmedByName: actor.name,
  });
}

function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => fact.id);
}
