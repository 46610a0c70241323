import { describe, expect, it } from "vitest";
import { parseCommodityDigits } from "@/domain/extraction/parse-value";
import { page, valuesOf } from "./pages";

const TITLE: readonly (readonly [number, string])[] = [[0.4, "PACKING LIST"]];

describe("the weight of the whole", () => {
  it("is that which adds up the weights of the crates", () => {
    expect(
      valuesOf(
        page([
          TITLE,
          null,
          [
            [0.06, "Kiste 1"],
            [0.4, "brutto 842,0 kg"],
            [0.7, "netto 705,0 kg"],
          ],
          [
            [0.06, "Kiste 2"],
            [0.4, "brutto 396,5 kg"],
            [0.7, "netto 318,0 kg"],
          ],
          null,
          [[0.06, "Gesamt brutto: 1.238,5 kg"]],
          [[0.06, "Gesamt netto: 1.023,0 kg"]],
        ]),
      ),
    ).toMatchObject({ gross_weight_kg: "1238.5", net_weight_kg: expect.stringMatching(/^1023(\.0)?$/) });
  });

  it("stands under the rows of a certificate without a word", () => {
    expect(
      valuesOf(
        page([
          [[0.4, "CERTIFICATE OF ORIGIN"]],
          null,
          [
            [0.05, "7. Number and kind of packages"],
            [0.72, "9. Gross weight"],
          ],
          [
            [0.05, "40 CARTONS OF SHOES"],
            [0.72, "520.00 KGS"],
          ],
          [
            [0.05, "60 CARTONS OF BAGS"],
            [0.72, "310.50 KGS"],
          ],
          [[0.72, "830.50 KGS"]],
        ]),
      ),
    ).toMatchObject({ gross_weight_kg: "830.50" });
  });

  it("has marks of thousands where light figures with three places add up, and is asked", () => {
    const rows: Parameters<typeof page>[0] = [
      [[0.4, "MOVEMENT CERTIFICATE"]],
      [[0.5, "EUR.1"]],
      null,
      [[0.6, "9. Gross mass (kg)"]],
      [[0.6, "3.250"]],
      [[0.6, "1.120"]],
      [[0.6, "4.370"]],
    ];
    expect(valuesOf(page(rows))).toMatchObject({ gross_weight_kg: "4370" });
  });

  it("is told by the letters under it", () => {
    expect(
      valuesOf(
        page([
          [[0.4, "CERTIFICATE OF ORIGIN"]],
          null,
          [
            [0.05, "7. Number and kind of packages; description of goods"],
            [0.72, "9. Quantity"],
          ],
          [
            [0.05, "TWENTY (20) PALLETS OF TILES"],
            [0.72, "15210KGS"],
          ],
          [[0.72, "G.W."]],
        ]),
      ),
    ).toMatchObject({ gross_weight_kg: "15210" });
  });

  it("stands at the short words of Turkey", () => {
    expect(
      valuesOf(page([[[0.4, "COMMERCIAL INVOICE"]], null, [[0.05, "Brüt: 4.118,50 KG Net Kg: 3.774,20"]]])),
    ).toMatchObject({ gross_weight_kg: "4118.50", net_weight_kg: "3774.20" });
  });
});

describe("how many packages", () => {
  it("is not the number that each of them bears", () => {
    const { packages } = valuesOf(
      page([
        TITLE,
        null,
        [[0.06, "Colli 1  Holzkiste"]],
        [[0.06, "Colli 2  Holzkiste"]],
        [[0.06, "Colli 3  Palette"]],
        null,
        [[0.06, "Anzahl Colli: 3"]],
      ]),
    ) as Record<string, string>;
    expect(packages).toBe("3");
  });

  it("is that of the handling units", () => {
    expect(valuesOf(page([TITLE, null, [[0.06, "Number of handling units: 4"]]]))).toMatchObject({ packages: "4" });
  });
});

describe("a commodity code", () => {
  it("has twelve digits in Turkey", () => {
    expect(parseCommodityDigits("6802.91.00.00.12")).toBe("680291000012");
    expect(parseCommodityDigits("6204.62.31.00.11 620 Adet")).toBe("620462310011");
    expect(parseCommodityDigits("8482.10")).toBe("848210");
  });
});
