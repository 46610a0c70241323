import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { DependencyError } from "@/application/ports";
import { wordsOfProblem } from "@/contracts/words";
import type { Services } from "@/runtime/container";
import { logger } from "@/runtime/logger";
import { accountRoutes } from "./account-routes";
import { alertRoutes } from "./alert-routes";
import { basketRoutes } from "./basket-routes";
import { bookPaperRoutes } from "./book-paper-routes";
import { bookRoutes } from "./book-routes";
import { classificationRoutes } from "./classification-routes";
import { clearanceTimeRoutes } from "./clearance-time-routes";
import type { ApiEnv } from "./context";
import { creditPolicyRoutes } from "./credit-policy-routes";
import { creditRoutes } from "./credit-routes";
import { declarationRoutes } from "./declaration-routes";
import { destructionRoutes } from "./destruction-routes";
import { documentRoutes } from "./document-routes";
import { eventRoutes } from "./event-routes";
import { evidenceRoutes } from "./evidence-routes";
import { exchangeRoutes } from "./exchange-routes";
import { goodsReturnRoutes } from "./goods-return-routes";
import { insightRoutes } from "./insight-routes";
import { inspectionItemRoutes } from "./inspection-item-routes";
import { inspectionRoutes } from "./inspection-routes";
import { lawRoutes } from "./law-routes";
import { listRoutes } from "./list-routes";
import { modelRoutes } from "./model-routes";
import { moneyRoutes } from "./money-routes";
import { notificationRoutes } from "./notification-routes";
import { orderFeedRoutes } from "./order-feed-routes";
import { orderRoutes } from "./order-routes";
import { passportRoutes } from "./passport-routes";
import { peopleRoutes } from "./people-routes";
import { permitRoutes } from "./permit-routes";
import { preExaminationRoutes } from "./pre-examination-routes";
import { answerProblem, invalidInput, languageOf } from "./problems";
import { receiptRoute } from "./receipt-route";
import { reviewRoutes } from "./review-routes";
import { reviewWorkRoutes } from "./review-work-routes";
import { ruleListRoutes } from "./rule-list-routes";
import { ruleRoutes } from "./rule-routes";
import { savedViewRoutes } from "./saved-view-routes";
import { shipmentRoutes } from "./shipment-routes";
import { simulatorRoutes } from "./simulator-routes";
import { validationRoutes } from "./validation-routes";
import { webhookRoutes } from "./webhook-routes";
import { workbookRoutes } from "./workbook-routes";

const INFO = {
  openapi: "3.1.0",
  info: {
    title: "Twogate",
    version: "1",
    description: "One declaration through both gates. Sign requests with an API key as a bearer token.",
  },
  servers: [{ url: "/api/v1" }],
};

/** Proxies and browsers close a stream on which nothing is said. */
const HEARTBEAT_MS = 15_000;

const JSON_BYTES = 1_000_000;
const CSV_BYTES = 5_000_000;
const UPLOADS = /^\/api\/v1((\/shipments\/[^/]+)?\/documents|\/inspections\/[^/]+\/photos|\/passport-labels)$/;

/** What may bring many rows at once. */
const FILES = /^\/api\/v1\/(aeo\/import|permits\/import|orders\/feeds\/|books\/[^/]+\/(items|stock))/;

/** The whole API, mounted where `/api/v1` is; the same object serves inside Next and from a plain Node process. */
export function createApi(services: Services, { heartbeatMs = HEARTBEAT_MS } = {}) {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      return answerProblem(context, invalidInput(result.error.issues[0], languageOf(context)));
    },
  }).basePath("/api/v1");
  api.openAPIRegistry.registerComponent("securitySchemes", "apiKey", { type: "http", scheme: "bearer" });
  api.use(async (context, next) => {
    context.set("requestId", context.req.header("x-request-id")?.slice(0, 64) ?? randomUUID());
    await next();
    context.res.headers.set("x-request-id", context.get("requestId"));
    if (context.get("isReplayed")) context.res.headers.set("idempotent-replayed", "true");
    if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "private, no-store");
  });
  api.get("/openapi.json", (context) => context.json(openApiDocument(api)));
  receiptRoute(api, services);
  api.use(sameOrigin, signedIn(services), notTooLong);
  for (const routes of [
    accountRoutes,
    shipmentRoutes,
    documentRoutes,
    validationRoutes,
    declarationRoutes,
    basketRoutes,
    modelRoutes,
    insightRoutes,
    clearanceTimeRoutes,
    lawRoutes,
    ruleRoutes,
    ruleListRoutes,
    classificationRoutes,
    // Before those of one case, for "next" is no id.
    reviewWorkRoutes,
    reviewRoutes,
    preExaminationRoutes,
    inspectionRoutes,
    inspectionItemRoutes,
    alertRoutes,
    bookRoutes,
    bookPaperRoutes,
    destructionRoutes,
    // Before those of one order, for "feeds" is no id.
    orderFeedRoutes,
    orderRoutes,
    creditRoutes,
    creditPolicyRoutes,
    workbookRoutes,
    moneyRoutes,
    goodsReturnRoutes,
    exchangeRoutes,
    simulatorRoutes,
    permitRoutes,
    passportRoutes,
    listRoutes,
    savedViewRoutes,
    peopleRoutes,
    notificationRoutes,
    webhookRoutes,
    evidenceRoutes,
    eventRoutes(heartbeatMs),
  ])
    routes(api, services);
  api.notFound((context) => answerProblem(context, { kind: "not_found", what: "route" }));
  api.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 400)
      return answerProblem(context, { kind: "malformed_json" });
    if (!(error instanceof DependencyError)) return broken(error, context);
    logger.error({ err: error, requestId: context.get("requestId"), path: context.req.path }, "dependency away");
    return answerProblem(context, { kind: "unavailable", dependency: error.dependency });
  });
  return api;
}

/** The OpenAPI 3.1 document of an API. */
export function openApiDocument(api: ReturnType<typeof createApi>) {
  return api.getOpenAPI31Document(INFO);
}

/** A browser's cookie counts only for requests that its own pages made; an API key counts from anywhere. */
const sameOrigin: MiddlewareHandler<ApiEnv> = async (context, next) => {
  const isSafe = ["GET", "HEAD"].includes(context.req.method);
  const site = context.req.header("sec-fetch-site");
  const isForeign = site !== undefined && site !== "same-origin" && site !== "none";
  if (!isSafe && isForeign && !context.req.header("authorization")) {
    return answerProblem(context, { kind: "forbidden", permission: "cross-origin request" });
  }
  return next();
};

/** What the longest body of a kind may be. Uploads are streams, with limits of their own. */
const notTooLong: MiddlewareHandler<ApiEnv> = (context, next) => {
  const { method, path } = context.req;
  if (method === "POST" && UPLOADS.test(path)) return next();
  const maxSize = FILES.test(path) ? CSV_BYTES : JSON_BYTES;
  const onError = () => answerProblem(context, { kind: "too_long", limitBytes: String(maxSize) });
  return bodyLimit({ maxSize, onError })(context, next);
};

function signedIn(services: Services): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const actor = await services.signIn.actorOf(context.req.raw.headers);
    if (!actor) return answerProblem(context, { kind: "unauthenticated" });
    context.set("actor", actor);
    return next();
  };
}

/** The caller learns the request's id, the log everything else. */
function broken(error: Error, context: Context<ApiEnv>): Response {
  const requestId = context.get("requestId");
  logger.error({ err: error, requestId, path: context.req.path }, "request failed");
  const body = {
    type: "urn:twogate:problem:internal",
    status: 500,
    kind: "internal",
    ...wordsOfProblem("internal", languageOf(context)),
    requestId,
  };
  return new Response(JSON.stringify(body), { status: 500, headers: { "content-type": "application/problem+json" } });
}
