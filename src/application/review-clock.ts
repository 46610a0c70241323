import { clockFor } from "@/domain/review/clock";
import type { Lane } from "@/domain/selectivity/lanes";
import { add, decimal, formatDecimal } from "@/domain/shared/decimal";
import type { Transaction, World } from "./ports";
import type { ReviewCaseRecord } from "./review-record";

const HOUR_MS = 3_600_000;

interface Opened {
  readonly shipmentId: string;
  readonly declarationId: string;
  readonly lane: Lane;
}

/** The clock of a case that opens now, and what is at stake. The arrival is not known here, so the opening starts it. */
export async function clockOf(
  tx: Transaction,
  world: World,
  { shipmentId, declarationId, lane }: Opened,
): Promise<Pick<ReviewCaseRecord, "clock" | "dueAt" | "stake">> {
  const day = world.today();
  const declaration = await tx.declarations.get(declarationId);
  const documents = await tx.documents.listOf(shipmentId);
  const { clocks, areas } = await tx.reviews.clocksOn(day);
  const lines = (declaration?.content.lines ?? []).map((line) => ({
    commodityCode: line.commodityCode.value,
    origin: line.origin.value,
  }));
  const isExpress = documents.some((document) => document.type === "express_waybill");
  const clock = clockFor(clocks, areas, { lines, isExpress, lane }, day);
  if (!clock) throw new Error(`No clock of reviews holds on ${day}; load the reference data.`);
  const tax = await tx.taxes.ofDeclaration(declarationId);
  return {
    clock: clock.code,
    dueAt: new Date(world.now().getTime() + clock.hours * HOUR_MS),
    stake: tax ? formatDecimal(add(decimal(tax.customsValue), decimal(tax.total))) : "0",
  };
}
