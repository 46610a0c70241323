import { afterAll, beforeAll, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { securePayment } from "@/application/secure-tax";
import { typeField } from "@/application/settle-field";
import { withdrawDeclaration } from "@/application/withdraw-declaration";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const { matchedOrder, lodge: lodgeOrders } = orderHouse(() => house, 12);
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const reserved = async () =>
  (
    await house.sql.query("select reserved_amount::text as held from guarantee_account where organisation_id = $1", [
      house.broker.organisationId,
    ])
  ).rows[0].held;
const stateOf = async (shipmentId: string) =>
  (await house.sql.query("select state from clearance where shipment_id = $1 and stage = 'bonded_exit'", [shipmentId]))
    .rows[0].state;
const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

it("a withdrawn declaration is a draft again, holds nothing, and what was paid counts for the next version", async () => {
  const id = await prepare(house, "yellow-parts");
  must(await lodge(house, id, "withdraw-1", "payment"));
  must(await securePayment(house, house.broker, { shipmentId: id, amount: "100.00", reference: "RC-W" }));
  must(await lodge(house, id, "withdraw-2", "guarantee"));
  expect(Number(await reserved())).toBeGreaterThan(0);
  must(await withdrawDeclaration(house, house.broker, id, "wrong_goods"));
  expect((await gatesOf(house, id))?.[0]).toBe("documented");
  expect(await reserved()).toBe("0.00");
  const draft = await house.queries.getShipment(house.broker, id);
  expect(draft).toMatchObject({ declarationVersion: 2, declarationState: "withdrawn" });
  expect(draft?.gates[0]).toMatchObject({ lane: null, waitingFor: ["lodge"] });
  const open = await house.sql.query("select 1 from review_case where shipment_id = $1 and state = 'open'", [id]);
  expect(open.rowCount).toBe(0);
  expect(faultOf(await withdrawDeclaration(house, house.broker, id, "other"))).toMatchObject({
    kind: "illegal_transition",
  });
  await work(house);
  expect((await gatesOf(house, id))?.[0]).toBe("documented");

  must(
    await typeField(house.inTransaction, house.world, house.broker, {
      shipmentId: id,
      name: "packages",
      line: null,
      value: "7",
      documentId: null,
    }),
  );
  must(await lodge(house, id, "withdraw-3", "payment"));
  const shipment = await house.queries.getShipment(house.broker, id);
  expect(shipment).toMatchObject({ declarationVersion: 3, declarationState: "lodged" });
  expect(Number(shipment?.tax?.outstanding)).toBe(Number(shipment?.tax?.total) - 100);
  const versions = await house.queries.listDeclarationVersions(house.broker, id);
  expect(versions?.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(versions?.[0]?.changes).toEqual([{ path: "packages", before: expect.any(String), after: "7" }]);
  expect(versions?.[1]).toMatchObject({ withdrawnAt: expect.any(String), changes: [] });
});

it("what customs decided to inspect, and what is released, cannot be withdrawn", async () => {
  const inspected = await prepare(house, "red-watches");
  must(await lodge(house, inspected, "withdraw-4"));
  expect((await gatesOf(house, inspected))?.[0]).toBe("in_examination");
  const released = await prepare(house, "green-toys");
  must(await lodge(house, released, "withdraw-5"));
  await work(house);
  expect((await gatesOf(house, released))?.[0]).toBe("released");
  for (const id of [inspected, released]) {
    const before = await reserved();
    expect(faultOf(await withdrawDeclaration(house, house.broker, id, "declared_twice"))).toMatchObject({
      kind: "illegal_transition",
    });
    expect(await reserved()).toBe(before);
  }
});

it("what customs decided to inspect is not withdrawn by way of an officer's question", async () => {
  const id = await prepare(house, "red-watches", house.otherBroker);
  must(await lodge(house, id, "withdraw-6", "payment", house.otherBroker));
  await work(house);
  const open = await house.sql.query("select id from review_case where shipment_id = $1 and state = 'open'", [id]);
  const caseId = open.rows[0].id;
  must(await claimReview(house, house.officer, caseId));
  const question = { outcome: "request_documents", reasons: ["invoice_wanted"], note: "Which?" } as const;
  must(await decideReview(house, house.officer, { caseId, ...question }));
  expect(await stateOf(id)).toBe("queried");
  expect(faultOf(await withdrawDeclaration(house, house.otherBroker, id, "declared_twice"))).toEqual({
    kind: "inspection_decided",
  });
  expect(await stateOf(id)).toBe("queried");
});

it("an order whose declaration was withdrawn says so, and stays lodged until the next version takes its place", async () => {
  const { id, shipment_id: shipmentId } = await matchedOrder();
  await lodgeOrders([id]);
  const order = () => house.queries.getOrderOfShipment(house.broker, shipmentId);
  expect(await order()).toMatchObject({ state: "lodged", isWithdrawn: false });
  must(await withdrawDeclaration(house, house.broker, shipmentId, "wrong_goods"));
  expect(await order()).toMatchObject({ state: "lodged", isWithdrawn: true });
  must(await lodge(house, shipmentId, "withdraw-7"));
  expect(await order()).toMatchObject({ state: "lodged", isWithdrawn: false });
});

it("where no channel was ever opened no message is owed", async () => {
  const lodged = await house.sql.query("select 1 from declaration");
  expect(lodged.rowCount).toBeGreaterThan(0);
  expect((await house.sql.query("select 1 from authority_message")).rowCount).toBe(0);
});
