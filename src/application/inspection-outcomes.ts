import { basisOf, type LineResult } from "@/domain/inspection/result";
import type { Actor } from "./actor";
import type { HistoryOutcomeRecord } from "./history-record";
import type { Transaction, World } from "./ports";

interface Found {
  readonly clearanceId: string;
  readonly source: HistoryOutcomeRecord["source"];
  /** What was found of a line; null for a line that was not looked at. */
  readonly of: (line: number) => Pick<LineResult, "irregularity" | "revenue"> | null;
}

/**
 * Writes what a look at goods or papers brought to light into the authority's history, a line for a line of the
 * declaration that stands. Where the history knows nothing of the clearance nothing is written.
 */
export async function writeOutcomes(
  tx: Transaction,
  world: World,
  actor: Actor,
  { clearanceId, source, of }: Found,
): Promise<void> {
  const clearance = await tx.clearances.get(clearanceId);
  const entries = await tx.history.ofClearance(clearanceId);
  const basis = basisOf((await tx.risks.ofClearance(clearanceId))?.laneCause);
  const outcomes = entries
    .filter((entry) => entry.source?.declarationId === clearance?.declarationId)
    .flatMap((entry): readonly HistoryOutcomeRecord[] => {
      const result = of(entry.line);
      if (!result) return [];
      return [
        {
          organisationId: actor.organisationId,
          id: world.newId(),
          entryId: entry.entry.id,
          knownOn: world.today(),
          basis,
          isIrregular: result.irregularity !== null,
          irregularity: result.irregularity,
          // The history is for statistics and counts in plain numbers; the exact amount stays with the result.
          revenue: Number(result.revenue),
          source,
          recordedBy: actor.id,
        },
      ];
    });
  if (outcomes.length > 0) await tx.history.addOutcomes(outcomes);
}
