import { z } from "@hono/zod-openapi";
import { proposeBenefits, settleBenefits } from "@/application/maintain-benefits";
import { previewCredit } from "@/application/preview-credit";
import { benefitsSchema } from "@/contracts/credit-reference";
import { benefitUseView, creditFlagView, creditImpactView, creditPolicyView } from "@/contracts/views/credit-policy";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, type Routes, unitOf } from "./context";
import { answerCsv, csvOf } from "./csv";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Credit"];
const made = z.object({ id: z.uuid() });

const show = operation({
  method: "get",
  path: "/credit",
  summary: "The schemes of credit, what a tier is worth today, the policies of before and the partners of recognition",
  tags,
  answer: creditPolicyView,
});
const propose = operation({
  method: "post",
  path: "/credit/benefits",
  summary: "Propose what credit is worth from a day on, as a signed-in admin; another admin approves it",
  tags,
  isKeyed: true,
  body: z.strictObject({
    effectiveFrom: z.string().refine(isLocalDate, "form_date"),
    policy: benefitsSchema,
    basis: z.enum(["law", "own"]),
    citation: z.string().trim().min(10).max(500),
  }),
  answer: made,
});
const settle = operation({
  method: "post",
  path: "/credit/benefits/{id}/approval",
  summary: "Approve or reject the benefits that another admin proposed; open shipments are looked at again",
  tags,
  params: idParameter,
  body: z.strictObject({ approve: z.boolean() }),
  answer: made,
});
const impactOf = (path: string, summary: string) =>
  operation({ method: "get", path, summary, tags, params: idParameter, answer: creditImpactView });
const ofBenefits = impactOf("/credit/benefits/{id}/impact", "Which open shipments proposed benefits would change");
const ofApproval = impactOf("/aeo/{id}/impact", "Which open shipments the approval of an entry would change");
const ofSuspension = impactOf(
  "/aeo/{id}/suspension-impact",
  "Which open shipments the suspension of an entry would change",
);
const uses = operation({
  method: "get",
  path: "/credit/uses",
  summary: "The benefits that were used at the own offices, the newest first",
  tags,
  query: listQuery,
  answer: listing(benefitUseView),
});
const usesCsv = operation({
  method: "get",
  path: "/credit/uses.csv",
  summary: "The benefits that were used, as CSV, the newest 10 000",
  tags,
  answer: z.string(),
  answerType: "text/csv",
});
const flags = operation({
  method: "get",
  path: "/credit/flags",
  summary: "What losses of credit changed of shipments that were not released, the newest first",
  tags,
  query: listQuery,
  answer: listing(creditFlagView),
});

/** So many uses are written into a file. */
const MOST_ROWS = 10_000;
const COLUMNS = [
  ...[
    "at",
    "broker",
    "reference",
    "benefit",
    "tier",
    "policyVersion",
    "aeoCode",
    "partner",
    "amount",
    "multiplier",
    "priority",
  ],
] as const;

export const creditPolicyRoutes: Routes = (api, services) => {
  const { inTransaction, memory, world, queries } = services;
  serve(api, show, async (context) => answer(context, await queries.getCreditPolicy(context.get("actor"))));
  serve(api, propose, async (context, input) =>
    answer(
      context,
      await proposeBenefits(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.body,
      ),
    ),
  );
  serve(api, settle, async (context, { params, body }) =>
    answer(context, await settleBenefits({ inTransaction, world }, context.get("actor"), params.id, body.approve)),
  );
  serve(api, ofBenefits, async (context, { params }) =>
    answer(
      context,
      await previewCredit({ inTransaction, memory, world }, context.get("actor"), {
        act: "benefits",
        policyId: params.id,
      }),
    ),
  );
  for (const [stated, act] of [
    [ofApproval, "approve"],
    [ofSuspension, "suspend"],
  ] as const)
    serve(api, stated, async (context, { params }) =>
      answer(
        context,
        await previewCredit({ inTransaction, memory, world }, context.get("actor"), {
          act,
          authorisationId: params.id,
        }),
      ),
    );
  serve(api, uses, async (context, { query }) =>
    answer(context, await queries.listBenefitUses(context.get("actor"), pageOf(query))),
  );
  serve(api, flags, async (context, { query }) =>
    answer(context, await queries.listCreditFlags(context.get("actor"), pageOf(query))),
  );
  serve(api, usesCsv, async (context) => {
    const listed = await queries.listBenefitUses(context.get("actor"), { limit: MOST_ROWS });
    if (!listed.ok) return answer(context, listed);
    const rows = listed.value.rows.map((row) => COLUMNS.map((column) => row[column as keyof typeof row] ?? null));
    return answerCsv("benefit-uses.csv", csvOf(COLUMNS, rows));
  });
};

function pageOf({ cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }) {
  return { limit, ...(cursor ? { cursor } : {}) };
}
