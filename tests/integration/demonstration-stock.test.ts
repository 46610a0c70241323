import { afterAll, beforeAll, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { importItems, registerBook } from "@/application/keep-account-book";
import { importReceipts } from "@/application/receive-into-book";
import { demonstrationItems, demonstrationStock } from "@/launch/demonstration-goods";
import { prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  const ports = { ...house, parseCsv };
  const { id } = must(
    await registerBook(ports, house.broker, {
      ...{ emsNo: "T2201W260001", type: "T", company: "Firm", customsCode: "2201" },
      ...{ validEnd: "2099-12-31", allocation: "fifo" },
    }),
  );
  must(await importItems(ports, house.broker, id, demonstrationItems()));
  must(await importReceipts(ports, house.broker, id, demonstrationStock(house.world.today())));
});
afterAll(() => house.close());

const SAMPLES = [
  ...[
    "green-earphones",
    "green-shirts",
    "green-toys",
    "green-keyboards",
    "wine",
    "yellow-parts",
    "red-watches",
    "lamps",
  ],
];

// Else a broker of the demonstration who follows the README would be asked for goods that its book does not have.
it.each(SAMPLES)("the lines of %s bind by themselves to the stock of the demonstration", async (sample) => {
  const shipmentId = await prepare(house, sample);
  const book = await house.queries.getShipmentBook(house.broker, shipmentId);
  expect(book?.lines.length).toBeGreaterThan(0);
  for (const line of book?.lines ?? []) expect(line).toMatchObject({ state: "bound", isChosen: false, issue: null });
});
