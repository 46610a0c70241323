import type { DeclarationVersionView } from "@/contracts/views/declaration";
import { compareDeclarations } from "@/domain/declaration/compare";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { NO_ADJUSTMENTS } from "@/domain/valuation/adjustments";
import { ofVisibleShipment, type Scope } from "./scope";
import { openJson } from "./sealed";

/** The lodged versions of a shipment, the newest first, each with what it changed. */
export async function declarationVersions(scope: Scope, shipmentId: string): Promise<DeclarationVersionView[]> {
  const rows = await scope.db.declaration.findMany({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    orderBy: { version: "asc" },
  });
  const withdrawn = await scope.db.evidenceEntry.findMany({
    where: { shipmentId, kind: "declaration_withdrawn", ...ofVisibleShipment(scope) },
    select: { subject: true, at: true },
  });
  const contents = rows.map((row) => {
    const stated = openJson<DeclarationContent>(scope, row.organisationId, row.content);
    // Versions of an earlier release state neither.
    return { ...stated, adjustments: stated.adjustments ?? NO_ADJUSTMENTS, preference: stated.preference ?? null };
  });
  return rows
    .map(({ id, version, lodgedAt, contentHash }, index) => {
      const [before, after] = [contents[index - 1], contents[index]];
      return {
        version,
        lodgedAt: lodgedAt.toISOString(),
        contentHash,
        withdrawnAt: withdrawn.find(({ subject }) => subject === id)?.at.toISOString() ?? null,
        changes: before && after ? [...compareDeclarations(before, after)] : [],
      };
    })
    .reverse();
}
