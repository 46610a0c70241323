import { z } from "@hono/zod-openapi";
import { backtestRule } from "@/application/backtest-rule";
import { checkRule } from "@/application/check-rule";
import { openRule, rejectRule, reviseRule } from "@/application/propose-rule";
import { approveRule, retireRule, rollBackRule, shadowRule } from "@/application/settle-rule";
import { backtestInput, ruleCode, ruleContentSchema } from "@/contracts/rules";
import { backtestView, rulesView, ruleView } from "@/contracts/views/rule";
import { SUBJECT_FIELDS } from "@/domain/risk-rules/subject-fields";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerProblem } from "./problems";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Rules of risk"];

const day = z.string().refine(isLocalDate, "form_date");
const reason = z.string().trim().min(10).max(500);
const numbered = z.object({ number: z.number().int() });
const versionParameter = idParameter.extend({ number: z.coerce.number().int().min(1) });

const list = operation({
  method: "get",
  path: "/rules",
  summary: "The rules of risk of an authority with their lists and switches, for its admins and officers",
  tags,
  answer: rulesView,
});
const fields = operation({
  method: "get",
  path: "/rules/fields",
  summary: "The dictionary of what a rule may ask",
  tags,
  answer: z.object({
    fields: z.array(z.object({ name: z.string(), type: z.string(), unit: z.string().nullable(), group: z.string() })),
  }),
});
const read = operation({
  method: "get",
  path: "/rules/{id}",
  summary: "A rule with its versions, backtests, activations and last hits",
  tags,
  params: idParameter,
  answer: ruleView,
});
const open = operation({
  method: "post",
  path: "/rules",
  summary: "Write a rule as a draft, as a signed-in admin of an authority",
  tags,
  isKeyed: true,
  body: z.strictObject({ code: ruleCode, content: ruleContentSchema }),
  answer: z.object({ id: z.uuid() }),
});
const revise = operation({
  method: "post",
  path: "/rules/{id}/versions",
  summary: "Write a rule anew: into its draft, else as its next version",
  tags,
  params: idParameter,
  isKeyed: true,
  body: ruleContentSchema,
  answer: numbered,
});
const check = operation({
  method: "post",
  path: "/rules/{id}/versions/{number}/check",
  summary: "Read the expression of a draft and try its cases; a draft that passes changes no more",
  tags,
  params: versionParameter,
  answer: z.object({ state: z.literal("checked") }),
});
const run = operation({
  method: "post",
  path: "/rules/{id}/versions/{number}/backtests",
  summary: "Run a checked version over history, as of then; the last 90 days where no window is given",
  tags,
  params: versionParameter,
  isKeyed: true,
  body: backtestInput,
  answer: z.object({ id: z.uuid() }),
});
const backtest = operation({
  method: "get",
  path: "/rules/backtests/{id}",
  summary: "What a backtest found",
  tags,
  params: idParameter,
  answer: backtestView,
});
const shadow = operation({
  method: "post",
  path: "/rules/{id}/versions/{number}/shadow",
  summary: "Let a backtested version watch without effect",
  tags,
  params: versionParameter,
  answer: numbered,
});
const approve = operation({
  method: "post",
  path: "/rules/{id}/versions/{number}/approval",
  summary: "Bring a version of which one wrote no part into force from a day on, or reject it",
  tags,
  params: versionParameter,
  isKeyed: true,
  body: z.union([
    z.strictObject({ approve: z.literal(true), from: day, acknowledgesNoHits: z.boolean().default(false) }),
    z.strictObject({ approve: z.literal(false), reason }),
  ]),
  answer: numbered,
});
const rollBack = operation({
  method: "post",
  path: "/rules/{id}/rollback",
  summary: "Go back to the version that was in force before, at once",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ reason }),
  answer: numbered,
});
const retire = operation({
  method: "post",
  path: "/rules/{id}/retirement",
  summary: "Take a rule out of force, at once",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ reason }),
  answer: z.object({ id: z.uuid() }),
});

/** Rules of risk: written, checked, backtested, in shadow, in force, and taken back. */
export const ruleRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, list, async (context) => answer(context, await queries.listRules(context.get("actor"))));
  serve(api, fields, async () => Response.json({ fields: SUBJECT_FIELDS }));
  serve(api, backtest, async (context, input) => {
    const found = await queries.getBacktest(context.get("actor"), input.params.id);
    return found.ok ? answerFound(context, found.value, "backtest") : answerProblem(context, found.error);
  });
  serve(api, read, async (context, input) => {
    const found = await queries.getRule(context.get("actor"), input.params.id);
    return found.ok ? answerFound(context, found.value, "rule") : answerProblem(context, found.error);
  });
  serve(api, open, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await openRule(ports, context.get("actor"), input.body));
  });
  serve(api, revise, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await reviseRule(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, check, async (context, input) =>
    answer(context, await checkRule({ inTransaction, world }, context.get("actor"), named(input.params))),
  );
  serve(api, run, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await backtestRule(ports, context.get("actor"), named(input.params), input.body));
  });
  serve(api, shadow, async (context, input) =>
    answer(context, await shadowRule({ inTransaction, world }, context.get("actor"), named(input.params))),
  );
  serve(api, approve, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const { body, params } = input;
    if (body.approve) return answer(context, await approveRule(ports, context.get("actor"), named(params), body));
    return answer(context, await rejectRule(ports.inTransaction, context.get("actor"), named(params), body.reason));
  });
  serve(api, rollBack, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const { reason: why } = input.body;
    return answer(context, await rollBackRule(ports, context.get("actor"), input.params.id, why));
  });
  serve(api, retire, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const { reason: why } = input.body;
    return answer(context, await retireRule(ports, context.get("actor"), input.params.id, why));
  });
};

function named({ id, number }: { readonly id: string; readonly number: number }) {
  return { ruleId: id, number };
}
