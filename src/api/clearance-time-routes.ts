import { z } from "@hono/zod-openapi";
import type { Actor } from "@/application/actor";
import { clearanceTimeView, shipmentTimeView } from "@/contracts/views/clearance-time";
import { TIME_MEASURES, timeTable } from "@/domain/clearance-time/tables";
import { WINDOWS, windowUpTo } from "@/domain/insight/insight";
import { addDays, isLocalDate } from "@/domain/shared/local-date";
import type { Services } from "@/runtime/container";
import { answer, answerFound, type Routes } from "./context";
import { answerCsv, csvOf } from "./csv";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Time"];
const query = z.object({
  days: z.enum(WINDOWS).default("28"),
  /** The last day; today when it is left out. */
  until: z.string().refine(isLocalDate, "form_date").optional(),
});

const ofShipment = operation({
  method: "get",
  path: "/shipments/{id}/time",
  summary: "Whose the time of a shipment was, its clocks of the law, its promise and what one declaration saved",
  tags,
  params: idParameter,
  answer: shipmentTimeView,
});
const read = operation({
  method: "get",
  path: "/time",
  summary: "What the releases of a window took, by owner and lane, against two separate declarations",
  tags,
  query,
  answer: clearanceTimeView,
});

/** One operation a measure, so that each has its description. */
const sheets = TIME_MEASURES.map((measure) => ({
  measure,
  stated: operation({
    method: "get",
    path: `/time/${measure}.csv`,
    summary: `The measure ${measure} of clearance time as CSV: times in milliseconds, efforts in seconds, shares from 0 to 1`,
    tags,
    query,
    answer: z.string(),
    answerType: "text/csv",
  }),
}));

/** Where the time of shipments went: of one for who sees it, of a window for its broker. */
export const clearanceTimeRoutes: Routes = (api, services) => {
  serve(api, ofShipment, async (context, { params: { id } }) =>
    answerFound(context, await services.queries.getShipmentTime(context.get("actor"), id), "shipment"),
  );
  serve(api, read, async (context, input) =>
    answer(context, await asked(services, context.get("actor"), input.query), (measured) => measured),
  );
  for (const { measure, stated } of sheets)
    serve(api, stated, async (context, input) => {
      const found = await asked(services, context.get("actor"), input.query);
      if (!found.ok) return answer(context, found);
      const { columns, rows } = timeTable(measure, found.value);
      return answerCsv(
        `time-${measure}-${found.value.from}-${addDays(found.value.before, -1)}.csv`,
        csvOf(columns, rows),
      );
    });
};

function asked({ queries, world }: Services, actor: Actor, { days, until }: z.output<typeof query>) {
  return queries.getClearanceTime(actor, windowUpTo(until ?? world.today(), Number(days)));
}
