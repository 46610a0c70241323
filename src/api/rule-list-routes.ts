import { z } from "@hono/zod-openapi";
import { importRuleList, putRuleList, settleRuleList } from "@/application/keep-rule-list";
import { turnSwitch } from "@/application/switch-rule";
import { listInput, listName, switchInput } from "@/contracts/rules";
import { answer, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Rules of risk"];

const kept = z.object({ id: z.uuid(), state: z.enum(["proposed", "current"]) });

const put = operation({
  method: "post",
  path: "/rule-lists",
  summary: "Write the next version of a named list; one that is in use waits for a second person",
  tags,
  isKeyed: true,
  body: listInput,
  answer: kept,
});
const load = operation({
  method: "post",
  path: "/rule-lists/{name}/import",
  summary: "Write the next version of a named list from the first column of a CSV table",
  tags,
  params: z.object({ name: listName }),
  body: z.string().max(5_000_000),
  contentType: "text/csv",
  answer: kept,
});
const settle = operation({
  method: "post",
  path: "/rule-lists/{id}/approval",
  summary: "Approve or reject what another wrote into a list that is in use",
  tags,
  params: idParameter,
  body: z.strictObject({ approve: z.boolean() }),
  answer: z.object({ id: z.uuid() }),
});
const turn = operation({
  method: "post",
  path: "/rule-switches",
  summary:
    "Turn a kill switch at once: of a rule, or of goods by code or origin, of which the machine releases nothing",
  tags,
  isKeyed: true,
  body: switchInput,
  answer: z.object({ id: z.uuid() }),
});

/** The lists that rules ask, and the switches that stop rules and releases. */
export const ruleListRoutes: Routes = (api, services) => {
  const { inTransaction, world, parseCsv } = services;
  serve(api, put, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await putRuleList(ports, context.get("actor"), input.body));
  });
  serve(api, load, async (context, input) => {
    const ports = { inTransaction, world, parseCsv };
    return answer(context, await importRuleList(ports, context.get("actor"), input.params.name, input.body));
  });
  serve(api, settle, async (context, input) =>
    answer(context, await settleRuleList(inTransaction, context.get("actor"), input.params.id, input.body.approve)),
  );
  serve(api, turn, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await turnSwitch(ports, context.get("actor"), input.body));
  });
};
