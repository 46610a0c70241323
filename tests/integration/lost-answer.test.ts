import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShipmentView } from "@/contracts/views";
import { type ApiProcess, startApi } from "../support/api";
import { createHouse, type House, uploadSample, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { freePort, until } from "../support/services";

let house: House;
const processes: ApiProcess[] = [];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(async () => {
  for (const each of processes) each.kill();
  await house.close();
});

async function api(...options: Parameters<typeof startApi> extends [House, ...infer Rest] ? Rest : never) {
  const started = await startApi(house, ...options);
  processes.push(started);
  return started;
}

const count = async (sql: string, id: string): Promise<number> => (await house.sql.query(sql, [id])).rows[0].n;
const declarationsOf = (id: string) => count("select count(*)::int as n from declaration where shipment_id = $1", id);
const documentsOf = (id: string) => count("select count(*)::int as n from document where shipment_id = $1", id);

/** The answer did not come: the connection broke. */
async function expectLost(answer: Promise<Response>, from: ApiProcess): Promise<void> {
  await expect(answer).rejects.toThrow();
  await until("the process is dead", from.hasEnded);
}

describe("a request whose web process is killed before it answers", () => {
  it("and after its commit is answered by another process for the same key: the declaration is lodged once", async () => {
    const id = await uploadSample(house, house.broker, "green-keyboards");
    await work(house);
    const dying = await api({ death: ["POST", "/declarations", "1"] });
    const shipment = (await (await dying.call(`/shipments/${id}`)).json()) as ShipmentView;
    for (const field of shipment.documentList.flatMap((document) => document.fields).filter((each) => each.isUnsure))
      expect((await dying.post(`/fields/${field.id}/confirmation`, {})).status).toBe(200);
    const lodge = (on: ApiProcess) =>
      on.post(`/shipments/${id}/declarations`, { security: "guarantee" }, { "idempotency-key": "killed-in-between" });
    await expectLost(lodge(dying), dying);
    expect(await declarationsOf(id)).toBe(1);
    const next = await api();
    const again = await lodge(next);
    expect(again.status).toBe(200);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await again.json()).toMatchObject({ version: 1, lane: "green" });
    expect(await declarationsOf(id)).toBe(1);
    const owed = await house.sql.query("select name from outbox_message where done_at is null");
    expect(owed.rows).toEqual([{ name: "clearance.release" }]);
  });

  it("and after its commit took the upload: the same file sent again is that document", async () => {
    const dying = await api({ death: ["POST", "/documents", "2"] });
    const opened = (await (await dying.post("/shipments", {})).json()) as ShipmentView;
    await expectLost(dying.upload(opened.id, "samples/lamps/invoice.pdf"), dying);
    const { rows } = await house.sql.query<{ id: string }>("select id from document where shipment_id = $1", [
      opened.id,
    ]);
    expect(rows).toHaveLength(1);
    const next = await api();
    const again = await next.upload(opened.id, "samples/lamps/invoice.pdf");
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ isDuplicate: true, document: { id: rows[0]?.id } });
    expect(await documentsOf(opened.id)).toBe(1);
    const jobs = "select count(*)::int as n from outbox_message where payload->>'documentId' = $1";
    expect(await count(jobs, rows[0]?.id ?? "")).toBe(1);
  });

  it("and before its commit took nothing: the file sent again is new", async () => {
    const dying = await api({ death: ["POST", "/documents", "1"] });
    const opened = (await (await dying.post("/shipments", {})).json()) as ShipmentView;
    await expectLost(dying.upload(opened.id, "samples/wine/invoice.pdf"), dying);
    expect(await documentsOf(opened.id)).toBe(0);
    const again = await (await api()).upload(opened.id, "samples/wine/invoice.pdf");
    expect(await again.json()).toMatchObject({ isDuplicate: false });
    expect(await documentsOf(opened.id)).toBe(1);
  });
});

describe("a web process whose connections the database ends", () => {
  it("answers again by itself, and what it answered for was done", async () => {
    const running = await api({ env: { PGAPPNAME: "ended" } });
    expect((await running.call("/shipments")).status).toBe(200);
    for (let round = 0; round < 3; round++) {
      const ended = await house.sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ended'",
      );
      expect(ended.rowCount).toBeGreaterThan(0);
      const before = await count(
        "select count(*)::int as n from shipment where organisation_id = $1",
        house.broker.organisationId,
      );
      let opened = 0;
      await until(
        "a shipment can be opened",
        async () => {
          const answer = await running.post("/shipments", {});
          expect([200, 503]).toContain(answer.status);
          if (answer.status === 200) opened += 1;
          return opened === 1;
        },
        10_000,
      );
      const after = await count(
        "select count(*)::int as n from shipment where organisation_id = $1",
        house.broker.organisationId,
      );
      expect(after - before).toBe(1);
    }
    expect(running.hasEnded()).toBe(false);
  });
});

describe("an object store that is away", () => {
  it("is answered with 503 and when to try again, and no document is there that has no bytes", async () => {
    const env = {
      S3_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      S3_ACCESS_KEY_ID: "x",
      S3_SECRET_ACCESS_KEY: "x",
    };
    const running = await api({ env });
    const opened = (await (await running.post("/shipments", {})).json()) as ShipmentView;
    const refused = await running.upload(opened.id, "samples/green-toys/invoice.pdf");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await refused.json()).toMatchObject({ kind: "unavailable", facts: { dependency: "object store" } });
    expect(await documentsOf(opened.id)).toBe(0);
  });
});
