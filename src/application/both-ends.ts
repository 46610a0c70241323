import { supervisionFound } from "@/domain/selectivity/hard-rules";
import type { Transaction, World } from "./ports";

/**
 * The lines of a declaration that are supervised at both ends, by the control profiles that the assessment of the
 * clearance found; at the second gate those of the first count as well, for the goods are the same.
 */
export async function bothEndsLines(
  tx: Transaction,
  world: World,
  { shipmentId, declarationId }: { readonly shipmentId: string; readonly declarationId: string },
): Promise<readonly number[]> {
  const lines = new Set<number>();
  const declaration = await tx.declarations.get(declarationId);
  if (!declaration) return [];
  const goods = declaration.content.lines.map(({ number, commodityCode, origin }) => ({
    number,
    commodityCode: commodityCode.value,
    origin: origin.value,
  }));
  for (const stage of ["bonded_exit", "domestic_distribution"] as const) {
    const clearance = await tx.clearances.ofStage(shipmentId, stage);
    const risk = clearance && (await tx.risks.ofClearance(clearance.id));
    if (!risk || risk.hardRules.length === 0) continue;
    const day = world.dayOf(risk.assessedAt);
    const { controlProfiles } = await tx.reference.on(day, []);
    for (const found of supervisionFound(risk.hardRules, goods, controlProfiles, day))
      if (found.nodes.includes("inspection_at_both_ends")) for (const line of found.lines) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}
