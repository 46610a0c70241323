import { z } from "@hono/zod-openapi";
import type { Actor } from "@/application/actor";
import { wordsOfTime } from "@/contracts/time-words";
import { clearanceTimeView, shipmentTimeView } from "@/contracts/views/clearance-time";
import { recordTable } from "@/domain/clearance-time/record-table";
import { TIME_MEASURES, timeTable, withFormula } from "@/domain/clearance-time/tables";
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
const record = operation({
  method: "get",
  path: "/shipments/{id}/time.csv",
  summary: "The record of a shipment's time as CSV: spans, sums, clocks, and the comparison with its formula",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "text/csv",
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
    summary: `The measure ${measure} of clearance time as CSV: ${wordsOfTime(measure, "en").definition} Times in milliseconds, efforts in seconds, shares from 0 to 1`,
    tags,
    query,
    answer: z.string(),
    answerType: "text/csv",
  }),
}));

/** Where the time of shipments went: of one for who sees it, of a window for who may see its shipments. */
export const clearanceTimeRoutes: Routes = (api, services) => {
  serve(api, ofShipment, async (context, { params: { id } }) =>
    answerFound(context, await services.queries.getShipmentTime(context.get("actor"), id), "shipment"),
  );
  serve(api, record, async (context, { params: { id } }) => {
    const time = await services.queries.getShipmentTime(context.get("actor"), id);
    if (!time) return answerFound(context, time, "shipment");
    const { columns, rows } = recordTable(time, wordsOfTime("baseline", "en").formula);
    return answerCsv(`time-${id}.csv`, csvOf(columns, rows));
  });
  serve(api, read, async (context, input) =>
    answer(context, await asked(services, context.get("actor"), input.query), (measured) => measured),
  );
  for (const { measure, stated } of sheets)
    serve(api, stated, async (context, input) => {
      const found = await asked(services, context.get("actor"), input.query);
      if (!found.ok) return answer(context, found);
      const { columns, rows } = withFormula(timeTable(measure, found.value), wordsOfTime(measure, "en").formula);
      return answerCsv(
        `time-${measure}-${found.value.from}-${addDays(found.value.before, -1)}.csv`,
        csvOf(columns, rows),
      );
    });
};

function asked({ queries, world }: Services, actor: Actor, { days, until }: z.output<typeof query>) {
  return queries.getClearanceTime(actor, windowUpTo(until ?? world.today(), Number(days)));
}
