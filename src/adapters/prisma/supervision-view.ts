import { z } from "zod";
import { controlProfileSchema } from "@/contracts/reference";
import type { SupervisionView } from "@/contracts/views/supervision";
import { supervisionFound } from "@/domain/selectivity/hard-rules";
import type { GoodsLine, RiskAssessment } from "./generated/client";
import type { Scope } from "./scope";

/**
 * What the goods that were lodged go through at both gates, by the control profiles of the day on which they were
 * assessed last; empty before that, and for goods that no profile names.
 */
export async function supervisionOf(
  { db, world }: Scope,
  lines: readonly GoodsLine[],
  assessment: RiskAssessment | undefined,
): Promise<SupervisionView[]> {
  const codes = z.array(z.string()).parse(assessment?.hardRules ?? []);
  if (!assessment || codes.length === 0) return [];
  const rows = await db.referenceFact.findMany({
    where: { kind: "control_profile" },
    orderBy: { id: "asc" },
    select: { fact: true },
  });
  const profiles = z.array(controlProfileSchema).parse(rows.map((row) => row.fact));
  return supervisionFound(codes, lines, profiles, world.dayOf(assessment.assessedAt)).map((each) => ({
    ...each,
    nodes: [...each.nodes],
    lines: [...each.lines],
  }));
}
