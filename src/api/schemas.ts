import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { decodeText } from "@/contracts/decode-text";
import type { Api, ApiEnv } from "./context";
import { nulIn } from "./nul";
import { answerProblem, problemSchema } from "./problems";

export const idParameter = z.object({ id: z.uuid() });

export const listQuery = z.object({
  cursor: z.uuid("cursor_unreadable").optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

interface Operation {
  readonly method: RouteConfig["method"];
  readonly path: string;
  readonly summary: string;
  readonly tags: [string];
  readonly body?: z.ZodType;
  readonly contentType?: string;
  /** Whether the handler takes the body as bytes, by itself. */
  readonly isRaw?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Whether it may carry an Idempotency-Key, under which it is done once. */
  readonly isKeyed?: true;
  readonly answer?: z.ZodType;
  readonly answerType?: string;
}

/** The key under which a request is carried out once, chosen by its sender. */
export const idempotencyKey = z.string().min(8).max(255);
const optionalKey = { "idempotency-key": idempotencyKey.optional() };

/** States an operation with the types of what it takes. */
export function operation<const O extends Operation>(stated: O): O {
  return stated;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: every part of the request, checked. */
interface Input<O extends Operation> {
  readonly params: Parsed<O["params"]>;
  readonly query: Parsed<O["query"]>;
  readonly headers: Parsed<O["headers"]>;
  readonly body: Parsed<O["body"]>;
}

/** Adds the operation to the API and to its OpenAPI description; a request that does not fit is answered as a problem. */
export function serve<const O extends Operation>(
  api: Api,
  stated: O,
  handle: (context: Context<ApiEnv>, input: Input<O>) => Promise<Response>,
): void {
  const {
    method,
    path,
    summary,
    tags,
    body,
    contentType = "application/json",
    isRaw,
    params,
    query,
    headers,
    isKeyed,
    answer,
    answerType = "application/json",
  } = stated;
  const route = createRoute({
    method,
    path,
    summary,
    tags,
    security: [{ apiKey: [] }],
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers || isKeyed ? { headers: (headers ?? z.object({})).extend(isKeyed ? optionalKey : {}) } : {}),
      ...(body ? { body: { required: true, content: { [contentType]: { schema: body } } } } : {}),
    },
    responses: {
      200: { description: "Done", ...(answer ? { content: { [answerType]: { schema: answer } } } : {}) },
      default: { description: "Refused", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  api.openapi(route, async (context) => {
    // The route was built from optional parts, so its own type no longer knows which of them are there; `Input` does.
    const valid = context.req.valid as (part: "param" | "query" | "header" | "json") => unknown;
    const part = (name: "param" | "query" | "header" | "json", schema: unknown) =>
      schema ? valid.call(context.req, name) : undefined;
    const isJson = contentType === "application/json";
    const text = body && !isJson && !isRaw ? decodeText(new Uint8Array(await context.req.arrayBuffer())) : null;
    if (text && !text.ok) {
      const parameters = { found: text.error };
      return answerProblem(context, { kind: "invalid_input", pointer: "/", fault: "encoding_unknown", parameters });
    }
    const input = {
      params: part("param", params),
      query: part("query", query),
      headers: part("header", headers),
      body: isJson ? part("json", body) : text?.value.text,
    };
    const pointer = nulIn(input);
    if (pointer !== null) return answerProblem(context, { kind: "invalid_input", pointer, fault: "nul_character" });
    return handle(context as unknown as Context<ApiEnv>, input as Input<O>);
  });
}

/** A page of rows. */
export function listing<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
}
