import { z } from "@hono/zod-openapi";
import { readSimulator, turnSimulator } from "@/application/simulator";
import { knobsSchema, ledgerEntrySchema } from "@/contracts/simulator";
import { answer, type Routes } from "./context";
import { operation, serve } from "./schemas";

const tags: [string] = ["Simulator"];

const read = operation({
  method: "get",
  path: "/simulator",
  summary: "The simulated authority of the demonstration: its knobs, and what it took and answered",
  tags,
  answer: z.object({ knobs: knobsSchema, ledger: z.array(ledgerEntrySchema) }),
});
const turn = operation({
  method: "put",
  path: "/simulator",
  summary: "Turn the knobs of the simulated authority",
  tags,
  body: knobsSchema,
  answer: z.null(),
});

export const simulatorRoutes: Routes = (api, services) => {
  serve(api, read, async (context) => answer(context, await readSimulator(services.simulator, context.get("actor"))));
  serve(api, turn, async (context, { body }) =>
    answer(context, await turnSimulator(services, context.get("actor"), body)),
  );
};
