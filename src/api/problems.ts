import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { en, zhCN } from "zod/locales";
import { type Failure, type InvalidInput, PROBLEMS } from "@/contracts/problem";
import {
  describeBlocker,
  describeFault,
  describeIssue,
  isFault,
  type Language,
  wordsOfProblem,
} from "@/contracts/words";

/** RFC 9457, with what a person or a machine needs to put it right. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    kind: z.string(),
    remedy: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), message: z.string(), remedy: z.string(), code: z.string() }))
      .optional(),
    facts: z.record(z.string(), z.string()).optional(),
  })
  .openapi("Problem");

type ProblemBody = z.infer<typeof problemSchema>;

/** The problem document that answers a failure, in the words of a language; codes and pointers are the same in all. */
export function problemOf(failure: Failure, requestId: string, language: Language = "en"): ProblemBody {
  const { status } = PROBLEMS[failure.kind];
  const { title, remedy } = wordsOfProblem(failure.kind, language);
  const base = { type: `urn:twogate:problem:${failure.kind}`, title, status, kind: failure.kind, remedy, requestId };
  if (failure.kind === "not_ready") {
    const errors = failure.issues.map((issue) => ({
      pointer: `/${issue.field.replaceAll(".", "/")}`,
      code: issue.code,
      ...describeIssue(issue, language),
    }));
    return { ...base, errors };
  }
  if (failure.kind === "invalid_input") {
    const { pointer, fault, parameters = {} } = failure;
    return { ...base, errors: [{ pointer, message: describeFault(fault, parameters, language), remedy, code: fault }] };
  }
  if (failure.kind === "release_blocked") {
    const errors = failure.blockers.map((blocker) => ({
      pointer: `/gates/${failure.stage}`,
      code: blocker,
      ...describeBlocker(blocker, language),
    }));
    return { ...base, errors };
  }
  return { ...base, facts: factsOf(failure) };
}

const SCHEMA_WORDS = { en: en().localeError, zh: zhCN().localeError };

/** The failure that tells what a schema found; a schema with a message of its own gives the code of a fault. */
export function invalidInput(issue: z.core.$ZodIssue | undefined, language: Language): InvalidInput {
  const pointer = `/${(issue?.path ?? []).map(String).join("/")}`;
  if (issue && isFault(issue.message)) return { kind: "invalid_input", pointer, fault: issue.message };
  const words = issue ? SCHEMA_WORDS[language](issue as z.core.$ZodRawIssue) : undefined;
  const problem = (typeof words === "string" ? words : words?.message) ?? "";
  return { kind: "invalid_input", pointer, fault: "malformed", parameters: { problem } };
}

/** The language that was chosen on the screen, else the one that is asked for. */
export function languageOf(context: Context): Language {
  const chosen = getCookie(context, "locale");
  if (chosen === "en" || chosen === "zh") return chosen;
  return (context.req.header("accept-language") ?? "").toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Answers a failure as `application/problem+json`. */
export function answerProblem(context: Context, failure: Failure): Response {
  const body = problemOf(failure, context.get("requestId"), languageOf(context));
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (PROBLEMS[failure.kind].retry === "later") headers["retry-after"] = "1";
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

function factsOf(failure: Failure): Record<string, string> {
  const { kind: _kind, ...facts } = failure;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
}
