import { z } from "@hono/zod-openapi";
import { promoteModel, requestModel, retireModel, rollBackModel } from "@/application/maintain-models";
import { proposePolicy, settlePolicy } from "@/application/maintain-policy";
import { replayLane } from "@/application/replay-lane";
import { watchDrift } from "@/application/watch-drift";
import { policySchema } from "@/contracts/risk-model";
import { driftView, modelRowView, policyView, replayView } from "@/contracts/views/model";
import { answer, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Risk"];
const reason = z.string().trim().min(10).max(500);
const made = z.object({ id: z.uuid() });

const list = operation({
  method: "get",
  path: "/risk/models",
  summary: "The models of the authority: what each learned from, how good it is, and which one decides",
  tags,
  answer: z.object({ rows: z.array(modelRowView) }),
});
const train = operation({
  method: "post",
  path: "/risk/models",
  summary: "Train a model from the history of the last days, as a signed-in admin of an authority",
  tags,
  isKeyed: true,
  body: z.strictObject({
    kind: z.enum(["boosted", "scorecard"]),
    days: z.number().int().min(30).max(1_000),
    seed: z.number().int().min(0).max(2_147_483_647).default(1),
  }),
  answer: made,
});
const promote = operation({
  method: "post",
  path: "/risk/models/{id}/promotion",
  summary: "Let a challenger decide, as another admin than who trained it",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({}),
  answer: made,
});
const rollBack = operation({
  method: "post",
  path: "/risk/models/rollback",
  summary: "Take the champion back and let the one before it decide again",
  tags,
  isKeyed: true,
  body: z.strictObject({ reason }),
  answer: made,
});
const retire = operation({
  method: "delete",
  path: "/risk/models/{id}",
  summary: "Take a challenger out of the shadow, or end a training",
  tags,
  params: idParameter,
  answer: made,
});
const drift = operation({
  method: "get",
  path: "/risk/drift",
  summary: "How the last four weeks differ from what the champion learned from, and how models in shadow do",
  tags,
  answer: driftView,
});
const policies = operation({
  method: "get",
  path: "/risk/policies",
  summary: "How the authority spends its officers' attention, with who proposed and approved it",
  tags,
  answer: z.object({ rows: z.array(policyView) }),
});
const propose = operation({
  method: "post",
  path: "/risk/policies",
  summary: "Propose a policy of selectivity, as a signed-in admin of an authority",
  tags,
  isKeyed: true,
  body: z.strictObject({ policy: policySchema, reason }),
  answer: made,
});
const settle = operation({
  method: "post",
  path: "/risk/policies/{id}/approval",
  summary: "Approve or reject a policy that another admin proposed",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ approve: z.boolean() }),
  answer: made,
});
const replay = operation({
  method: "post",
  path: "/clearances/{id}/replay",
  summary: "Choose the lane of a clearance again from what was logged, and compare",
  tags,
  params: idParameter,
  answer: replayView,
});

/** Models, policies and the replay of lanes: an authority's own. */
export const modelRoutes: Routes = (api, services) => {
  const { inTransaction, memory, world, queries } = services;
  serve(api, list, async (context) =>
    answer(context, await queries.listModels(context.get("actor")), (rows) => ({ rows })),
  );
  serve(api, train, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await requestModel(ports, context.get("actor"), input.body));
  });
  serve(api, promote, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input) };
    return answer(context, await promoteModel(ports, context.get("actor"), input.params.id));
  });
  serve(api, rollBack, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input) };
    return answer(context, await rollBackModel(ports, context.get("actor"), input.body.reason));
  });
  serve(api, retire, async (context, input) =>
    answer(context, await retireModel({ inTransaction }, context.get("actor"), input.params.id)),
  );
  serve(api, drift, async (context) => answer(context, await watchDrift(services, context.get("actor"))));
  serve(api, policies, async (context) =>
    answer(context, await queries.listPolicies(context.get("actor")), (rows) => ({ rows })),
  );
  serve(api, propose, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await proposePolicy(ports, context.get("actor"), input.body));
  });
  serve(api, settle, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input) };
    return answer(context, await settlePolicy(ports, context.get("actor"), input.params.id, input.body.approve));
  });
  serve(api, replay, async (context, input) =>
    answer(context, await replayLane({ inTransaction, memory, world }, context.get("actor"), input.params.id)),
  );
};
