import { isFinal, isPassing } from "@/domain/review/decision";
import type { LaneDemand } from "@/domain/selectivity/decide-lane";
import type { Transaction } from "./ports";

/** A hit that an officer looked into: of this version of a rule, on these lines of the declaration. */
export interface PassedHit {
  readonly versionId: string;
  readonly lines: readonly number[];
}

/** Causes of a lane that say nothing of the goods. */
const CHANCE = ["random", "exploration", "unselected"];

/** Whether officers passed the goods of a clearance as this declaration states them. */
export async function wasPassed(tx: Transaction, clearanceId: string, declarationId: string): Promise<boolean> {
  for (const each of await tx.reviews.ofClearance(clearanceId)) {
    if (each.state !== "decided" || each.declarationId !== declarationId) continue;
    const last = (await tx.reviews.decisions(each.id)).findLast(({ outcome }) => isFinal(outcome));
    if (last && isPassing(last.outcome)) return true;
  }
  return false;
}

/**
 * The hits that officers had before them when they passed a declaration. What only asked for an audit later, and what
 * could not be evaluated, nobody looked into.
 */
export async function passedHits(
  tx: Transaction,
  clearanceId: string,
  declarationId: string,
): Promise<readonly PassedHit[]> {
  const risk = await tx.risks.ofClearance(clearanceId);
  if (risk?.declarationId !== declarationId) return [];
  return (risk.inputs?.demands ?? []).flatMap(({ source, lane, versionId, lines }) =>
    source === "rule" && versionId !== undefined && lines !== undefined && (lane === "yellow" || lane === "red")
      ? [{ versionId, lines }]
      : [],
  );
}

/** What is asked without the hits that were passed: those of the same version, on the same lines. */
export function withoutPassed(demands: readonly LaneDemand[], passed: readonly PassedHit[]): readonly LaneDemand[] {
  return demands.flatMap((demand) => {
    const { versionId, lines } = demand;
    if (versionId === undefined || lines === undefined) return [demand];
    const seen = new Set(passed.flatMap((each) => (each.versionId === versionId ? each.lines : [])));
    const left = lines.filter((line) => !seen.has(line));
    return left.length > 0 ? [{ ...demand, lines: left }] : [];
  });
}

/**
 * The look that chance chose for a clearance before it was amended: nobody amends a declaration out of it. Nothing once
 * officers passed what was chosen.
 */
export async function looksOwed(tx: Transaction, clearanceId: string): Promise<readonly LaneDemand[]> {
  const earlier = await tx.risks.ofClearance(clearanceId);
  if (!earlier || (await wasPassed(tx, clearanceId, earlier.declarationId))) return [];
  const carried = (earlier.inputs?.demands ?? []).filter(({ source }) => source === "earlier");
  if (!CHANCE.includes(earlier.laneCause)) return carried;
  return [{ source: "earlier", code: earlier.laneCause, lane: earlier.lane, needsTwoOfficers: false }];
}
