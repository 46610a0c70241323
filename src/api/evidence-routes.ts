import { z } from "@hono/zod-openapi";
import { proveRelease } from "@/application/prove-release";
import { replayTax } from "@/application/replay-tax";
import { resolveIncident } from "@/application/resolve-incident";
import { trustedKeys } from "@/application/trusted-keys";
import { formatBundle } from "@/contracts/evidence-bundle";
import { formatTrust } from "@/contracts/trust";
import { taxReplayView } from "@/contracts/views/evidence";
import { logStandingView } from "@/contracts/views/log";
import { verifierPage } from "@/runtime/verifier-page";
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

const trust = operation({
  method: "get",
  path: "/evidence/trust.json",
  summary: "The keys that proofs of this installation are checked with, as a file",
  tags: ["Evidence"],
  answer: z.string(),
  answerType: "application/json",
});
const standing = operation({
  method: "get",
  path: "/log",
  summary: "The transparency log: what is published, who witnesses it, and incidents",
  tags: ["Evidence"],
  answer: logStandingView,
});
const resolve = operation({
  method: "post",
  path: "/log/incidents/{id}/resolution",
  summary: "Close an incident of the log with what was found",
  tags: ["Evidence"],
  params: idParameter,
  body: z.strictObject({ resolution: z.string().trim().min(10).max(2_000) }),
  answer: z.object({ id: z.string() }),
});
const verifier = operation({
  method: "get",
  path: "/evidence/verify.html",
  summary: "A page that checks proofs without any network, with the keys of this installation in it",
  tags: ["Evidence"],
  answer: z.string(),
  answerType: "text/html",
});

/** Proofs that verify without us, and decisions made again. */
export const evidenceRoutes: Routes = (api, { inTransaction, world, queries, logSigner, witnessQuorum }) => {
  serve(api, replay, async (context, { params: { id } }) =>
    answer(context, await replayTax({ inTransaction, world }, context.get("actor"), id)),
  );
  const keys = { inTransaction, world, logSigner, witnessQuorum };
  serve(api, standing, async (context) => answer(context, await queries.getLogStanding(context.get("actor"))));
  serve(api, resolve, async (context, { params: { id }, body: { resolution } }) =>
    answer(context, await resolveIncident(inTransaction, context.get("actor"), id, resolution), () => ({ id })),
  );
  serve(api, trust, async (context) => {
    const found = await trustedKeys(keys, context.get("actor"));
    if (!found.ok) return answer(context, found);
    return new Response(formatTrust(world.digest, found.value), { headers: asFile("application/json", "trust.json") });
  });
  serve(api, verifier, async (context) => {
    const found = await trustedKeys(keys, context.get("actor"));
    if (!found.ok) return answer(context, found);
    return new Response(await verifierPage(found.value), {
      headers: asFile("text/html; charset=utf-8", "verify.html"),
    });
  });
  serve(api, proof, async (context, { params: { id }, query: { leaveOut } }) => {
    const asked = { releaseId: id, leaveOut: leaveOut.split(",").filter(Boolean) };
    const proven = await proveRelease({ inTransaction, world, logSigner }, context.get("actor"), asked);
    if (!proven.ok) return answer(context, proven);
    return new Response(formatBundle(proven.value.bundle), {
      headers: asFile("application/json", `${proven.value.number}.json`),
    });
  });
};

/** Never shown in place: a page of ours that a browser opened from here would count as ours. */
function asFile(type: string, name: string): Record<string, string> {
  return { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
}
