import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import { createApi } from "@/api/app";
import { createApiKey } from "@/application/maintain-api-keys";
import { openShipment } from "@/application/open-shipment";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let services: ReturnType<typeof createServices>;
let api: ReturnType<typeof createApi>;
let secret: string;
let shipmentId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({ ...env(), DATABASE_URL: house.url, TWOGATE_DATA: house.folder });
  api = createApi(services);
  const key = { ...house, newSecret: newApiKey };
  secret = must(await createApiKey(key, house.broker, "Machine", ["broker", "admin"])).secret;
  shipmentId = must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
});
afterAll(async () => {
  await services.close();
  await house.close();
});

function send(method: string, path: string, body?: string, type = "application/json") {
  const headers = { authorization: `Bearer ${secret}`, "content-type": type };
  return api.request(`/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const { status, kind, errors } = (await response.json()) as {
    status: number;
    kind: string;
    errors?: { pointer: string }[];
  };
  expect(status).toBe(response.status);
  return { status, kind, pointer: errors?.[0]?.pointer };
}

const invalid = (pointer: string) => ({ status: 422, kind: "invalid_input", pointer });

describe("a request that is at fault is told so", () => {
  it("when its body is no JSON", async () => {
    expect(await problemOf(send("POST", "/shipments", "{not json"))).toMatchObject({
      status: 400,
      kind: "malformed_json",
    });
  });

  it.each(["toString", "constructor", "__proto__", "no_such"])("when it names the field %s", async (name) => {
    const body = JSON.stringify({ name, line: null, value: "x" });
    expect(await problemOf(send("POST", `/shipments/${shipmentId}/fields`, body))).toEqual(invalid("/name"));
  });

  it.each(["/shipments", "/jobs", "/aeo", "/reviews"])("when the cursor of %s is none", async (path) => {
    for (const cursor of ["x", "-".repeat(36), "%27", "a".repeat(36)])
      expect(await problemOf(send("GET", `${path}?cursor=${cursor}`))).toEqual(invalid("/cursor"));
    expect((await send("GET", `${path}?cursor=${v7()}`)).status).toBe(200);
  });

  it("when a string of it has a NUL character", async () => {
    const body = JSON.stringify({ name: "seller", line: null, value: "a\u0000b" });
    expect(await problemOf(send("POST", `/shipments/${shipmentId}/fields`, body))).toEqual(invalid("/value"));
    const consumer = JSON.stringify({ consumer: { name: "a\u0000", identityNumber: "1" } });
    expect(await problemOf(send("PATCH", `/shipments/${shipmentId}`, consumer))).toEqual(invalid("/consumer/name"));
    expect(await problemOf(send("GET", "/shipments?search=a%00b"))).toEqual(invalid("/search"));
  });

  it("when its body is longer than any that is asked for", async () => {
    const body = JSON.stringify({ name: "seller", line: null, value: "x".repeat(1_100_000) });
    expect(await problemOf(send("POST", `/shipments/${shipmentId}/fields`, body))).toMatchObject({
      status: 413,
      kind: "too_long",
    });
    const csv = await problemOf(send("POST", "/aeo/import/preview", "x".repeat(5_100_000), "text/csv"));
    expect(csv).toMatchObject({ status: 413, kind: "too_long" });
    const within = await send("POST", "/aeo/import/preview", "x".repeat(2_000_000), "text/csv");
    expect(within.status).toBe(403);
  });
});
