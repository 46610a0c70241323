import { bodyLimit } from "hono/body-limit";
import { takeAnswers } from "@/application/take-answers";
import type { Services } from "@/runtime/container";
import { type Api, answer } from "./context";
import { systemOf } from "./exchange-routes";
import { answerProblem } from "./problems";

const LIMIT_BYTES = 5_000_000;
const CHANNEL = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Takes what an authority pushes. It signs in with nothing but its signature over the bytes, made with the secret of
 * the channel that `Twogate-Channel` names as `organisation/channel`; a wrong one and a channel that is not there are
 * answered alike. The same bytes again change nothing.
 */
export function receiptRoute(
  api: Api,
  { inTransaction, world, exchange }: Pick<Services, "inTransaction" | "world" | "exchange">,
): void {
  const tooLong = bodyLimit({
    maxSize: LIMIT_BYTES,
    onError: (context) => answerProblem(context, { kind: "too_long", limitBytes: String(LIMIT_BYTES) }),
  });
  api.post("/authority/receipts", tooLong, async (context) => {
    const [, organisationId, channelId] = CHANNEL.exec(context.req.header("twogate-channel") ?? "") ?? [];
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const signature = context.req.header("twogate-signature") ?? "";
    if (!organisationId || !channelId) return answerProblem(context, { kind: "unauthenticated" });
    const system = systemOf(organisationId);
    const found = await inTransaction(system, async (tx) => ({
      ok: true as const,
      value: await tx.exchange.channel(channelId),
    }));
    const channel = found.ok ? found.value : null;
    if (!channel || channel.state === "suspended" || !(await exchange.signer.verify(channel, bytes, signature)))
      return answerProblem(context, { kind: "unauthenticated" });
    const taken = await takeAnswers({ inTransaction, world, ...exchange }, system, { channel, bytes, via: "push" });
    return answer(context, taken, (all) => all.map(({ kind, outcome, why }) => ({ kind, outcome, why })));
  });
}
