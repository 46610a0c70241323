import { afterAll, beforeAll, expect, it } from "vitest";
import { securePayment } from "@/application/secure-tax";
import { gatesOf, lodge } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const { matchedOrder } = orderHouse(() => house, 85);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const settlementOf = async (shipmentId: string, actor = house.broker) =>
  (await house.queries.getShipmentTime(actor, shipmentId))?.clocks.find(({ code }) => code === "retail_tax_settlement");

it("retail tax that was paid before the release is settled without a bill, for the authority too; a part of it is not", async () => {
  const { shipment_id: shipmentId } = await matchedOrder();
  must(await lodge(house, shipmentId, "settlement-1", "payment"));
  const total = (await house.queries.getShipment(house.broker, shipmentId))?.tax?.total ?? "0";
  must(await securePayment(house, house.broker, { shipmentId, amount: total, reference: "RC-S" }));
  await work(house);
  expect((await gatesOf(house, shipmentId))?.[0]).toBe("released");
  for (const actor of [house.broker, house.officer])
    expect(await settlementOf(shipmentId, actor)).toMatchObject({ isDone: true, breached: false });
  await house.sql.query("update payment set amount = 0.01 where shipment_id = $1", [shipmentId]);
  expect(await settlementOf(shipmentId)).toMatchObject({ isDone: false });
});
