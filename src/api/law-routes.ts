import { z } from "@hono/zod-openapi";
import { assessAsOf } from "@/application/assess-as-of";
import { comparePrices } from "@/application/compare-prices";
import { judgeOrigin } from "@/application/judge-origin";
import { simulateRegimes } from "@/application/simulate-regimes";
import { valueWorksheet } from "@/application/value-worksheet";
import { originQuestion, originView } from "@/contracts/origin";
import { worksheetSchema, worksheetView } from "@/contracts/valuation";
import { lawView, priceComparisonView, simulationView } from "@/contracts/views/simulation";
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

const prices = operation({
  method: "get",
  path: "/shipments/{id}/prices",
  summary: "The price of one unit of each line beside what the organisation declared before for goods of its kind",
  tags,
  params: idParameter,
  answer: z.object({ lines: z.array(priceComparisonView) }),
});
const worksheet = operation({
  method: "post",
  path: "/valuation",
  summary: "The customs value by one of the six methods, with its formula, or what stands in its way; nothing is kept",
  tags,
  body: worksheetSchema,
  answer: worksheetView,
});

/** Questions to the law that change nothing. */
export const lawRoutes: Routes = (api, { inTransaction, world }) => {
  serve(api, asOf, async (context, { params, query }) =>
    answer(context, await assessAsOf({ inTransaction, world }, context.get("actor"), params.id, query.asOf)),
  );
  serve(api, prices, async (context, { params }) =>
    answer(context, await comparePrices({ inTransaction, world }, context.get("actor"), params.id), (lines) => ({
      lines,
    })),
  );
  serve(api, worksheet, async (context, { body }) => answer(context, valueWorksheet(context.get("actor"), body)));
  serve(api, origin, async (context, { body }) =>
    answer(context, await judgeOrigin({ inTransaction, world }, context.get("actor"), body)),
  );
  serve(api, simulation, async (context, { params, query }) =>
    answer(context, await simulateRegimes({ inTransaction, world }, context.get("actor"), params.id, query.asOf)),
  );
};
