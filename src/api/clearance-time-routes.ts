import { z } from "@hono/zod-openapi";
import type { Actor } from "@/application/actor";
import type { Failure } from "@/contracts/problem";
import { wordsOfTime } from "@/contracts/time-words";
import { clearanceTimeView, shipmentTimeView, type UnderwayView, underwayView } from "@/contracts/views/clearance-time";
import { recordTable } from "@/domain/clearance-time/record-table";
import { parseUnderwayCursor } from "@/domain/clearance-time/shipment-order";
import { TIME_MEASURES, timeTable, withFormula } from "@/domain/clearance-time/tables";
import { WINDOWS, windowUpTo } from "@/domain/insight/insight";
import { addDays, isLocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import type { Services } from "@/runtime/container";
import { answer, answerFound, type Routes } from "./context";
import { answerCsv, csvOf } from "./csv";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

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

const underway = operation({
  method: "get",
  path: "/time/underway",
  summary: "The shipments of which a clock runs: what can still be saved by slack, then what has run out, newest first",
  tags,
  query: listQuery.extend({
    cursor: z
      .string()
      .refine((text) => parseUnderwayCursor(text) !== null, "cursor_unreadable")
      .optional(),
  }),
  answer: listing(underwayView),
});

/** What a file of all that is under way is read by. */
const FILE_PAGE = 500;

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
  serve(api, underway, async (context, { query: { cursor, limit } }) =>
    answer(
      context,
      await services.queries.listUnderway(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) }),
      (page) => page,
    ),
  );
  for (const { measure, stated } of sheets)
    serve(api, stated, async (context, input) => {
      const found = await asked(services, context.get("actor"), input.query);
      if (!found.ok) return answer(context, found);
      const running = measure === "underway" ? await allUnderway(services, context.get("actor")) : ok([]);
      if (!running.ok) return answer(context, running);
      const whole = { ...found.value, underway: running.value };
      const { columns, rows } = withFormula(timeTable(measure, whole), wordsOfTime(measure, "en").formula);
      return answerCsv(
        `time-${measure}-${found.value.from}-${addDays(found.value.before, -1)}.csv`,
        csvOf(columns, rows),
      );
    });
};

async function allUnderway({ queries }: Services, actor: Actor): Promise<Result<UnderwayView[], Failure>> {
  const rows: UnderwayView[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof queries.listUnderway>> = await queries.listUnderway(actor, {
      limit: FILE_PAGE,
      ...(cursor ? { cursor } : {}),
    });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return ok(rows);
}

function asked({ queries, world }: Services, actor: Actor, { days, until }: z.output<typeof query>) {
  return queries.getClearanceTime(actor, windowUpTo(until ?? world.today(), Number(days)));
}
