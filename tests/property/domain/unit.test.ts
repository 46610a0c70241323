import fc from "fast-check";
import { expect, it } from "vitest";
import { hardRules } from "@/domain/selectivity/hard-rules";
import { decimal } from "@/domain/shared/decimal";
import { toMoney } from "@/domain/shared/money";
import { countsPieces } from "@/domain/tariff/unit";
import { DAY, REFERENCE } from "../../unit/domain/fixtures";

const unit = fc.oneof(
  fc.constantFrom("G", "kg", "克", "ml", "CT", "PCS", "set", "", null),
  fc.string({ maxLength: 6 }),
);

const watch = (cny: number, quantity: string, unit: string | null) => ({
  number: 1,
  description: "Watch",
  commodityCode: "9102110000",
  origin: "CH",
  netWeightKg: null,
  quantity,
  unit,
  value: toMoney(decimal(String(cny)), "CNY"),
});
const controls = (line: ReturnType<typeof watch>) =>
  hardRules({ lines: [line] }, REFERENCE.controlProfiles, DAY).map((rule) => rule.code);

it("no unit lets a dear watch pass below the control of dear ones", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000, max: 1_000_000 }),
      unit,
      fc.integer({ min: 2, max: 10_000 }),
      (cny, unit, many) => {
        expect(controls(watch(cny, "1", unit))).toContain("high_value_watches");
        if (!countsPieces(unit)) expect(controls(watch(cny, String(many), unit))).toContain("high_value_watches");
      },
    ),
  );
});
