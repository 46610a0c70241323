import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { securePayment } from "@/application/secure-tax";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
/** A shipment that waits for an officer, lodged with a payment that is still to come. */
let waiting: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  waiting = await prepare(house, "yellow-parts");
  must(await lodge(house, waiting, "yellow-key-1", "payment"));
  await work(house);
});
afterAll(() => house.close());

const pay = (shipmentId: string, amount: string, reference: string) =>
  securePayment(house, house.broker, { shipmentId, amount, reference });

async function taxOf(shipmentId: string) {
  return (await house.queries.getShipment(house.broker, shipmentId))?.tax;
}

describe("a receipt", () => {
  it("counts once, and is refused for another amount and for another shipment", async () => {
    const total = (await taxOf(waiting))?.total ?? "";
    must(await pay(waiting, "100.00", "R-2026-1"));
    must(await pay(waiting, "100.0", "R-2026-1"));
    expect((await taxOf(waiting))?.outstanding).toBe((Number(total) - 100).toFixed(2));
    const otherAmount = await pay(waiting, "200.00", "R-2026-1");
    expect(otherAmount.ok ? "paid" : otherAmount.error).toMatchObject({ kind: "invalid_input", pointer: "/amount" });
    const other = await prepare(house, "green-toys");
    must(await lodge(house, other, "toys-key-1", "payment"));
    const elsewhere = await pay(other, "100.00", "R-2026-1");
    expect(elsewhere.ok ? "paid" : elsewhere.error).toMatchObject({ kind: "invalid_input", pointer: "/reference" });
    expect((await taxOf(other))?.secured).toBe("none");
  });

  it("still counts when the declaration is amended, and a guarantee then covers the rest alone", async () => {
    const before = await taxOf(waiting);
    must(await lodge(house, waiting, "yellow-key-2", "payment"));
    expect((await taxOf(waiting))?.outstanding).toBe(before?.outstanding);
    must(await pay(waiting, "100.00", "R-2026-1"));
    expect((await taxOf(waiting))?.outstanding).toBe(before?.outstanding);
    must(await lodge(house, waiting, "yellow-key-3", "guarantee"));
    expect((await taxOf(waiting))?.secured).toBe("guarantee");
    const { rows } = await house.sql.query(
      "select reserved_amount::text as held from guarantee_account where organisation_id = $1",
      [house.broker.organisationId],
    );
    expect(rows[0].held).toBe(before?.outstanding);
  });
});
