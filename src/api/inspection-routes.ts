import { Readable } from "node:stream";
import { z } from "@hono/zod-openapi";
import { cancelInspection, orderInspection } from "@/application/order-inspection";
import { addInspectionPhoto, recordAudit, recordInspection } from "@/application/record-inspection";
import { day } from "@/contracts/dated";
import { auditRowView, inspectionView } from "@/contracts/views/inspection";
import { IRREGULARITIES } from "@/domain/history/entry";
import { ORDERED_CHECKS, SEAL_STATES, STATED_GROUNDS } from "@/domain/inspection/check";
import { answer, type Routes } from "./context";
import { answerProblem } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Inspections"];
const words = (most: number) => z.string().trim().max(most).nullable().default(null);

/** What an inspection looks at; all lines that were not looked at when none is named. */
export const inspectionScope = z.strictObject({
  lines: z.array(z.number().int().min(1)).min(1).max(500).optional(),
  packages: words(500),
  team: words(120),
  note: words(2_000),
  /** The goods themselves when left out. */
  checks: z.array(z.enum(ORDERED_CHECKS)).min(1).max(5).optional(),
  /** What was found at gate two, so that it looks again at what gate one has looked at; said in the note. */
  ground: z.enum(STATED_GROUNDS).nullable().optional(),
});
const result = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        line: z.number().int().min(1),
        irregularity: z.enum(IRREGULARITIES).nullable(),
        revenue: z.string().max(20).default("0"),
        finding: words(2_000),
      }),
    )
    .min(1)
    .max(500),
  findings: words(4_000),
  isFlagged: z.boolean().default(false),
  items: z
    .array(
      z.strictObject({
        line: z.number().int().min(1),
        check: z.enum(ORDERED_CHECKS),
        sealNumber: z.string().trim().min(1).max(60).nullable().default(null),
        sealState: z.enum(SEAL_STATES).nullable().default(null),
        validUntil: day.nullable().default(null),
      }),
    )
    .max(2_500)
    .default([]),
});
const nothing = z.null();

const list = operation({
  method: "get",
  path: "/inspections",
  summary: "Orders without a result, or those that have one, newest first",
  tags,
  query: listQuery.extend({ state: z.enum(["ordered", "recorded"]).default("ordered") }),
  answer: listing(inspectionView.extend({ reference: z.string() })),
});
const ofShipment = operation({
  method: "get",
  path: "/shipments/{id}/inspections",
  summary: "All looks at the goods of a shipment, at both gates",
  tags,
  params: idParameter,
  answer: z.array(inspectionView),
});
const order = operation({
  method: "post",
  path: "/reviews/{id}/inspections",
  summary: "Order an inspection of goods that are in examination",
  tags,
  params: idParameter,
  body: inspectionScope.extend({ reasons: z.array(z.string().max(60)).min(1).max(12) }),
  answer: z.object({ id: z.uuid() }),
});
const cancel = operation({
  method: "delete",
  path: "/inspections/{id}",
  summary: "Take back an order that has no result",
  tags,
  params: idParameter,
  answer: nothing,
});
const record = operation({
  method: "post",
  path: "/inspections/{id}/result",
  summary: "Record what an inspection found, line by line",
  tags,
  params: idParameter,
  body: result,
  answer: nothing,
});
const addPhoto = operation({
  method: "post",
  path: "/inspections/{id}/photos",
  summary: "Add a photo; the body is the picture, JPEG, PNG or WebP",
  tags,
  params: idParameter,
  headers: z.object({ "x-file-name": z.string().min(1).max(400), "x-line": z.coerce.number().int().min(1).optional() }),
  answer: z.object({ sha256: z.string() }),
});
const photo = operation({
  method: "get",
  path: "/inspection-photos/{sha256}",
  summary: "A photo of an inspection",
  tags,
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: z.string(),
  answerType: "image/*",
});
const audits = operation({
  method: "get",
  path: "/audits",
  summary: "Released goods of the blue lane that nobody has audited, oldest first",
  tags,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.array(auditRowView),
});
const audit = operation({
  method: "post",
  path: "/clearances/{id}/audit",
  summary: "Record what an audit of released goods found",
  tags,
  params: idParameter,
  body: result,
  answer: z.object({ id: z.uuid() }),
});

/** Looks at goods: orders, results, photos, and audits after the release. */
export const inspectionRoutes: Routes = (api, { inTransaction, world, queries, files }) => {
  const ports = { inTransaction, world };
  serve(api, list, async (context, { query }) => {
    const { cursor, ...rest } = query;
    const options = { ...rest, ...(cursor ? { cursor } : {}) };
    return answer(context, await queries.listInspections(context.get("actor"), options));
  });
  serve(api, ofShipment, async (context, { params }) =>
    answer(context, await queries.listInspectionsOf(context.get("actor"), params.id)),
  );
  serve(api, order, async (context, { params, body }) =>
    answer(context, await orderInspection(ports, context.get("actor"), { caseId: params.id, ...body })),
  );
  serve(api, cancel, async (context, { params }) =>
    answer(context, await cancelInspection({ inTransaction, world }, context.get("actor"), params.id)),
  );
  serve(api, record, async (context, { params, body }) =>
    answer(context, await recordInspection(ports, context.get("actor"), params.id, body)),
  );
  serve(api, addPhoto, async (context, { params, headers }) => {
    const stream = context.req.raw.body as (ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) | null;
    if (!stream) return answerProblem(context, { kind: "file_rejected", reason: "empty" });
    const mediaType = context.req.header("content-type") ?? "";
    const picture = {
      inspectionId: params.id,
      line: headers["x-line"] ?? null,
      fileName: headers["x-file-name"],
      mediaType,
      stream,
    };
    return answer(context, await addInspectionPhoto({ ...ports, files }, context.get("actor"), picture));
  });
  serve(api, photo, async (context, { params }) => {
    const found = await queries.getInspectionPhoto(context.get("actor"), params.sha256);
    if (!found.ok) return answer(context, found);
    const bytes = found.value && (await files.read(params.sha256));
    if (!found.value || !bytes) return answerProblem(context, { kind: "not_found", what: "photo" });
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
      headers: { "content-type": found.value.mediaType, "x-content-type-options": "nosniff" },
    });
  });
  serve(api, audits, async (context, { query }) =>
    answer(context, await queries.listToAudit(context.get("actor"), query)),
  );
  serve(api, audit, async (context, { params, body }) =>
    answer(context, await recordAudit(ports, context.get("actor"), params.id, body)),
  );
};
