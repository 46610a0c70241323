import { z } from "@hono/zod-openapi";
import { assessAsOf } from "@/application/assess-as-of";
import { judgeOrigin } from "@/application/judge-origin";
import { simulateRegimes } from "@/application/simulate-regimes";
import { originQuestion, originView } from "@/contracts/origin";
import { lawView, simulationView } from "@/contracts/views/simulation";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, type Routes } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Law"];

const day = z.string().refine(isLocalDate, "form_date");

const asOf = operation({
  method: "get",
  path: "/shipments/{id}/tax",
  summary: "The tax of what a shipment states under the law of a day; nothing is kept",
  tags,
  params: idParameter,
  query: z.object({ asOf: day }),
  answer: lawView,
});
const simulation = operation({
  method: "get",
  path: "/shipments/{id}/simulation",
  summary: "The same goods under several regimes: tax, requirements, clocks and the expected lane; nothing is kept",
  tags,
  params: idParameter,
  query: z.object({ asOf: day.optional() }),
  answer: simulationView,
});

const origin = operation({
  method: "post",
  path: "/origin",
  summary: "Whether a good originates under an agreement, by its bill of materials; nothing is kept",
  tags,
  body: originQuestion,
  answer: originView,
});

/** Questions to the law that change nothing. */
export const lawRoutes: Routes = (api, { inTransaction, world }) => {
  serve(api, asOf, async (context, { params, query }) =>
    answer(context, await assessAsOf({ inTransaction, world }, context.get("actor"), params.id, query.asOf)),
  );
  serve(api, origin, async (context, { body }) =>
    answer(context, await judgeOrigin({ inTransaction, world }, context.get("actor"), body)),
  );
  serve(api, simulation, async (context, { params, query }) =>
    answer(context, await simulateRegimes({ inTransaction, world }, context.get("actor"), params.id, query.asOf)),
  );
};
