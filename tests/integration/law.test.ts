import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessAsOf } from "@/application/assess-as-of";
import { comparePrices } from "@/application/compare-prices";
import { judgeOrigin } from "@/application/judge-origin";
import { openShipment } from "@/application/open-shipment";
import { simulateRegimes } from "@/application/simulate-regimes";
import { valueWorksheet } from "@/application/value-worksheet";
import { originQuestion } from "@/contracts/origin";
import { worksheetSchema } from "@/contracts/valuation";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let wine: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  wine = await prepare(house, "wine");
});
afterAll(() => house.close());

async function counts(): Promise<unknown> {
  const { rows } = await house.sql.query(
    `select (select count(*) from tax_assessment) as taxes, (select count(*) from requirement) as requirements,
       (select count(*) from risk_assessment) as risks, (select count(*) from evidence_entry) as evidence`,
  );
  return rows[0];
}

describe("the law of another day", () => {
  it("assesses the draft by the facts of that day, and keeps nothing", async () => {
    const before = await counts();
    const today = must(await assessAsOf(house, house.broker, wine, house.world.today()));
    expect(today.tax?.total).toBe((await house.queries.getShipment(house.broker, wine))?.declaration.tax?.total);
    expect(await counts()).toEqual(before);
  });

  it("refuses a day for which the tables have no row, and says which; and what is no day", async () => {
    const old = must(await assessAsOf(house, house.broker, wine, "2025-06-01"));
    expect(old.tax).toBeNull();
    expect(old.issues.length).toBeGreaterThan(0);
    expect(old.issues.every((issue) => issue.remedy.length > 0)).toBe(true);
    expect(await assessAsOf(house, house.broker, wine, "2026-02-30")).toMatchObject({
      error: { kind: "invalid_input", pointer: "/asOf" },
    });
  });

  it("is nobody else's to ask before the declaration is lodged, and the authority's after it", async () => {
    const day = house.world.today();
    for (const stranger of [house.otherBroker, house.officer])
      expect(await assessAsOf(house, stranger, wine, day)).toMatchObject({ error: { kind: "not_found" } });
    must(await lodge(house, wine, "wine-law-key"));
    expect(must(await assessAsOf(house, house.officer, wine, day)).tax?.total).toBe(
      (await house.queries.getShipment(house.officer, wine))?.tax?.total,
    );
    expect(await assessAsOf(house, house.otherBroker, wine, day)).toMatchObject({ error: { kind: "not_found" } });
  });
});

describe("the regimes beside each other", () => {
  it("hold the lodged goods under four laws, and keep nothing", async () => {
    const before = await counts();
    const { outcomes, issues } = must(await simulateRegimes(house, house.broker, wine));
    expect(issues).toEqual([]);
    expect(outcomes.map(({ regime, agreement }) => `${regime}${agreement ?? ""}`)).toEqual([
      "1210",
      "9610",
      "0110",
      "0110RCEP",
    ]);
    const [bonded, , general] = outcomes;
    expect(bonded?.issues.map((issue) => issue.code)).toEqual(["retail_limit_exceeded"]);
    expect(general?.tax?.total).toBe((await house.queries.getShipment(house.broker, wine))?.tax?.total);
    expect(general?.requirements.domestic_distribution.length).toBeGreaterThan(2);
    expect(await counts()).toEqual(before);
  });
});

describe("origin by a bill of materials", () => {
  const sake = originQuestion.parse({
    agreement: "RCEP",
    day: "2026-11-01",
    exporter: "Example Brewery K.K.",
    invoiceNumber: "EX-1",
    description: "Rice wine",
    production: {
      commodityCode: "220600",
      country: "JP",
      fob: "1000.00",
      proofDate: "2026-10-01",
      materials: [{ number: 1, commodityCode: "100630", value: "300.00", origin: "TH" }],
    },
  });

  it("gives verdict, sentence and saving by the agreement and the rates of the day", async () => {
    const verdict = must(await judgeOrigin(house, house.broker, sake));
    expect(verdict).toMatchObject({ originates: true, mayClaim: true, criteria: ["CTC"] });
    expect(verdict.statement?.en).toContain("220600");
    expect(verdict.saving).toMatchObject({ without: "400.00", with: "305.00", amount: "95.00" });
  });

  it("knows no agreement before its day, and none that nobody concluded", async () => {
    for (const other of [{ day: "2021-12-31" }, { agreement: "ATLANTIS" }])
      expect(await judgeOrigin(house, house.broker, { ...sake, ...other })).toMatchObject({
        error: { kind: "invalid_input", pointer: "/agreement", fault: "no_such_agreement" },
      });
  });
});

describe("prices beside the organisation's own history", () => {
  it("are those of lines of the same code, origin, unit and currency, of this organisation alone", async () => {
    const before = must(await comparePrices(house, house.broker, wine));
    expect(before[0]).toMatchObject({ line: 1, currency: "EUR", count: 0 });
    const other = must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
    for (const [unit, factor] of [
      ["unit", 2],
      ["'another unit'", 3],
    ] as const)
      await house.sql.query(
        `insert into goods_line (organisation_id, id, shipment_id, number, description, commodity_code, quantity, unit,
           amount, currency, origin, net_weight_kg)
         select organisation_id, gen_random_uuid(), $1, ${factor}, description, commodity_code, quantity, ${unit},
           amount * ${factor}, currency, origin, net_weight_kg from goods_line where shipment_id = $2`,
        [other, wine],
      );
    const [line] = must(await comparePrices(house, house.broker, wine));
    expect(line).toMatchObject({ count: 1, deviations: null });
    expect(Number(line?.mean)).toBeCloseTo(2 * Number(line?.unitPrice), 5);
  });
});

describe("a valuation worksheet", () => {
  it("comes to its value by its method, or says which method must be tried before", () => {
    const worksheet = worksheetSchema.parse({
      currency: "CNY",
      basis: { method: "computed", materials: "500", manufacture: "300", profit: "150", carriage: "50" },
    });
    expect(must(valueWorksheet(house.broker, worksheet)).problem).toEqual({
      kind: "method_skipped",
      method: "transaction_value",
    });
    const passedOver = (["transaction_value", "identical_goods", "similar_goods", "deductive"] as const).map(
      (method) => ({
        method,
        reason: "no such sale",
      }),
    );
    expect(must(valueWorksheet(house.broker, { ...worksheet, passedOver }))).toMatchObject({
      value: "1000.00",
      formula: "500 + 300 + 150 + 50",
    });
  });
});
