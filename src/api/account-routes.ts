import { z } from "@hono/zod-openapi";
import { ROLES } from "@/application/actor";
import { createApiKey, revokeApiKey } from "@/application/maintain-api-keys";
import { retryJob } from "@/application/retry-job";
import { apiKeyView, jobRowView, personView } from "@/contracts/views/account";
import { answer, answerFound, type Routes } from "./context";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Account"];

const me = operation({ method: "get", path: "/me", summary: "Who is signed in", tags, answer: personView });
const keys = operation({
  method: "get",
  path: "/api-keys",
  summary: "The organisation's API keys",
  tags,
  answer: z.object({ rows: z.array(apiKeyView) }),
});
const newKey = z.strictObject({
  name: z.string().trim().min(1).max(80),
  roles: z.array(z.enum(ROLES)).min(1).optional(),
});
const create = operation({
  method: "post",
  path: "/api-keys",
  summary: "Create an API key, as a signed-in admin; its secret is shown this once",
  tags,
  body: newKey,
  answer: z.object({ id: z.uuid(), secret: z.string() }),
});
const revoke = operation({
  method: "post",
  path: "/api-keys/{id}/revocation",
  summary: "Revoke an API key, as a signed-in admin",
  tags,
  params: idParameter,
  answer: z.null(),
});
const jobs = operation({
  method: "get",
  path: "/jobs",
  summary: "Work under way, and work that failed",
  tags,
  query: listQuery,
  answer: listing(jobRowView),
});
const retry = operation({
  method: "post",
  path: "/jobs/{id}/retry",
  summary: "Try work that was given up once more",
  tags,
  params: idParameter,
  answer: z.null(),
});

export const accountRoutes: Routes = (api, { inTransaction, world, queries, signIn, newSecret }) => {
  serve(api, me, async (context) => answerFound(context, await signIn.personOf(context.req.raw.headers), "person"));
  serve(api, keys, async (context) =>
    answer(context, await queries.listApiKeys(context.get("actor")), (rows) => ({ rows })),
  );
  serve(api, create, async (context, input) => {
    const { name, roles } = input.body;
    return answer(
      context,
      await createApiKey({ inTransaction, world, newSecret }, context.get("actor"), name, roles ?? ["broker"]),
    );
  });
  serve(api, revoke, async (context, input) =>
    answer(context, await revokeApiKey(inTransaction, context.get("actor"), input.params.id)),
  );
  serve(api, jobs, async (context, input) => {
    const { cursor, limit } = input.query;
    return answer(context, await queries.listJobs(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) }));
  });
  serve(api, retry, async (context, input) =>
    answer(context, await retryJob(inTransaction, context.get("actor"), input.params.id)),
  );
};
