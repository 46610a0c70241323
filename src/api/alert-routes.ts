import { z } from "@hono/zod-openapi";
import { holdByAlert, previewAlertHold } from "@/application/hold-by-alert";
import { liftAlert, raiseAlert } from "@/application/raise-alert";
import { alertRowView, alertView } from "@/contracts/views/alert";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes } from "./context";
import { answerCsv, csvOf } from "./csv";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Alerts"];
const day = z.string().refine(isLocalDate, "form_date");
const nothing = z.null();

const list = operation({
  method: "get",
  path: "/alerts",
  summary: "Alerts of the authority, newest first",
  tags,
  query: listQuery.extend({ state: z.enum(["active", "lifted"]).default("active") }),
  answer: listing(alertRowView),
});
const show = operation({
  method: "get",
  path: "/alerts/{id}",
  summary: "An alert with the shipments of both gates that it is of",
  tags,
  params: idParameter,
  answer: alertView,
});
const recall = operation({
  method: "get",
  path: "/alerts/{id}/affected.csv",
  summary: "The shipments that an alert is of, those released at both gates included: whom to call back from",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "text/csv",
});
const raise = operation({
  method: "post",
  path: "/alerts",
  summary: "Raise an alert; it counts from the next assessment on",
  tags,
  body: z.strictObject({
    commodityPrefix: z
      .string()
      .regex(/^\d{2,10}$/, "prefix_form")
      .nullable()
      .default(null),
    origin: z
      .string()
      .regex(/^[A-Z]{2}$/, "origin_form")
      .nullable()
      .default(null),
    producer: z.string().trim().min(2).max(200).nullable().default(null),
    words: z.array(z.string().trim().min(2).max(80)).max(20).default([]),
    reason: z.string().trim().min(3).max(500),
    citation: z.string().trim().min(10).max(500),
    validFrom: day,
    validTo: day.nullable().default(null),
  }),
  answer: z.object({ id: z.uuid() }),
});
const preview = operation({
  method: "post",
  path: "/alerts/{id}/hold/preview",
  summary: "The shipments that the alert would hold; nothing is held",
  tags,
  params: idParameter,
  answer: z.object({ shipmentIds: z.array(z.uuid()) }),
});
const hold = operation({
  method: "post",
  path: "/alerts/{id}/hold",
  summary: "Hold what the alert is of and nobody has released",
  tags,
  params: idParameter,
  answer: z.object({ held: z.array(z.uuid()) }),
});
const lift = operation({
  method: "post",
  path: "/alerts/{id}/lift",
  summary: "Lift an alert that another officer raised",
  tags,
  params: idParameter,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  answer: nothing,
});

/** Alerts: goods that are stopped at both gates, and called back where they were released. */
export const alertRoutes: Routes = (api, { inTransaction, world, queries }) => {
  const ports = { inTransaction, world };
  serve(api, list, async (context, { query }) => {
    const { cursor, ...rest } = query;
    const options = { ...rest, ...(cursor ? { cursor } : {}) };
    return answer(context, await queries.listAlerts(context.get("actor"), options));
  });
  serve(api, show, async (context, { params }) => {
    const found = await queries.getAlert(context.get("actor"), params.id);
    return found.ok ? answerFound(context, found.value, "alert") : answer(context, found);
  });
  serve(api, recall, async (context, { params }) => {
    const found = await queries.getAlert(context.get("actor"), params.id);
    if (!found.ok || found.value === null)
      return answer(context, found.ok ? { ok: false, error: { kind: "not_found", what: "alert" } } : found);
    const names = [
      "reference",
      "broker",
      "consignee",
      "whereabouts",
      "gate1",
      "gate1_released",
      "gate2",
      "gate2_released",
      "lines",
    ];
    const rows = found.value.affected.map(({ reference, broker, consignee, whereabouts, gates, lines }) => [
      ...[reference, broker, consignee, whereabouts],
      ...[gates[0]?.state ?? null, gates[0]?.releasedAt ?? null, gates[1]?.state ?? null, gates[1]?.releasedAt ?? null],
      lines.map((line) => `${line.line}: ${line.commodityCode} ${line.description}`).join("; "),
    ]);
    return answerCsv("affected.csv", csvOf(names, rows));
  });
  serve(api, raise, async (context, { body }) => answer(context, await raiseAlert(ports, context.get("actor"), body)));
  serve(api, preview, async (context, { params }) =>
    answer(context, await previewAlertHold(ports, context.get("actor"), params.id)),
  );
  serve(api, hold, async (context, { params }) =>
    answer(context, await holdByAlert(ports, context.get("actor"), params.id)),
  );
  serve(api, lift, async (context, { params, body }) =>
    answer(context, await liftAlert(ports, context.get("actor"), params.id, body.reason)),
  );
};
