import { z } from "@hono/zod-openapi";
import { describeShipment } from "@/application/describe-shipment";
import { dismissShipment } from "@/application/dismiss-shipment";
import { toFieldView } from "@/application/field-view";
import { openShipment } from "@/application/open-shipment";
import { typeField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import { fieldView } from "@/contracts/views/document";
import { officeView, shipmentListName, shipmentListRowView, shipmentView } from "@/contracts/views/shipment";
import { timelineView, verificationView } from "@/contracts/views/timeline";
import { parseCursor, SHIPMENT_SORTS } from "@/domain/clearance-time/shipment-order";
import { CLEARED_REGIMES } from "@/domain/declaration/declaration";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Shipments"];

const list = operation({
  method: "get",
  path: "/shipments",
  summary: "List shipments with the clock of each that runs out next: newest first, by slack, or by value at stake",
  tags,
  query: listQuery.extend({
    search: z.string().max(100).optional(),
    view: shipmentListName.default("all"),
    sort: z.enum(SHIPMENT_SORTS).default("newest"),
    /** That of an answer in the same order. */
    cursor: z
      .string()
      .refine((text) => parseCursor(text) !== null, "cursor_unreadable")
      .optional(),
  }),
  answer: listing(shipmentListRowView),
});
const open = operation({
  method: "post",
  path: "/shipments",
  summary: "Open a shipment",
  tags,
  isKeyed: true,
  body: z.strictObject({ regime: z.enum(CLEARED_REGIMES).default("0110") }),
  answer: shipmentView,
});
const show = operation({
  method: "get",
  path: "/shipments/{id}",
  summary: "Show a shipment with its gates, documents, declaration, tax and risk",
  tags,
  params: idParameter,
  answer: shipmentView,
});
const consumer = z.strictObject({
  name: z.string().trim().min(1).max(100),
  identityNumber: z.string().trim().min(1).max(18),
});
const change = operation({
  method: "patch",
  path: "/shipments/{id}",
  summary: "Choose the regime and the office, name the consumer, state the day of arrival",
  tags,
  params: idParameter,
  body: z.strictObject({
    regime: z.enum(CLEARED_REGIMES).optional(),
    officeId: z.uuid().optional(),
    consumer: consumer.optional(),
    /** The day on which the conveyance declared its arrival; null takes it back. */
    arrivedOn: z.string().refine(isLocalDate, "form_date").nullish(),
  }),
  answer: shipmentView,
});
const dismiss = operation({
  method: "delete",
  path: "/shipments/{id}",
  summary: "Take a draft off the list that holds nothing but refused files; its evidence is kept",
  tags,
  params: idParameter,
  answer: z.object({ id: z.uuid() }),
});
const typed = z.strictObject({
  name: z.string().max(40),
  line: z.number().int().min(0).max(9_999).nullable(),
  value: z.string().min(1).max(2_000),
  documentId: z.uuid().nullish(),
});
const type = operation({
  method: "post",
  path: "/shipments/{id}/fields",
  summary: "Type a value that no document gave",
  tags,
  params: idParameter,
  isKeyed: true,
  body: typed,
  answer: fieldView,
});
const offices = operation({
  method: "get",
  path: "/offices",
  summary: "The customs offices at which a declaration may be lodged",
  tags,
  answer: z.object({ rows: z.array(officeView) }),
});
const timeline = operation({
  method: "get",
  path: "/shipments/{id}/timeline",
  summary: "Every event in order, with its evidence hash",
  tags,
  params: idParameter,
  answer: timelineView,
});
const verification = operation({
  method: "get",
  path: "/shipments/{id}/timeline/verification",
  summary: "Compute the evidence chain again",
  tags,
  params: idParameter,
  answer: verificationView,
});

export const shipmentRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, list, async (context, input) => {
    const { cursor, limit, search, view, sort } = input.query;
    return Response.json(
      await queries.listShipments(context.get("actor"), {
        limit,
        view,
        sort,
        ...(cursor ? { cursor } : {}),
        ...(search ? { search } : {}),
      }),
    );
  });
  serve(api, open, async (context, input) => {
    const actor = context.get("actor");
    const opened = await openShipment(unitOf(context, services, input), world, actor, input.body.regime);
    if (!opened.ok) return answer(context, opened);
    return answerFound(context, await queries.getShipment(actor, opened.value.id), "shipment");
  });
  serve(api, show, async (context, input) =>
    answerFound(context, await queries.getShipment(context.get("actor"), input.params.id), "shipment"),
  );
  serve(api, change, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const changed = await describeShipment(services, actor, id, input.body);
    if (!changed.ok) return answer(context, changed);
    return answerFound(context, await queries.getShipment(actor, id), "shipment");
  });
  serve(api, dismiss, async (context, { params: { id } }) =>
    answer(context, await dismissShipment(inTransaction, context.get("actor"), id), () => ({ id })),
  );
  serve(api, type, async (context, input) => {
    const { id } = input.params;
    const { documentId, ...value } = input.body;
    return answer(
      context,
      await typeField(unitOf(context, services, input), world, context.get("actor"), {
        ...value,
        shipmentId: id,
        documentId: documentId ?? null,
      }),
      toFieldView,
    );
  });
  serve(api, offices, async (context) => Response.json({ rows: await queries.listOffices(context.get("actor")) }));
  serve(api, timeline, async (context, input) =>
    answerFound(context, await queries.getTimeline(context.get("actor"), input.params.id), "shipment"),
  );
  serve(api, verification, async (context, input) =>
    answer(context, await verifyEvidence(queries, world, context.get("actor"), input.params.id)),
  );
};
