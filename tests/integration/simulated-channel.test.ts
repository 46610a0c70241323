import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiEnv } from "@/api/context";
import { exchangeRoutes } from "@/api/exchange-routes";
import type { Actor } from "@/application/actor";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const TERMS = {
  ...{ generalSyntax: "edifact", isBinding: false, windows: [], parties: {} },
  ...{ answerWithinMinutes: 30, pollEverySeconds: 60 },
};

/** Asks for a channel to the simulated authority of an installation that has one, or has none. */
async function ask(actor: Actor, simulated: { readonly address: string; readonly secret: string } | null) {
  const api = new OpenAPIHono<ApiEnv>();
  api.use(async (context, next) => {
    context.set("actor", actor);
    await next();
  });
  const transport = { ...house.transport, reaches: (address: string) => address === simulated?.address };
  exchangeRoutes(api, { ...house, exchange: { ...house, transport, simulated } } as never);
  const headers = { "content-type": "application/json" };
  return api.request("/channels/simulated", { method: "POST", headers, body: JSON.stringify(TERMS) });
}

it("a channel to the simulated authority knows its address and its secret by itself", async () => {
  const simulated = { address: "http://127.0.0.1:3999", secret: "the secret that the simulator was started with" };
  expect((await ask(house.broker, null)).status).toBe(404);
  expect((await ask(house.officer, simulated)).status).toBe(403);
  const opened = await ask(house.broker, simulated);
  expect(opened.status).toBe(200);
  const { id } = await opened.json();
  const channel = must(
    await house.inTransaction(house.broker, async (tx) => ({
      ok: true as const,
      value: await tx.exchange.channel(id),
    })),
  );
  expect(channel).toMatchObject({ ...simulated, kind: "simulator", state: "in_force" });
});
