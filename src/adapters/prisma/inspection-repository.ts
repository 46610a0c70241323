import type { InspectionRecord } from "@/application/inspection-record";
import type { Transaction } from "@/application/ports";
import type { Inspection } from "./generated/client";
import type { Scope } from "./scope";

/** The authority's inspections and audits; who lodged sees none of them. */
export function inspectionRepository({ db, organisationId, world }: Scope): Pick<Transaction, "inspections"> {
  const ordered = (id: string) => ({ id, organisationId, state: "ordered" });
  return {
    inspections: {
      get: async (id) => {
        const row = await db.inspection.findFirst({ where: { id, organisationId } });
        return row && toInspection(row);
      },
      ofShipment: async (shipmentId) => {
        const rows = await db.inspection.findMany({ where: { shipmentId, organisationId }, orderBy: { id: "asc" } });
        return rows.map(toInspection);
      },
      resultsOf: async (shipmentId) =>
        db.inspectionLine.findMany({
          where: { organisationId, inspection: { shipmentId, state: "recorded" } },
          select: { line: true, isIrregular: true },
          orderBy: [{ inspection: { recordedAt: "asc" } }, { id: "asc" }],
        }),
      order: async (inspection) => {
        const { lines, reasons } = inspection;
        await db.inspection.create({ data: { ...inspection, lines: [...lines], reasons: [...reasons] } });
      },
      record: async (id, { lines, findings, isFlagged, by, at }) => {
        const { count } = await db.inspection.updateMany({
          where: ordered(id),
          data: {
            state: "recorded",
            findings,
            isFlagged,
            recordedBy: by.id,
            recordedByName: by.name,
            recordedAt: at,
          },
        });
        if (count !== 1) return false;
        await db.inspectionLine.createMany({
          data: lines.map((line) => ({
            ...line,
            organisationId,
            id: world.newId(),
            inspectionId: id,
            isIrregular: line.irregularity !== null,
          })),
        });
        return true;
      },
      cancel: async (id) => {
        const { count } = await db.inspection.updateMany({ where: ordered(id), data: { state: "cancelled" } });
        return count === 1;
      },
      addPhoto: async (photo) => {
        const { count } = await db.inspectionPhoto.createMany({
          data: [{ ...photo, byteLength: BigInt(photo.byteLength), at: world.now() }],
          skipDuplicates: true,
        });
        return count === 1;
      },
    },
  };
}

function toInspection(row: Inspection): InspectionRecord {
  const { kind, state, recordedBy: _by, recordedByName: _name, ...rest } = row;
  return {
    ...rest,
    kind: kind === "audit" ? "audit" : "inspection",
    state: state === "recorded" || state === "cancelled" ? state : "ordered",
  };
}
