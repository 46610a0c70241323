import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { readAgain } from "@/application/read-again";
import { receiveDocument } from "@/application/receive-document";
import { securePayment } from "@/application/secure-tax";
import { confirmField, typeField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, uploadSample, work } from "../support/house";

let house: House;
let foreign: { shipmentId: string; documentId: string; fieldId: string };

beforeAll(async () => {
  house = await createHouse(createReader());
  const shipmentId = await uploadSample(house, house.broker, "green-toys");
  await work(house);
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  const document = shipment?.documentList[0];
  foreign = { shipmentId, documentId: document?.id ?? "", fieldId: document?.fields[0]?.id ?? "" };
});
afterAll(() => house.close());

const bytes = async function* () {
  yield new TextEncoder().encode("x");
};

describe("another broker, with the ids of this one", () => {
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    "reads the shipment": () => house.queries.getShipment(house.otherBroker, foreign.shipmentId),
    "reads the document": () => house.queries.getDocument(house.otherBroker, foreign.documentId),
    "reads a page's picture": () => house.queries.getPageImage(house.otherBroker, foreign.documentId, 1),
    "asks whether it is there": async () =>
      (await house.queries.seesShipment(house.otherBroker, foreign.shipmentId)) || null,
    "reads the timeline": () => house.queries.getTimeline(house.otherBroker, foreign.shipmentId),
  };
  it.each(Object.keys(attempts))("%s: there is nothing", async (name) => {
    expect(await attempts[name]?.()).toBeNull();
  });

  const acts: Readonly<Record<string, () => Promise<{ ok: boolean; error?: { kind: string } }>>> = {
    "uploads into it": () =>
      receiveDocument(house, house.otherBroker, { shipmentId: foreign.shipmentId, fileName: "x.pdf", stream: bytes() }),
    "confirms its field": () => confirmField(house.inTransaction, house.otherBroker, foreign.fieldId, null),
    "types into it": () =>
      typeField(house.inTransaction, house.world, house.otherBroker, {
        shipmentId: foreign.shipmentId,
        name: "packages",
        line: null,
        value: "1",
        documentId: null,
      }),
    "changes its regime": () =>
      describeShipment(house.inTransaction, house.otherBroker, foreign.shipmentId, { regime: "1210" }),
    "lodges it": () =>
      lodgeDeclaration(house, house.otherBroker, {
        shipmentId: foreign.shipmentId,
        idempotencyKey: "foreign-key",
        security: "guarantee",
        acknowledged: [],
      }),
    "pays for it": () =>
      securePayment(house, house.otherBroker, { shipmentId: foreign.shipmentId, amount: "1.00", reference: "x" }),
    "has its document read again": () => readAgain(house.inTransaction, house.otherBroker, foreign.documentId),
    "verifies its evidence": () => verifyEvidence(house.queries, house.world, house.otherBroker, foreign.shipmentId),
  };
  it.each(Object.keys(acts))("%s: it does not exist", async (name) => {
    const result = await acts[name]?.();
    expect(result?.ok).toBe(false);
    expect(result?.error?.kind).toBe("not_found");
  });

  it("does not find it in lists and searches", async () => {
    expect((await house.queries.listShipments(house.otherBroker, { limit: 50 })).rows).toEqual([]);
    expect((await house.queries.listShipments(house.otherBroker, { limit: 50, search: "Nordlys" })).rows).toEqual([]);
  });
});

describe("an authority", () => {
  it("sees nothing of what was not lodged with it", async () => {
    expect(await house.queries.getShipment(house.officer, foreign.shipmentId)).toBeNull();
    expect((await house.queries.listReviews(house.officer, { limit: 50, state: "open" })).rows).toEqual([]);
  });
});

describe("the second wall", () => {
  it("shows no row of any tenant table when no organisation is set", async () => {
    const { rows: tables } = await house.sql.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' and rowsecurity",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { tablename } of tables) {
      const rows = await house.client.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${tablename}"`);
      expect({ tablename, n: rows[0]?.n }).toEqual({ tablename, n: 0 });
    }
  });

  it("forces row-level security on every table that has an organisation, but for those of sign-in", async () => {
    const { rows } = await house.sql.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(["invitation", "membership", "office"]);
  });

  it("refuses a row that names another organisation", async () => {
    const insert = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.otherBroker.organisationId}, true)`;
      await db.$executeRaw`insert into audit_entry (organisation_id, id, at, actor_kind, actor_id, action, object_kind, object_id, detail)
        values (${house.broker.organisationId}::uuid, gen_random_uuid(), now(), 'person', 'x', 'x', 'x', 'x', '{}')`;
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("lets the application change nothing that is only to be added to", async () => {
    const change = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      await db.$executeRaw`update evidence_entry set kind = 'x'`;
    });
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it("makes a reference across tenants impossible", async () => {
    const insert = house.sql.query(
      `insert into party (organisation_id, id, shipment_id, role, name) values ($1, gen_random_uuid(), $2, 'buyer', 'x')`,
      [house.otherBroker.organisationId, foreign.shipmentId],
    );
    await expect(insert).rejects.toThrow(/foreign key/);
  });
});
