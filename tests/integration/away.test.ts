import { afterAll, describe, expect, it } from "vitest";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import { createApi } from "@/api/app";
import { DependencyError } from "@/application/ports";
import { ok } from "@/domain/shared/result";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";

/** Nobody listens on the discard port of this machine. */
const services = createServices({ ...env(), DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" });
afterAll(() => services.close());

describe("a database that does not answer", () => {
  it("is said to be away, and is no fault of the use case", async () => {
    const actor = { kind: "system", id: "system", name: "system", organisationId: crypto.randomUUID() } as const;
    await expect(services.inTransaction(actor, async () => ok(undefined))).rejects.toBeInstanceOf(DependencyError);
    await expect(services.queries.listShipments(actor, { limit: 1 })).rejects.toMatchObject({ dependency: "database" });
  });

  it("is answered with 503, the remedy and when to try again", async () => {
    const answer = await createApi(services).request("/api/v1/shipments", {
      headers: { authorization: `Bearer ${newApiKey().secret}` },
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ kind: "unavailable", facts: { dependency: "database" } });
  });
});
