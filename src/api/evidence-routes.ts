import { z } from "@hono/zod-openapi";
import { proveRelease } from "@/application/prove-release";
import { replayTax } from "@/application/replay-tax";
import { formatBundle } from "@/contracts/evidence-bundle";
import { taxReplayView } from "@/contracts/views/evidence";
import { answer, type Routes } from "./context";
import { idParameter, operation, serve } from "./schemas";

const proof = operation({
  method: "get",
  path: "/releases/{id}/proof.json",
  summary:
    "The proof of a release for whoever has nothing but keys: its fields, its place in the log, and what is said of it now",
  tags: ["Evidence"],
  params: idParameter,
  query: z.object({
    /** Names of fields that are left out, separated by commas. What remains verifies as before. */
    leaveOut: z.string().max(10_000).default(""),
  }),
  answer: z.string(),
  answerType: "application/json",
});

const replay = operation({
  method: "post",
  path: "/shipments/{id}/tax/replay",
  summary: "Compute the tax of the declaration again from what was logged with it, and compare",
  tags: ["Evidence"],
  params: idParameter,
  answer: taxReplayView,
});

/** Proofs that verify without us, and decisions made again. */
export const evidenceRoutes: Routes = (api, { inTransaction, world, logSigner }) => {
  serve(api, replay, async (context, { params: { id } }) =>
    answer(context, await replayTax({ inTransaction, world }, context.get("actor"), id)),
  );
  serve(api, proof, async (context, { params: { id }, query: { leaveOut } }) => {
    const asked = { releaseId: id, leaveOut: leaveOut.split(",").filter(Boolean) };
    const proven = await proveRelease({ inTransaction, world, logSigner }, context.get("actor"), asked);
    if (!proven.ok) return answer(context, proven);
    return new Response(formatBundle(proven.value.bundle), {
      headers: {
        "content-type": "application/json",
        "content-disposition": `attachment; filename="${proven.value.number}.json"`,
      },
    });
  });
};
