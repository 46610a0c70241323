import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { openShipment } from "@/application/open-shipment";
import { securePayment } from "@/application/secure-tax";
import { confirmField } from "@/application/settle-field";
import { oneOfEachKind, stranger } from "../support/foreign";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let foreign: Awaited<ReturnType<typeof oneOfEachKind>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  foreign = await oneOfEachKind(house);
});
afterAll(() => house.close());

describe("an authority", () => {
  it("sees what was lodged with it, and another authority sees nothing of it", async () => {
    expect((await house.queries.getShipment(house.officer, foreign.shipmentId))?.id).toBe(foreign.shipmentId);
    const elsewhere = stranger("authority", "officer");
    expect(await house.queries.getShipment(elsewhere, foreign.shipmentId)).toBeNull();
    expect(await house.queries.getReview(elsewhere, foreign.caseId)).toBeNull();
  });

  it("sees nothing of what is not lodged yet", async () => {
    const draft = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    expect(await house.queries.getShipment(house.officer, draft.id)).toBeNull();
    expect((await house.queries.listShipments(house.officer, { limit: 50 })).rows.map((row) => row.id)).toEqual([
      foreign.shipmentId,
    ]);
  });

  it("changes nothing of what it may see but the case and the gate", async () => {
    const attempts = [
      confirmField(house.inTransaction, house.officer, foreign.fieldId, null),
      securePayment(house, house.officer, { shipmentId: foreign.shipmentId, amount: "1.00", reference: "x" }),
      evidenceRequirement(house, house.officer, {
        requirementId: foreign.requirementId,
        reference: "x",
        documentId: null,
      }),
    ];
    for (const result of await Promise.all(attempts)) expect(result.ok ? "done" : result.error.kind).toBe("forbidden");
    const write = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.authority}, true)`;
      return db.$executeRaw`update shipment set reference = 'mine now'`;
    });
    expect(await write).toBe(0);
  });
});
