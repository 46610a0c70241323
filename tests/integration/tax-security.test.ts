import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { freeSecurity } from "@/application/free-security";
import { securePayment } from "@/application/secure-tax";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system, work } from "../support/house";
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

async function reserved(): Promise<string> {
  const { rows } = await house.sql.query<{ held: string }>(
    "select reserved_amount::text as held from guarantee_account where organisation_id = $1",
    [house.broker.organisationId],
  );
  return rows[0]?.held ?? "";
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
    expect(await reserved()).toBe(before?.outstanding);
  });
});

describe("a refused entry", () => {
  it("gives its guarantee back, once, and the evidence says so", async () => {
    const { rows } = await house.queries.listReviews(house.officer, { limit: 50, state: "open" });
    const caseId = rows.find((row) => row.shipmentId === waiting)?.caseId ?? "";
    must(await claimReview(house, house.officer, caseId));
    must(
      await decideReview(house, house.officer, { caseId, outcome: "refuse", reasons: ["misdescribed"], note: null }),
    );
    expect(await reserved()).not.toBe("0.00");
    await work(house);
    expect(await reserved()).toBe("0.00");
    const gate = (await house.queries.getShipment(house.broker, waiting))?.gates[0];
    const again = await house.sql.query<{ id: string }>(
      `insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
       values ($1, gen_random_uuid(), 'security.free', '{}', now(), now()) returning id`,
      [house.broker.organisationId],
    );
    const broker = system(house.broker.organisationId);
    must(await freeSecurity(house, broker, again.rows[0]?.id ?? "", gate?.id ?? ""));
    expect(await reserved()).toBe("0.00");
    const freed = await house.sql.query(
      "select actor, facts->>'amount' as amount from evidence_entry where shipment_id = $1 and kind = 'security_freed'",
      [waiting],
    );
    expect(freed.rows).toEqual([{ actor: "system", amount: expect.stringMatching(/\.\d\d$/) }]);
  });
});
