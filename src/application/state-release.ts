import { isRetail } from "@/domain/declaration/declaration";
import { releaseFields } from "@/domain/release/release-statement";
import type { Transaction } from "./ports";
import type { ClearanceRecord, DeclarationRecord, ReleaseOrderRecord } from "./records";

/** States what is released, so that any part of it can be proven later; the hash that the release's entry holds. */
export async function stateRelease(
  tx: Transaction,
  order: ReleaseOrderRecord,
  { declarationId, lane }: ClearanceRecord,
): Promise<string> {
  const { organisationId, shipmentId, id: releaseId } = order;
  const shipment = await tx.shipments.get(shipmentId);
  const declaration = declarationId ? await tx.declarations.get(declarationId) : null;
  const tax = declarationId ? await tx.taxes.ofDeclaration(declarationId) : null;
  const papers = (await tx.documents.listOf(shipmentId)).filter(({ state }) => state === "read");
  const fields = releaseFields({
    releaseId,
    number: order.number,
    stage: order.stage,
    issuedAt: order.issuedAt.toISOString(),
    decidedBy: order.decidedBy,
    lane,
    shipmentReference: shipment?.reference ?? "",
    declaration: declaration && stated(declaration),
    tax,
    papers: [...new Set(papers.map(({ sha256 }) => sha256))].sort(),
  });
  return tx.statements.make({ organisationId, shipmentId, releaseId }, fields);
}

function stated({ id, version, contentHash, regime, lawDate, content }: DeclarationRecord) {
  return {
    ...{ id, version, contentHash, regime, lawDate },
    seller: content.seller.value,
    buyer: isRetail(regime) ? null : content.buyer.value,
    currency: content.currency.value,
    transportNumber: content.transportNumber.value,
    packages: content.packages.value,
    grossWeightKg: content.grossWeightKg.value,
    lines: content.lines.map((line) => ({
      number: line.number,
      description: line.description.value,
      commodityCode: line.commodityCode.value,
      quantity: line.quantity.value,
      unit: line.unit?.value ?? null,
      origin: line.origin.value,
      amount: line.amount.value,
    })),
  };
}
