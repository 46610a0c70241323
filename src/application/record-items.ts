import type { Failure, InvalidInput } from "@/contracts/problem";
import type { Check, SealState } from "@/domain/inspection/check";
import type { LineResult } from "@/domain/inspection/result";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { InspectionItemRecord } from "./inspection-item-record";
import type { InspectionRecord } from "./inspection-record";
import type { Transaction, World } from "./ports";

/** What somebody says of one item beside the result of its line. */
export interface ItemGiven {
  readonly line: number;
  readonly check: Check;
  readonly sealNumber: string | null;
  readonly sealState: SealState | null;
  readonly validUntil: LocalDate | null;
}

/**
 * Records the items of an inspection: each passed where its line is as declared. A seal that is not intact fails its own
 * check, and one of which nothing is said is not checked. A sample has its result from the laboratory, later.
 */
export async function recordItems(
  tx: Transaction,
  world: World,
  actor: Actor,
  inspection: InspectionRecord,
  { lines, items }: { readonly lines: readonly LineResult[]; readonly items: readonly ItemGiven[] },
): Promise<Result<void, Failure>> {
  const ordered = await tx.inspectionItems.ofInspection(inspection.id);
  const fault = faultOf(items, ordered, world.today());
  if (fault) return err(fault);
  const by = { id: actor.id, name: actor.name, linkedBy: await tx.people.linkHolder(actor.id) };
  for (const item of ordered.filter(({ check }) => check !== "sample")) {
    const { line, check } = item;
    const given = items.find((each) => each.line === line && each.check === check);
    const sealState = given?.sealState ?? null;
    const isIrregular = lines.some((each) => each.line === line && each.irregularity !== null);
    const isUnsealed = check === "seal" && sealState !== null && sealState !== "intact";
    await tx.inspectionItems.record(
      item,
      {
        verdict: isIrregular || isUnsealed ? "failed" : "passed",
        sealNumber: given?.sealNumber ?? null,
        sealState,
        validUntil: given?.validUntil ?? null,
      },
      by,
    );
  }
  return ok(undefined);
}

/** What is wrong with the first of the items that is; null where none is. */
function faultOf(
  items: readonly ItemGiven[],
  ordered: readonly InspectionItemRecord[],
  today: LocalDate,
): InvalidInput | null {
  for (const [index, { line, check, sealNumber, sealState, validUntil }] of items.entries()) {
    const invalid = (part: string, fault: InvalidInput["fault"]) =>
      ({
        kind: "invalid_input",
        pointer: `/items/${index}${part}`,
        fault,
        parameters: { line: String(line) },
      }) as const;
    if (!ordered.some((item) => item.line === line && item.check === check)) return invalid("", "item_not_ordered");
    if (sealState !== null && !sealNumber) return invalid("/sealNumber", "seal_number_missing");
    if (validUntil !== null && validUntil < today) return invalid("/validUntil", "validity_past");
  }
  const unsaid = ordered.find(
    ({ line, check }) =>
      check === "seal" && !items.some((each) => each.line === line && each.check === "seal" && each.sealState !== null),
  );
  if (!unsaid) return null;
  const index = items.findIndex((each) => each.line === unsaid.line && each.check === "seal");
  return {
    kind: "invalid_input",
    pointer: index < 0 ? "/items" : `/items/${index}/sealState`,
    fault: "seal_state_missing",
    parameters: { line: String(unsaid.line) },
  };
}
