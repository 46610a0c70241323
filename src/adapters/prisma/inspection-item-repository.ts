import { z } from "zod";
import type { InspectionItemRecord } from "@/application/inspection-item-record";
import type { Transaction } from "@/application/ports";
import { CHECKS, type CheckedItem, GROUNDS, SEAL_STATES } from "@/domain/inspection/check";
import { goodsMark } from "@/domain/inspection/goods-mark";
import type { InspectionItem, Prisma } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";

const check = z.enum(CHECKS);
const sealState = z.enum(SEAL_STATES).nullable();
const verdict = z.enum(["passed", "failed"]);

const WITH_ITEMS = {
  items: { include: { result: true } },
  results: { select: { line: true, isIrregular: true } },
} as const satisfies Prisma.InspectionInclude;

const RECORDERS = {
  result: { select: { recordedBy: true, recorderLinkedBy: true } },
  samples: {
    select: {
      takenBy: true,
      custody: { select: { recordedBy: true } },
      labResult: { select: { recordedBy: true } },
    },
  },
} as const satisfies Prisma.InspectionItemSelect;

/** The items of the authority's inspections; the database changes none. */
export function inspectionItemRepository(scope: Scope): Pick<Transaction, "inspectionItems"> {
  const { db, organisationId, world } = scope;
  const stamp = (by: { readonly id: string; readonly name: string }) => ({
    recordedBy: by.id,
    recordedByName: by.name,
    at: world.now(),
  });
  return {
    inspectionItems: {
      get: async (id) => {
        const row = await db.inspectionItem.findFirst({
          where: { organisationId, id },
          include: { result: { select: { itemId: true } }, inspection: { select: { state: true } } },
        });
        if (!row) return null;
        const { result, inspection, ...item } = row;
        return { ...toItem(item), isDone: result !== null, isCancelled: inspection.state === "cancelled" };
      },
      ofInspection: async (inspectionId) => {
        const rows = await db.inspectionItem.findMany({
          where: { organisationId, inspectionId },
          orderBy: [{ line: "asc" }, { check: "asc" }],
        });
        return rows.map(toItem);
      },
      checked: async (shipmentId) => {
        const rows = await db.inspection.findMany({
          where: { organisationId, shipmentId, state: "recorded", kind: "inspection" },
          include: WITH_ITEMS,
          orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
        });
        const isAmended = await amendedSince(scope, shipmentId);
        return rows.flatMap((row) => checkedOf(row, world.dayOf, isAmended));
      },
      order: async (items) => {
        await db.inspectionItem.createMany({
          data: items.map((item) => ({ ...item, grounds: [...item.grounds], at: world.now() })),
        });
      },
      record: async ({ id: itemId, sourceOrganisationId, shipmentId }, result, by) => {
        await db.inspectionItemResult.create({
          data: {
            ...{ organisationId, itemId, sourceOrganisationId, shipmentId },
            ...result,
            ...stamp(by),
            recorderLinkedBy: by.linkedBy,
          },
        });
      },
      recordersOf: async (inspectionId) => {
        const items = await db.inspectionItem.findMany({ where: { organisationId, inspectionId }, select: RECORDERS });
        if (items.every(({ result }) => result === null)) return [];
        const inspection = await db.inspection.findFirst({
          where: { organisationId, id: inspectionId },
          select: { recordedBy: true },
        });
        return recordersIn(items, inspection?.recordedBy ?? null);
      },
      countersign: async (inspectionId, by) => {
        const inspection = await db.inspection.findFirstOrThrow({
          where: { organisationId, id: inspectionId },
          select: { sourceOrganisationId: true, shipmentId: true },
        });
        const { count } = await db.inspectionCountersignature.createMany({
          data: [
            { ...inspection, organisationId, inspectionId, signedBy: by.id, signedByName: by.name, at: world.now() },
          ],
          skipDuplicates: true,
        });
        return count === 1;
      },
      linesOfTwo: async (clearanceId) => {
        const rows = await db.inspectionItem.findMany({
          where: {
            organisationId,
            check: "both_ends",
            result: { isNot: null },
            inspection: { clearanceId, state: "recorded", countersignature: { isNot: null } },
          },
          select: { line: true, mark: true, at: true, shipmentId: true },
        });
        if (!rows[0]) return [];
        // Goods that were described otherwise when they were looked at were not looked at.
        const isAmended = await amendedSince(scope, rows[0].shipmentId);
        return [...new Set(rows.filter(({ line, mark, at }) => !isAmended(line, mark, at)).map(({ line }) => line))];
      },
      awaitsLaboratory: async (clearanceId) =>
        (await db.inspectionItem.count({
          where: {
            organisationId,
            check: "sample",
            result: null,
            inspection: { clearanceId, state: { not: "cancelled" } },
          },
        })) > 0,
    },
  };
}

function toItem({ at: _at, check: checked, grounds, ...row }: InspectionItem): InspectionItemRecord {
  return { ...row, check: check.parse(checked), grounds: z.array(z.enum(GROUNDS)).parse(grounds) };
}

/** Everybody who recorded something, once for each who held their link at the time, where that was kept. */
function recordersIn(
  items: readonly Prisma.InspectionItemGetPayload<{ select: typeof RECORDERS }>[],
  recordedBy: string | null,
) {
  const linked = items.flatMap(({ result }) =>
    result ? [{ id: result.recordedBy, linkedBy: result.recorderLinkedBy }] : [],
  );
  const others = items.flatMap(({ samples }) =>
    samples.flatMap(({ takenBy, custody, labResult }) => [
      takenBy,
      ...custody.map((each) => each.recordedBy),
      ...(labResult ? [labResult.recordedBy] : []),
    ]),
  );
  const plain = [...others, ...(recordedBy === null ? [] : [recordedBy])].map((id) => ({ id, linkedBy: null }));
  return [...new Map([...linked, ...plain].map((each) => [`${each.id} ${each.linkedBy ?? ""}`, each])).values()];
}

/** Whether the goods of a line are described differently now than a look had them, which was ordered then. */
export type AmendedSince = (line: number, mark: string | null, at: Date) => boolean;

/** Compares looks with the goods of a shipment as they are declared now. */
export async function amendedSince(scope: Scope, shipmentId: string): Promise<AmendedSince> {
  const { db } = scope;
  const lines = await db.goodsLine.findMany({ where: { shipmentId, ...ofVisibleShipment(scope) } });
  const last = await db.declaration.findFirst({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    orderBy: { version: "desc" },
    select: { lodgedAt: true },
  });
  const marks = new Map(
    lines.map(({ quantity, ...line }) => [line.number, goodsMark({ ...line, quantity: quantity.toFixed(5) })]),
  );
  return (line, mark, at) => (mark === null ? last !== null && last.lodgedAt > at : marks.get(line) !== mark);
}

type Looked = Prisma.InspectionGetPayload<{ include: typeof WITH_ITEMS }>;

function isLook({ result }: Looked["items"][number]): boolean {
  return typeof result?.sealState === "string";
}

/**
 * What an inspection checked. One from before there were items looked at the goods of its lines; a sample whose
 * laboratory has not answered is not checked yet.
 */
export function checkedOf(
  row: Looked,
  dayOf: (instant: Date) => string,
  isAmended: AmendedSince,
): readonly CheckedItem[] {
  const { stage, isFlagged, recordedAt, orderedAt } = row;
  if (row.items.length === 0) {
    const at = recordedAt ?? orderedAt;
    const on = dayOf(at);
    return row.results.map(({ line, isIrregular }) => ({
      ...{
        line,
        stage,
        isFlagged,
        on,
        check: "physical" as const,
        validUntil: null,
        sealNumber: null,
        sealState: null,
        isAmended: isAmended(line, null, at),
      },
      verdict: isIrregular ? ("failed" as const) : ("passed" as const),
    }));
  }
  // A seal is looked at before the goods are, and before another is put on.
  const items = row.items.toSorted((a, b) => Number(isLook(b)) - Number(isLook(a)));
  return items.flatMap(({ line, check: checked, result, mark, at }) =>
    result
      ? [
          {
            ...{ line, stage, isFlagged, on: dayOf(result.at), check: check.parse(checked) },
            ...{ validUntil: result.validUntil, sealNumber: result.sealNumber, isAmended: isAmended(line, mark, at) },
            sealState: sealState.parse(result.sealState),
            verdict: verdict.parse(result.verdict),
          },
        ]
      : [],
  );
}
