import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "@/application/actor";
import type { UnitOfWork } from "@/application/ports";
import { underKey } from "@/application/under-key";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import type { Services } from "@/runtime/container";
import { answerProblem } from "./problems";

/** What every request carries. */
export interface ApiEnv {
  Variables: { actor: Actor; requestId: string; isReplayed?: boolean };
}

export type Api = OpenAPIHono<ApiEnv>;

/** A part of the API adds its routes; it gets everything it needs from the services. */
export type Routes = (api: Api, services: Services) => void;

/**
 * The unit of work of a request that changes something: under its Idempotency-Key when it has one, so that sending it
 * again after a lost answer does nothing twice.
 */
export function unitOf(
  context: Context<ApiEnv>,
  { inTransaction, world }: Pick<Services, "inTransaction" | "world">,
  { params, body }: { readonly params?: unknown; readonly body?: unknown },
): UnitOfWork {
  const key = context.req.header("idempotency-key");
  if (key === undefined) return inTransaction;
  return underKey(inTransaction, world, {
    key,
    endpoint: `${context.req.method} ${context.req.routePath}`,
    // What came in as JSON is JSON; a value that is left out and one that is undefined are the same request.
    content: JSON.parse(JSON.stringify({ params: params ?? null, body: body ?? null })),
    onReplay: () => context.set("isReplayed", true),
  });
}

/** Answers a use case: its value as JSON, or its failure as a problem document. */
export function answer<T>(
  context: Context<ApiEnv>,
  result: Result<T, Failure>,
  toBody: (value: T) => unknown = (value) => value,
  status = 200,
): Response {
  if (!result.ok) return answerProblem(context, result.error);
  return Response.json(toBody(result.value) ?? null, { status });
}

/** Answers a query: what was found, or that there is nothing which the actor may see. */
export function answerFound<T>(context: Context<ApiEnv>, value: T | null, what: string): Response {
  return value === null ? answerProblem(context, { kind: "not_found", what }) : Response.json(value);
}
