import { describe, expect, it } from "vitest";
import { till, valuesOf } from "./pages";

const rest = [
  "",
  "Date 07/02/2025      Receipt 0447193",
  "",
  "Latte                           3.45",
  "Sausage roll                    2.25",
  "TOTAL                           5.70",
  "CARD                            5.70",
];

describe("who keeps a shop", () => {
  it("is named without the words that say so", () => {
    const read = valuesOf(till(["HARE LANE SERVICES", "Operated by Marsh Retail Ltd", ...rest]));
    expect(read).toMatchObject({ seller: "Marsh Retail Ltd" });
  });

  it("is a firm of its own under the name of the shop where its form stands first", () => {
    const read = valuesOf(till(["LE BISTROT DU QUAI", "SARL Perrin-Vautier", ...rest]));
    expect(read).toMatchObject({ seller: "SARL Perrin-Vautier" });
  });

  it("is not the shop where he stands under it with his trade", () => {
    const read = valuesOf(till(["St. Georg-Apotheke", "Apothekerin Dr. Ina Wedel e.K.", ...rest]));
    expect(read).toMatchObject({ seller: "St. Georg-Apotheke" });
  });
});
