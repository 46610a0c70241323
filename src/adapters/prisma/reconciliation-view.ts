import { toFacts } from "@/application/dossier";
import { type ComparisonView, toComparisonView } from "@/contracts/views/reconciliation";
import { reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { documentRepositories } from "./document-repositories";
import { type Scope, visibleShipment } from "./scope";

/** What the documents of a shipment say of the same facts; null where the actor may not see the shipment. */
export async function reconciliation(scope: Scope, shipmentId: string): Promise<readonly ComparisonView[] | null> {
  const visible = await scope.db.shipment.count({ where: { id: shipmentId, ...visibleShipment(scope) } });
  if (visible === 0) return null;
  const { documents, fields } = documentRepositories(scope);
  const facts = toFacts(await documents.listOf(shipmentId), await fields.listOf(shipmentId));
  return reconcileDocuments(facts).map(toComparisonView);
}
