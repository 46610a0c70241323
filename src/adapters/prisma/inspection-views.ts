import { z } from "zod";
import {
  type AuditRowView,
  type InspectionItemView,
  type InspectionView,
  inspectionItemView,
} from "@/contracts/views/inspection";
import { IRREGULARITIES } from "@/domain/history/entry";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { blindOf } from "./review-blind";
import { ofVisibleShipment, type Scope } from "./scope";

/** The reads of inspections and audits. */
export const inspections = { ofShipment, list, toAudit, photo };

const WITH_RESULTS = {
  results: { orderBy: { line: "asc" } },
  photos: { orderBy: { id: "asc" } },
  countersignature: { select: { signedByName: true } },
  items: {
    include: {
      result: true,
      samples: { include: { custody: { orderBy: { position: "asc" } }, labResult: true }, orderBy: { id: "asc" } },
    },
    orderBy: [{ line: "asc" }, { check: "asc" }],
  },
} as const satisfies Prisma.InspectionInclude;

/** All looks at the goods of a shipment, at both gates; none for who looks at the case without seeing its ruling. */
async function ofShipment(scope: Scope, shipmentId: string): Promise<readonly InspectionView[]> {
  if ((await blindOf(scope)).some((each) => each.shipmentId === shipmentId)) return [];
  const rows = await scope.db.inspection.findMany({
    where: { organisationId: scope.organisationId, shipmentId },
    include: WITH_RESULTS,
    orderBy: { id: "asc" },
  });
  return rows.map((row) => toView(row, scope.actor.id));
}

/** The orders of the authority that have no result yet, or those that have; the newest first. */
async function list(scope: Scope, options: { cursor?: string; limit: number; state: "ordered" | "recorded" }) {
  const blind = await blindOf(scope);
  const rows = await scope.db.inspection.findMany({
    where: {
      organisationId: scope.organisationId,
      state: options.state,
      shipmentId: { notIn: blind.map((each) => each.shipmentId) },
      ...before(options.cursor),
    },
    include: { ...WITH_RESULTS, shipment: { select: { reference: true } } },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => ({ ...toView(row, scope.actor.id), reference: row.shipment.reference }));
}

/** Released goods of the blue lane that nobody has audited; the oldest release first, as many as are asked for. */
async function toAudit(scope: Scope, options: { limit: number }): Promise<readonly AuditRowView[]> {
  const rows = await scope.db.clearance.findMany({
    where: {
      AND: [
        ofVisibleShipment(scope),
        { state: "released", lane: "blue" },
        // Asked of the database: a list of ids would have an end at 32,767 parameters.
        { inspections: { none: { organisationId: scope.organisationId, kind: "audit" } } },
      ],
    },
    include: {
      shipment: {
        include: {
          organisation: { select: { name: true } },
          goodsLines: { orderBy: { number: "asc" } },
          assessments: { orderBy: { createdAt: "desc" }, take: 1 },
        },
      },
    },
    orderBy: [{ releasedAt: "asc" }, { id: "asc" }],
    take: options.limit,
  });
  return rows.map(({ id, shipmentId, stage, releasedAt, openedAt, shipment }) => {
    const tax = shipment.assessments[0];
    return {
      clearanceId: id,
      shipmentId,
      reference: shipment.reference,
      broker: shipment.organisation.name,
      stage,
      releasedAt: (releasedAt ?? openedAt ?? scope.world.now()).toISOString(),
      lines: shipment.goodsLines.map(({ number, description, commodityCode }) => ({
        line: number,
        description,
        commodityCode,
      })),
      value: tax ? { amount: tax.customsValue.toFixed(2), currency: tax.currency } : null,
    };
  });
}

/** A photo of an inspection of the authority. */
async function photo({ db, organisationId }: Scope, sha256: string): Promise<{ mediaType: string } | null> {
  return db.inspectionPhoto.findFirst({ where: { organisationId, sha256 }, select: { mediaType: true } });
}

const irregularitySchema = z.enum(IRREGULARITIES).nullable();

type Row = Prisma.InspectionGetPayload<{ include: typeof WITH_RESULTS }>;

function toView(row: Row, me: string): InspectionView {
  const { id, shipmentId, caseId, stage, lines, packages, reasons, team, note, isFlagged, findings } = row;
  return {
    ...{ id, shipmentId, caseId, stage, lines, packages, reasons, team, note, isFlagged, findings },
    kind: row.kind === "audit" ? "audit" : "inspection",
    state: row.state === "recorded" || row.state === "cancelled" ? row.state : "ordered",
    orderedBy: row.orderedByName,
    orderedAt: row.orderedAt.toISOString(),
    recordedBy: row.recordedByName,
    recordedAt: row.recordedAt?.toISOString() ?? null,
    results: row.results.map(({ line, irregularity, revenue, finding }) => ({
      line,
      irregularity: irregularitySchema.parse(irregularity),
      revenue: revenue.toFixed(2),
      finding,
    })),
    photos: row.photos.map(({ sha256, line, fileName }) => ({ sha256, line, fileName })),
    items: row.items.map(toItemView),
    countersignedBy: row.countersignature?.signedByName ?? null,
    isRecordedByMe: row.recordedBy === me,
  };
}

function toItemView({ id, line, check, grounds, result, samples }: Row["items"][number]): InspectionItemView {
  return inspectionItemView.parse({
    ...{ id, line, check, grounds, result },
    samples: samples.map(({ custody, labResult, ...sample }) => ({
      ...{ id: sample.id, quantity: sample.quantity, sealNumber: sample.sealNumber, takenBy: sample.takenByName },
      takenAt: sample.takenAt.toISOString(),
      custody: custody.map((step) => ({
        ...{ step: step.step, holder: step.holder, isSealIntact: step.isSealIntact },
        at: step.happenedAt.toISOString(),
        recordedBy: step.recordedByName,
      })),
      report: labResult,
    })),
  });
}
