import fc from "fast-check";
import type { Assessment } from "@/domain/assessment/assess";
import { assess } from "@/domain/assessment/assess";
import type { DeclarationLine } from "@/domain/declaration/declaration";
import type { RiskFacts } from "@/domain/selectivity/factors";
import { formatDecimal } from "@/domain/shared/decimal";
import { sumMoney } from "@/domain/shared/money";
import { content, DAY, line, REFERENCE } from "../../unit/domain/fixtures";

/** Codes that meet every kind of tax: none, ad valorem, thresholds, consumption tax inside its price, both VAT rates. */
const CODES = ["8518302000", "2204210000", "6109100021", "9102110000", "3304990000", "0202300000", "9506310000"];

/** An amount in CNY from 0.01 to 10 million, as a plain decimal. */
export const amount = fc.bigInt({ min: 1n, max: 1_000_000_000n }).map((units) => formatDecimal({ units, scale: 2 }));

export const goodsLine: fc.Arbitrary<DeclarationLine> = fc
  .record({ code: fc.constantFrom(...CODES), amount, quantity: fc.integer({ min: 1, max: 500 }) })
  .map(({ code, amount: worth, quantity }) =>
    line(1, { commodityCode: code, amount: worth, quantity: String(quantity), netWeightKg: "3.5" }),
  );

/** Assesses lines under general trade, each worth its amount. */
export function assessLines(lines: readonly DeclarationLine[]): Assessment {
  const numbered = lines.map((each, index) => ({ ...each, number: index + 1 }));
  const values = numbered.map(({ number, amount: { value } }) => ({
    number,
    value: { currency: "CNY", minor: BigInt(value.replace(".", "")) },
  }));
  const total = sumMoney(
    values.map((each) => each.value),
    "CNY",
  );
  const result = assess({
    content: content({ lines: numbered }),
    value: { total, lines: values, steps: [] },
    reference: REFERENCE,
    day: DAY,
  });
  if (!result.ok) throw new Error(result.error.map((issue) => issue.code).join());
  return result.value;
}

const name = fc.constantFrom("Lingnan Electronics", "Kunshan Warehouse", "Pudong Fine Wines");
const kilograms = fc.integer({ min: 1, max: 900 }).map(String);

export const riskFacts: fc.Arbitrary<RiskFacts> = fc.record({
  lines: fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 9 }),
      description: fc.constantFrom("Parts", "Wireless headphones", "Gift", "Red wine"),
      commodityCode: fc.constantFrom(...CODES, "3004900000"),
      origin: fc.constantFrom("DE", "KP", "JP", "US"),
      quantity: fc.integer({ min: 1, max: 50 }).map(String),
      unit: fc.constantFrom("PCS", "SET", "G", null),
      value: fc.bigInt({ min: 1n, max: 900_000_000n }).map((minor) => ({ currency: "CNY", minor })),
      netWeightKg: fc.option(kilograms),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  customsValue: fc.bigInt({ min: 1n, max: 900_000_000n }).map((minor) => ({ currency: "CNY", minor })),
  declaredGrossKg: kilograms,
  transportGrossKg: fc.option(kilograms),
  declaredPackages: kilograms,
  transportPackages: fc.option(kilograms),
  buyer: name,
  transportConsignee: fc.option(name),
  isRetail: fc.boolean(),
  earlierShipmentsOfBuyer: fc.nat(3),
  correctedFields: fc.nat(6),
  doubtfulFields: fc.nat(9),
  invoiceTotal: amount,
  isReviewedBefore: fc.boolean(),
  credit: fc.record({
    tier: fc.constantFrom("advanced_certified", "certified", "regular", "dishonest", "seriously_dishonest"),
    authorisation: fc.constant(null),
  }),
});
