import { z } from "@hono/zod-openapi";
import { LODGE_EXCEPTIONS, lodgeMatched, previewLodging } from "@/application/lodge-matched";
import { REPAIRED_AT_ONCE, repairOrders } from "@/application/repair-orders";
import { REVEAL_PURPOSES, revealIdentity } from "@/application/reveal-identity";
import { orderFilter, orderPivotView, orderRowView, orderView } from "@/contracts/views/order";
import { MATCH_OWNERS, RULE_IDS } from "@/domain/three-documents/outcome";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { languageOf, problemOf, problemSchema } from "./problems";
import { idempotencyKey, idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Orders"];

/** A lodging is heavy; so many go in one request. */
const LODGED_AT_ONCE = 500;

const list = operation({
  method: "get",
  path: "/orders",
  summary: "Orders of retail imports, newest first; people masked",
  tags,
  query: listQuery.extend(orderFilter.shape),
  answer: listing(orderRowView),
});
const pivot = operation({
  method: "get",
  path: "/orders/pivot",
  summary: "How many open orders each rule found something against, what they are worth, and examples",
  tags,
  answer: orderPivotView,
});
const show = operation({
  method: "get",
  path: "/orders/{id}",
  summary: "An order with what each of the rules M01 to M20 says of its documents; people masked",
  tags,
  params: idParameter,
  answer: orderView,
});
const orderIds = z.array(z.uuid()).min(1);
const repair = operation({
  method: "post",
  path: "/orders/repair",
  summary:
    "Repair many orders: take the corrected record, ask the sender, leave out of the day, take back in, match again",
  tags,
  isKeyed: true,
  body: z.strictObject({
    /** The orders by their ids, or all open ones that a rule found something against. */
    chosen: z.union([
      z.strictObject({ orderIds: orderIds.max(REPAIRED_AT_ONCE) }),
      z.strictObject({ rule: z.enum(RULE_IDS) }),
    ]),
    repair: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("take_corrected") }),
      z.strictObject({ kind: z.literal("ask_sender"), owner: z.enum(MATCH_OWNERS) }),
      z.strictObject({ kind: z.literal("exclude"), reason: z.string().trim().min(3).max(500) }),
      z.strictObject({ kind: z.literal("include") }),
      z.strictObject({ kind: z.literal("match_again") }),
    ]),
  }),
  answer: z.object({ changed: z.number().int() }),
});
const person = z.object({ name: z.string(), idType: z.string(), idNumber: z.string() });
const recipient = z.object({ name: z.string(), phone: z.string(), address: z.string() });
const reveal = operation({
  method: "post",
  path: "/orders/{id}/reveal",
  summary: "Who an order names, in clear, to a signed-in person who says what for; the look is audited",
  tags,
  params: idParameter,
  body: z.strictObject({ purpose: z.enum(REVEAL_PURPOSES) }),
  answer: z.object({
    buyer: person,
    recipient,
    payer: person.nullable(),
    parcelRecipient: recipient.nullable(),
  }),
});
const preview = operation({
  method: "post",
  path: "/orders/lodge/preview",
  summary: "How many of the orders can be lodged, what they are worth, and which cannot and why; nothing is lodged",
  tags,
  body: z.strictObject({ orderIds: orderIds.max(LODGED_AT_ONCE) }),
  answer: z.object({
    eligible: z.array(z.uuid()),
    goodsValue: z.string(),
    exceptions: z.array(z.object({ orderId: z.uuid(), reason: z.enum(LODGE_EXCEPTIONS) })),
  }),
});
const lodge = operation({
  method: "post",
  path: "/orders/lodge",
  summary: "Lodge the matched ones of the orders, each by itself; those that are refused say why",
  tags,
  headers: z.object({ "idempotency-key": idempotencyKey.max(200) }),
  body: z.strictObject({ orderIds: orderIds.max(LODGED_AT_ONCE) }),
  answer: z.object({
    orders: z.array(
      z.object({
        orderId: z.uuid(),
        shipmentId: z.uuid().nullable(),
        lane: z.string().nullable(),
        problem: problemSchema.nullable(),
      }),
    ),
  }),
});

/** Orders of retail imports: what the match says of them, what is done about it, and their lodging. */
export const orderRoutes: Routes = (api, services) => {
  const { inTransaction, inAuthority, memory, world, drawKey, queries } = services;
  serve(api, list, async (context, { query: { cursor, ...rest } }) =>
    answer(context, await queries.listOrders(context.get("actor"), { ...rest, ...(cursor ? { cursor } : {}) })),
  );
  serve(api, pivot, async (context) => answer(context, await queries.getOrderPivot(context.get("actor"))));
  serve(api, show, async (context, { params }) => {
    const order = await queries.getOrder(context.get("actor"), params.id);
    return order.ok ? answerFound(context, order.value, "order") : answer(context, order);
  });
  serve(api, repair, async (context, input) => {
    const { chosen, repair: how } = input.body;
    return answer(context, await repairOrders(unitOf(context, services, input), context.get("actor"), chosen, how));
  });
  serve(api, reveal, async (context, { params, body }) =>
    answer(context, await revealIdentity(inTransaction, context.get("actor"), params.id, body.purpose)),
  );
  serve(api, preview, async (context, { body }) =>
    answer(context, await previewLodging({ inTransaction }, context.get("actor"), body.orderIds)),
  );
  serve(api, lodge, async (context, { headers, body }) => {
    const asked = { orderIds: body.orderIds, idempotencyKey: headers["idempotency-key"] };
    const ports = { inTransaction, inAuthority, memory, world, drawKey };
    return answer(context, await lodgeMatched(ports, context.get("actor"), asked), (orders) => ({
      orders: orders.map(({ failure, ...order }) => ({
        ...order,
        problem: failure && problemOf(failure, context.get("requestId"), languageOf(context)),
      })),
    }));
  });
};
