import { z } from "@hono/zod-openapi";
import { RETURN_REASONS } from "@/application/goods-return-record";
import { applyForReturn, cancelReturn, completeReturn, previewReturn } from "@/application/return-goods";
import { day, quantity } from "@/contracts/dated";
import { goodsReturnView, RETURN_STATES, returnPreviewView } from "@/contracts/views/goods-return";
import { answer, type Routes, unitOf } from "./context";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Returns"];
const nothing = z.null();
const lines = z
  .array(z.strictObject({ line: z.number().int().min(1), quantity }))
  .min(1)
  .max(500);

const list = operation({
  method: "get",
  path: "/returns",
  summary: "Retail goods that come back, newest first",
  tags,
  query: listQuery.extend({ state: z.enum(RETURN_STATES).optional() }),
  answer: listing(goodsReturnView),
});
const preview = operation({
  method: "post",
  path: "/shipments/{id}/returns/preview",
  summary: "What a return would reverse, and until when; nothing is written",
  tags,
  params: idParameter,
  body: z.strictObject({ lines }),
  answer: returnPreviewView,
});
const apply = operation({
  method: "post",
  isKeyed: true,
  path: "/shipments/{id}/returns",
  summary: "Apply for a return, within the days of the law",
  tags,
  params: idParameter,
  body: z.strictObject({ lines, reason: z.enum(RETURN_REASONS) }),
  answer: z.object({ id: z.uuid() }),
});
const complete = operation({
  method: "post",
  path: "/returns/{id}/arrival",
  summary: "Take goods that are back: tax, year and book are reversed together or not at all",
  tags,
  params: idParameter,
  body: z.strictObject({ arrivedOn: day, isAsReleased: z.boolean() }),
  answer: nothing,
});
const cancel = operation({
  method: "delete",
  path: "/returns/{id}",
  summary: "Take an application back",
  tags,
  params: idParameter,
  answer: nothing,
});

/** Returns of retail goods. */
export const goodsReturnRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  const ports = { inTransaction, world };
  serve(api, list, async (context, { query: { cursor, limit, state } }) =>
    answer(
      context,
      await queries.listReturns(context.get("actor"), {
        limit,
        ...(cursor ? { cursor } : {}),
        ...(state ? { state } : {}),
      }),
    ),
  );
  serve(api, preview, async (context, { params, body }) => {
    const weighed = await previewReturn(ports, context.get("actor"), { shipmentId: params.id, ...body });
    return answer(context, weighed);
  });
  serve(api, apply, async (context, input) => {
    const wanted = { shipmentId: input.params.id, ...input.body };
    return answer(
      context,
      await applyForReturn({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), wanted),
    );
  });
  serve(api, complete, async (context, { params, body }) =>
    answer(context, await completeReturn(ports, context.get("actor"), { returnId: params.id, ...body })),
  );
  serve(api, cancel, async (context, { params }) =>
    answer(context, await cancelReturn({ inTransaction, world }, context.get("actor"), params.id)),
  );
};
