import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "@/application/actor";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import type { Services } from "@/runtime/container";
import { answerProblem } from "./problems";

/** What every request carries. */
export interface ApiEnv {
  Variables: { actor: Actor; requestId: string };
}

export type Api = OpenAPIHono<ApiEnv>;

/** A part of the API adds its routes; it gets everything it needs from the services. */
export type Routes = (api: Api, services: Services) => void;

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
