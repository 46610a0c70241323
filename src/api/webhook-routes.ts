import { z } from "@hono/zod-openapi";
import {
  addWebhook,
  changeWebhook,
  resendDelivery,
  rotateWebhookSecret,
  testWebhook,
} from "@/application/keep-webhooks";
import { deliveryView, endpointView, noticeKind } from "@/contracts/views/notification";
import { NOTICE_KINDS } from "@/domain/notice/kinds";
import { answer, type Routes, unitOf } from "./context";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Webhooks"];
const url = z.string().trim().min(1).max(500);
const kinds = z.array(noticeKind).min(1).max(NOTICE_KINDS.length);

const list = operation({
  method: "get",
  path: "/webhooks",
  summary: "The endpoints to which the organisation has notices sent",
  tags,
  answer: z.object({ rows: z.array(endpointView) }),
});
const add = operation({
  method: "post",
  path: "/webhooks",
  summary: "Add an endpoint, as a signed-in admin; its secret is shown this once",
  tags,
  body: z.strictObject({ url, kinds }),
  answer: z.object({ id: z.uuid(), secret: z.string() }),
});
const change = operation({
  method: "patch",
  path: "/webhooks/{id}",
  summary: "Change where an endpoint is or what it is told, or switch it",
  tags,
  params: idParameter,
  body: z.strictObject({ url: url.optional(), kinds: kinds.optional(), state: z.enum(["on", "off"]).optional() }),
  answer: z.null(),
});
const rotate = operation({
  method: "post",
  path: "/webhooks/{id}/secret",
  summary: "Give an endpoint a new secret, shown this once; the one before signs as well for a day",
  tags,
  params: idParameter,
  answer: z.object({ secret: z.string() }),
});
const test = operation({
  method: "post",
  isKeyed: true,
  path: "/webhooks/{id}/test",
  summary: "Send an endpoint something that says that it is a test",
  tags,
  params: idParameter,
  answer: z.object({ deliveryId: z.uuid() }),
});
const log = operation({
  method: "get",
  path: "/webhooks/{id}/deliveries",
  summary: "What went to an endpoint, the newest first",
  tags,
  params: idParameter,
  query: listQuery,
  answer: listing(deliveryView),
});
const resend = operation({
  method: "post",
  isKeyed: true,
  path: "/deliveries/{id}/sending",
  summary: "Send a delivery again that has ended, under its own id",
  tags,
  params: idParameter,
  answer: z.null(),
});

/** Webhooks of an organisation, for its admins. */
export const webhookRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, webhooks } = services;
  serve(api, list, async (context) =>
    answer(context, await queries.listWebhooks(context.get("actor")), (rows) => ({ rows })),
  );
  // Making an endpoint and rotating its secret take no key: what is kept under one is the answer, and here that is a secret.
  serve(api, add, async (context, { body }) =>
    answer(context, await addWebhook({ inTransaction, world, webhooks }, context.get("actor"), body)),
  );
  serve(api, change, async (context, { params, body }) => {
    const changes = {
      ...(body.url === undefined ? {} : { url: body.url }),
      ...(body.kinds === undefined ? {} : { kinds: body.kinds }),
      ...(body.state === undefined ? {} : { state: body.state }),
    };
    const ports = { inTransaction, world, webhooks };
    return answer(context, await changeWebhook(ports, context.get("actor"), params.id, changes));
  });
  serve(api, rotate, async (context, { params }) =>
    answer(context, await rotateWebhookSecret({ inTransaction, world, webhooks }, context.get("actor"), params.id)),
  );
  serve(api, test, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await testWebhook(ports, context.get("actor"), input.params.id));
  });
  serve(api, log, async (context, { params, query }) => {
    const { cursor, limit } = query;
    const options = { limit, ...(cursor ? { cursor } : {}) };
    return answer(context, await queries.listDeliveries(context.get("actor"), params.id, options));
  });
  serve(api, resend, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await resendDelivery(ports, context.get("actor"), input.params.id));
  });
};
