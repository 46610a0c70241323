import { z } from "@hono/zod-openapi";
import { acknowledgeCase, checkLawBasket } from "@/application/check-law";
import { addLawChanges, importLawChanges, openLawBasket, removeLawChange } from "@/application/propose-law";
import { approveLawBasket, withdrawLawBasket } from "@/application/settle-law";
import { lawChangesInput } from "@/contracts/law";
import { lawBasketRowView, lawBasketView, lawFactView } from "@/contracts/views/law";
import { FACT_KINDS } from "@/domain/law/change";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerProblem } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Law"];

const day = z.string().refine(isLocalDate, "form_date");
const reason = z.string().trim().min(10).max(500);
const basketId = z.object({ id: z.uuid() });

const list = operation({
  method: "get",
  path: "/law/baskets",
  summary: "Baskets of changes of the law, for admins of an authority",
  tags,
  query: listQuery,
  answer: listing(lawBasketRowView),
});
const read = operation({
  method: "get",
  path: "/law/baskets/{id}",
  summary: "A basket with its changes, golden cases and impact",
  tags,
  params: idParameter,
  answer: lawBasketView,
});
const open = operation({
  method: "post",
  path: "/law/baskets",
  summary: "Open a basket for a day that is ahead, as a signed-in admin of an authority",
  tags,
  isKeyed: true,
  body: z.strictObject({ title: z.string().trim().min(3).max(200), effectiveOn: day }),
  answer: basketId,
});
const add = operation({
  method: "post",
  path: "/law/baskets/{id}/changes",
  summary: "Put changes into a basket, all or none; each names its source",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ changes: lawChangesInput }),
  answer: z.object({ added: z.number().int() }),
});
const load = operation({
  method: "post",
  path: "/law/baskets/{id}/changes/import",
  summary: "Put the rows of a CSV table into a basket, all or none",
  tags,
  params: idParameter,
  body: z.string().max(1_000_000),
  contentType: "text/csv",
  answer: z.object({ added: z.number().int() }),
});
const remove = operation({
  method: "delete",
  path: "/law/baskets/{id}/changes/{changeId}",
  summary: "Take a change out of a basket",
  tags,
  params: idParameter.extend({ changeId: z.uuid() }),
  answer: basketId,
});
const check = operation({
  method: "post",
  path: "/law/baskets/{id}/check",
  summary: "Try the golden cases by the law as it would be, and work out which open shipments change",
  tags,
  params: idParameter,
  answer: z.object({ state: z.enum(["draft", "checked"]) }),
});
const acknowledge = operation({
  method: "post",
  path: "/law/baskets/{id}/acknowledgements",
  summary: "Say of a failing golden case that its other outcome is meant, and why",
  tags,
  params: idParameter,
  body: z.strictObject({ caseId: z.string().max(100), day, reason }),
  answer: z.object({ state: z.enum(["draft", "checked"]) }),
});
const approve = operation({
  method: "post",
  path: "/law/baskets/{id}/approval",
  summary: "Approve or reject a basket of which one wrote no part; approving writes its facts from its day on",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.union([z.strictObject({ approve: z.literal(true) }), z.strictObject({ approve: z.literal(false), reason })]),
  answer: basketId,
});
const withdraw = operation({
  method: "post",
  path: "/law/baskets/{id}/withdrawal",
  summary: "Take an approved basket back before its day",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ reason }),
  answer: basketId,
});
const facts = operation({
  method: "get",
  path: "/law/facts",
  summary: "Facts of the law that hold on a day, by code or a part of their id",
  tags,
  query: z.object({
    kind: z.enum(FACT_KINDS),
    search: z.string().max(100).default(""),
    on: day,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({ rows: z.array(lawFactView) }),
});

export const basketRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv, goldenCases } = services;
  serve(api, list, async (context, input) => {
    const { cursor, limit } = input.query;
    return answer(
      context,
      await queries.listLawBaskets(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) }),
    );
  });
  serve(api, read, async (context, input) => {
    const found = await queries.getLawBasket(context.get("actor"), input.params.id);
    return found.ok ? answerFound(context, found.value, "basket") : answerProblem(context, found.error);
  });
  serve(api, open, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await openLawBasket(ports, context.get("actor"), input.body));
  });
  serve(api, add, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await addLawChanges(ports, context.get("actor"), input.params.id, input.body.changes));
  });
  serve(api, load, async (context, input) => {
    const ports = { inTransaction, world, parseCsv };
    return answer(context, await importLawChanges(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, remove, async (context, input) => {
    const { id, changeId } = input.params;
    return answer(context, await removeLawChange(inTransaction, context.get("actor"), id, changeId));
  });
  serve(api, check, async (context, input) => {
    const ports = { inTransaction, world, goldenCases };
    return answer(context, await checkLawBasket(ports, context.get("actor"), input.params.id));
  });
  serve(api, acknowledge, async (context, input) =>
    answer(context, await acknowledgeCase(inTransaction, context.get("actor"), input.params.id, input.body)),
  );
  serve(api, approve, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world, goldenCases };
    const ruling = input.body.approve
      ? { isApproved: true, reason: null }
      : { isApproved: false, reason: input.body.reason };
    return answer(context, await approveLawBasket(ports, context.get("actor"), input.params.id, ruling));
  });
  serve(api, withdraw, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const { reason: why } = input.body;
    return answer(context, await withdrawLawBasket(ports, context.get("actor"), input.params.id, why));
  });
  serve(api, facts, async (context, input) =>
    answer(context, await queries.findLawFacts(context.get("actor"), input.query), (rows) => ({ rows })),
  );
};
