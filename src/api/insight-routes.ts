import { z } from "@hono/zod-openapi";
import type { Actor } from "@/application/actor";
import { readInsight } from "@/application/read-insight";
import { watchDrift } from "@/application/watch-drift";
import { wordsOfMeasure } from "@/contracts/insight-words";
import { insightView } from "@/contracts/views/insight";
import { COUNTED, MEASURES, WINDOWS, windowUpTo } from "@/domain/insight/insight";
import { driftTable, tableOf } from "@/domain/insight/tables";
import { addDays, isLocalDate } from "@/domain/shared/local-date";
import type { Services } from "@/runtime/container";
import { answer, type Routes } from "./context";
import { answerCsv, csvOf } from "./csv";
import { languageOf } from "./problems";
import { operation, serve } from "./schemas";

const tags: [string] = ["Insight"];
const query = z.object({
  days: z.enum(WINDOWS).default("28"),
  /** The last day; today when it is left out. */
  until: z.string().refine(isLocalDate, "form_date").optional(),
  /** Whether history that was made up counts; left out, it counts where there is no other. */
  generated: z.enum(["include", "exclude"]).optional(),
});
const definition = z.object({
  id: z.enum(MEASURES),
  title: z.string(),
  definition: z.string(),
  formula: z.string(),
});

const read = operation({
  method: "get",
  path: "/insight",
  summary:
    "What the work of the authority came to: releases and their time, hit rates, fairness, each with its definition",
  tags,
  query,
  answer: insightView.extend({ measures: z.array(definition) }),
});

/** One operation a measure, so that each has its description. */
const sheets = COUNTED.map((measure) => ({
  measure,
  stated: operation({
    method: "get",
    path: `/insight/${measure}.csv`,
    summary: `The measure ${measure} as CSV: shares from 0 to 1, times in milliseconds`,
    tags,
    query,
    answer: z.string(),
    answerType: "text/csv",
  }),
}));

const driftSheet = operation({
  method: "get",
  path: "/insight/drift.csv",
  summary: "How features differ from what the model that decides learned from, as CSV; no rows where no model decides",
  tags,
  answer: z.string(),
  answerType: "text/csv",
});

/** The measures of an authority, for its officers and admins. */
export const insightRoutes: Routes = (api, services) => {
  serve(api, read, async (context, input) =>
    answer(context, await asked(services, context.get("actor"), input.query), (insight) => ({
      ...insight,
      measures: MEASURES.map((id) => ({ id, ...wordsOfMeasure(id, languageOf(context)) })),
    })),
  );
  for (const { measure, stated } of sheets)
    serve(api, stated, async (context, input) => {
      const found = await asked(services, context.get("actor"), input.query);
      if (!found.ok) return answer(context, found);
      const { columns, rows } = tableOf(measure, found.value);
      return answerCsv(`${measure}-${found.value.from}-${addDays(found.value.before, -1)}.csv`, csvOf(columns, rows));
    });
  serve(api, driftSheet, async (context) => {
    const drift = await watchDrift(services, context.get("actor"));
    if (!drift.ok && drift.error.kind !== "not_found") return answer(context, drift);
    const { columns, rows } = driftTable(drift.ok ? drift.value : null);
    return answerCsv("drift.csv", csvOf(columns, rows));
  });
};

function asked(services: Services, actor: Actor, { days, until, generated }: z.output<typeof query>) {
  const window = windowUpTo(until ?? services.world.today(), Number(days));
  return readInsight(services, actor, {
    ...window,
    ...(generated ? { withGenerated: generated === "include" } : {}),
  });
}
