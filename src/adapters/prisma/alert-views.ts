import type { AffectedShipmentView, AlertRowView, AlertView } from "@/contracts/views/alert";
import { whereaboutsOf } from "@/domain/alert/affected";
import { isHit } from "@/domain/alert/alert";
import { STAGES } from "@/domain/clearance/lifecycle";
import { subjectsOf } from "./alert-repository";
import type { Alert } from "./generated/client";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of alerts. */
export const alerts = { list, get };

async function list(scope: Scope, options: { cursor?: string; limit: number; state: "active" | "lifted" }) {
  const rows = await scope.db.alert.findMany({
    where: { organisationId: scope.organisationId, state: options.state, ...before(options.cursor) },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => toRow(scope, row));
}

async function get(scope: Scope, id: string): Promise<AlertView | null> {
  const row = await scope.db.alert.findFirst({ where: { id, organisationId: scope.organisationId } });
  return row && { ...toRow(scope, row), affected: await affectedBy(scope, row) };
}

/** The shipments of both gates that the alert is of, with where they are now. */
async function affectedBy(scope: Scope, alert: Alert): Promise<AffectedShipmentView[]> {
  const subjects = (await subjectsOf(scope, alert)).flatMap(({ shipmentId, lines }) => {
    const hit = lines.flatMap((line, index) => (isHit(alert, line) ? [{ ...line, line: index + 1 }] : []));
    return hit.length > 0 ? [{ shipmentId, hit }] : [];
  });
  const shipments = await scope.db.shipment.findMany({
    where: { id: { in: subjects.map((each) => each.shipmentId) } },
    include: { organisation: { select: { name: true } }, clearances: true, parties: true },
  });
  return subjects.flatMap(({ shipmentId, hit }) => {
    const shipment = shipments.find((each) => each.id === shipmentId);
    if (!shipment) return [];
    const gates = [...shipment.clearances].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
    const party =
      shipment.parties.find((each) => each.role === "consignee") ??
      shipment.parties.find((each) => each.role === "buyer");
    return [
      {
        shipmentId,
        reference: shipment.reference,
        broker: shipment.organisation.name,
        consignee: party?.name ?? null,
        whereabouts: whereaboutsOf(gates),
        gates: gates.map(({ stage, state, releasedAt }) => ({
          stage,
          state,
          releasedAt: releasedAt?.toISOString() ?? null,
        })),
        lines: hit.map(({ line, commodityCode, description }) => ({ line, commodityCode, description })),
      },
    ];
  });
}

function toRow({ actor }: Scope, row: Alert): AlertRowView {
  const { id, commodityPrefix, origin, producer, words, reason, citation, validFrom, validTo } = row;
  return {
    ...{ id, commodityPrefix, origin, producer, words, reason, citation, validFrom, validTo },
    state: row.state === "lifted" ? "lifted" : "active",
    raisedBy: row.raisedByName,
    raisedAt: row.raisedAt.toISOString(),
    liftedBy: row.liftedByName,
    liftedAt: row.liftedAt?.toISOString() ?? null,
    liftReason: row.liftReason,
    canLift: row.state === "active" && row.raisedBy !== actor.id && row.raiserLinkedBy !== actor.id,
  };
}
