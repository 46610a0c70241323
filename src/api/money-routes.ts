import { z } from "@hono/zod-openapi";
import { claimRefund, settleRefund } from "@/application/claim-refund";
import { REFUND_REASONS } from "@/application/money-record";
import { changeGuarantee } from "@/application/move-guarantee";
import { acceptTaxBill, payTaxBill, recordTaxBill } from "@/application/record-tax-bill";
import { amount, day } from "@/contracts/dated";
import { BILL_STATES, guaranteeEntryView, guaranteeView, taxBillView, taxRefundView } from "@/contracts/views/money";
import { BILL_KINDS } from "@/domain/tax-bill/reconcile-bill";
import { answer, type Routes, unitOf } from "./context";
import { answerProblem } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Money"];
const nothing = z.null();
/** Money of two decimals, as the columns keep it. */
const cents = amount.max(17).regex(/^\d+(\.\d{1,2})?$/, "a plain decimal with at most two places");
const reference = z.string().trim().min(1).max(100);

const getGuarantee = operation({
  method: "get",
  path: "/guarantee",
  summary: "The guarantee: what it covers, what is reserved, owed and free, and how far it reaches",
  tags,
  answer: guaranteeView.nullable(),
});
const listEntries = operation({
  method: "get",
  path: "/guarantee/entries",
  summary: "The ledger of the guarantee, newest first",
  tags,
  query: listQuery,
  answer: listing(guaranteeEntryView),
});
const change = operation({
  method: "post",
  path: "/guarantee/entries",
  summary: "Record that the guarantor stands for more, or for less; a letter of guarantee counts once",
  tags,
  body: z.strictObject({ move: z.enum(["top_up", "lower"]), amount: cents, reference }),
  answer: nothing,
});
const listBills = operation({
  method: "get",
  path: "/tax-bills",
  summary: "Bills of the authority beside what was assessed, newest first",
  tags,
  query: listQuery.extend({ state: z.enum(BILL_STATES).optional() }),
  answer: listing(taxBillView),
});
const ofShipment = operation({
  method: "get",
  path: "/shipments/{id}/money",
  summary: "Bills and refunds of a shipment",
  tags,
  params: idParameter,
  answer: z.object({ bills: z.array(taxBillView), refunds: z.array(taxRefundView) }),
});
const record = operation({
  method: "post",
  isKeyed: true,
  path: "/shipments/{id}/tax-bills",
  summary: "Record a bill of the authority; its number counts once",
  tags,
  params: idParameter,
  body: z.strictObject({
    number: reference,
    issuedOn: day,
    lines: z
      .array(z.strictObject({ kind: z.enum(BILL_KINDS), amount: cents }))
      .min(1)
      .max(20),
  }),
  answer: z.object({ id: z.uuid(), isEqual: z.boolean() }),
});
const accept = operation({
  method: "post",
  path: "/tax-bills/{id}/accept",
  summary: "Accept a bill that differs from the assessment, with the reason",
  tags,
  params: idParameter,
  body: z.strictObject({ reason: z.string().trim().min(1).max(1_000) }),
  answer: nothing,
});
const pay = operation({
  method: "post",
  path: "/tax-bills/{id}/payment",
  summary: "Record that a bill was paid; the guarantee is free again",
  tags,
  params: idParameter,
  body: z.strictObject({ reference }),
  answer: nothing,
});
const listRefunds = operation({
  method: "get",
  path: "/refunds",
  summary: "Claims for tax that was paid, newest first",
  tags,
  query: listQuery,
  answer: listing(taxRefundView),
});
const claim = operation({
  method: "post",
  isKeyed: true,
  path: "/shipments/{id}/refunds",
  summary: "Claim tax back; at most what was paid and is not claimed yet",
  tags,
  params: idParameter,
  body: z.strictObject({
    reason: z.enum(REFUND_REASONS),
    amount: cents,
    note: z.string().trim().max(1_000).nullable().default(null),
  }),
  answer: z.object({ id: z.uuid() }),
});
const settle = operation({
  method: "post",
  path: "/refunds/{id}/answer",
  summary: "Record what the authority answered to a claim",
  tags,
  params: idParameter,
  body: z.strictObject({ state: z.enum(["paid", "refused"]), reference: reference.nullable().default(null) }),
  answer: nothing,
});

/** Guarantee, tax bills and refunds. */
export const moneyRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  const ports = { inTransaction, world };
  serve(api, getGuarantee, async (context) => answer(context, await queries.getGuarantee(context.get("actor"))));
  serve(api, listEntries, async (context, { query: { cursor, limit } }) =>
    answer(context, await queries.listGuaranteeEntries(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) })),
  );
  serve(api, change, async (context, { body: { move, ...entry } }) =>
    answer(context, await changeGuarantee(ports, context.get("actor"), move, entry)),
  );
  serve(api, listBills, async (context, { query: { cursor, limit, state } }) =>
    answer(
      context,
      await queries.listTaxBills(context.get("actor"), {
        limit,
        ...(cursor ? { cursor } : {}),
        ...(state ? { state } : {}),
      }),
    ),
  );
  serve(api, ofShipment, async (context, { params }) => {
    const found = await queries.getMoneyOf(context.get("actor"), params.id);
    return found ? context.json(found) : answerProblem(context, { kind: "not_found", what: "shipment" });
  });
  serve(api, record, async (context, input) => {
    const bill = { shipmentId: input.params.id, ...input.body };
    return answer(
      context,
      await recordTaxBill({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), bill),
    );
  });
  serve(api, accept, async (context, { params, body }) =>
    answer(context, await acceptTaxBill(ports, context.get("actor"), params.id, body.reason)),
  );
  serve(api, pay, async (context, { params, body }) =>
    answer(context, await payTaxBill(ports, context.get("actor"), params.id, body.reference)),
  );
  serve(api, listRefunds, async (context, { query: { cursor, limit } }) =>
    answer(context, await queries.listTaxRefunds(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) })),
  );
  serve(api, claim, async (context, input) => {
    const claimed = { shipmentId: input.params.id, ...input.body };
    return answer(
      context,
      await claimRefund({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), claimed),
    );
  });
  serve(api, settle, async (context, { params, body }) =>
    answer(context, await settleRefund(ports, context.get("actor"), params.id, body)),
  );
};
