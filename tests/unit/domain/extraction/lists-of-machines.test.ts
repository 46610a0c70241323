import { describe, expect, it } from "vitest";
import { readContents } from "@/domain/extraction/contents-list";
import { isPackage } from "@/domain/extraction/package-row";
import { page, valuesOf } from "./pages";

type Rows = Parameters<typeof page>[0];
type Row = NonNullable<Rows[number]>;

/** Cells of a row, each at a place of its own. */
function at(places: readonly number[], ...texts: readonly string[]): Row {
  return texts.flatMap((text, index) => (text === "" ? [] : [[places[index] ?? 0, text] as const]));
}

describe("a packing list without headings", () => {
  const PLACES = [0.06, 0.12, 0.3, 0.8];

  it("has under each crate its contents, which are asked", () => {
    const said = valuesOf(
      page([
        [[0.06, "Packliste / Packing list"]],
        null,
        [
          [0.06, "Kollo 1"],
          [0.2, "Holzkiste"],
          [0.4, "210x120x165 cm"],
          [0.62, "brutto 842,0 kg"],
          [0.82, "netto 705,0 kg"],
        ],
        at(PLACES, "10", "", "Etikettiermodul EM 400 links", "1 ST"),
        at(PLACES, "20", "7400-118-A", "Steuerschrank verdrahtet", "2 ST"),
        null,
        [
          [0.06, "Kollo 2"],
          [0.2, "Karton"],
          [0.4, "60x40x40 cm"],
          [0.62, "brutto 18,2 kg"],
          [0.82, "netto 15,9 kg"],
        ],
        at(PLACES, "30", "", "Ersatzteilpaket", "1 SA"),
        null,
        [[0.06, "Gesamt: 2 Kolli  Bruttogewicht 860,2 kg  Nettogewicht 720,9 kg"]],
      ]),
    );
    expect(said).toMatchObject({
      type: "packing_list",
      gross_weight_kg: "860.2",
      net_weight_kg: "720.9",
      "0.description": "Etikettiermodul EM 400 links",
      "0.quantity": "1",
      "1.description": "Steuerschrank verdrahtet",
      "1.quantity": "2",
      "2.description": "Ersatzteilpaket",
    });
    expect(said).not.toHaveProperty("3.description");
  });

  it("may count in a column and name the unit in the next", () => {
    expect(
      valuesOf(
        page([
          [[0.06, "LISTE DE COLISAGE"]],
          null,
          at([0.06, 0.7, 0.8], "Moteur électrique", "4", "pcs"),
          at([0.06, 0.7, 0.8], "Armoire de commande", "1", "pc"),
        ]),
      ),
    ).toMatchObject({ "0.description": "Moteur électrique", "0.quantity": "4", "1.quantity": "1" });
  });
});

describe("a row about a package", () => {
  const PLACES = [0.05, 0.1, 0.25, 0.6, 0.72, 0.86];

  it("is no line of goods", () => {
    const said = valuesOf(
      page([
        [[0.3, "PACKING LIST"]],
        null,
        at(PLACES, "HU", "Material", "Description", "Qty", "Net kg", "Gross kg"),
        at(PLACES, "1", "", "Euro pallet 120x80x112 cm", "", "tare 22,0", "412,5"),
        at(PLACES, "", "904.112", "Servo drive", "24 ST", "312,00", ""),
        at(PLACES, "", "904.880", "Mounting frame", "24 ST", "78,50", ""),
        at(PLACES, "2", "", "Wooden case 140x100x90 cm", "", "tare 64,0", "634,8"),
        at(PLACES, "", "700.075", "Synchronous motor", "8 ST", "570,80", ""),
        null,
        [[0.05, "Number of handling units: 2"]],
      ]),
    );
    expect(said).toMatchObject({
      packages: "2",
      "0.description": "Servo drive",
      "1.description": "Mounting frame",
      "2.description": "Synchronous motor",
    });
    expect(said).not.toHaveProperty("3.description");
  });

  it("is known by its kind with its measures or its serial number", () => {
    for (const text of ["Kollo 3 Karton 60x40x40 cm", "Paleta EUR 120 x 80 x 98", "SSCC 00340081140000417745 Kiste"])
      expect(isPackage(text), text).toBe(true);
    for (const text of [
      "Karton 60x40x40 leer flach liegend".replace("60x40x40", "60x40"),
      "Pallet truck 2500 kg",
      "Tile 60x60x2",
    ])
      expect(isPackage(text), text).toBe(false);
  });
});

describe("a list whose title is not read", () => {
  const PLACES = [0.06, 0.16, 0.55, 0.68, 0.82];
  const TABLE = [
    at(PLACES, "PKG", "GOODS", "QTY", "NET KG", "GROSS KG"),
    at(PLACES, "4 PL", "Brake disc", "1440 pcs", "912.00", "988.00"),
    at(PLACES, "2 PL", "Brake drum", "320 pcs", "208.00", "290.00"),
  ];

  it("is known by its table of packages and weights without money", () => {
    expect(valuesOf(page([[[0.06, "RAJKOT AUTOCAST"]], null, ...TABLE])).type).toBe("packing_list");
  });

  it("may be set in letters far apart", () => {
    expect(
      valuesOf(
        page([
          [
            [0.3, "P A C K I N G"],
            [0.6, "L I S T"],
          ],
          null,
          [[0.06, "40 bags of rice"]],
        ]),
      ).type,
    ).toBe("packing_list");
  });
});

describe("what the lines come to", () => {
  const PLACES = [0.05, 0.12, 0.5, 0.62, 0.74, 0.88];
  const LINES = [
    at(PLACES, "No", "Goods", "Qty", "Unit price", "Amount", "Ctns"),
    at(PLACES, "1", "Steel pot", "24", "18.90", "453.60", "6"),
    at(PLACES, "2", "Tongs", "400", "1.10", "440.00", "50"),
  ];

  it("counts the packages better than a label of pallets, and is asked", () => {
    expect(
      valuesOf(
        page([
          [[0.3, "COMMERCIAL INVOICE"]],
          null,
          ...LINES,
          at(PLACES, "Total", "", "424", "", "893.60", "56"),
          null,
          [[0.05, "Pallets: 2 (120x80x165 cm), cartons 1-56"]],
        ]),
      ),
    ).toMatchObject({ packages: "56", total: "893.60" });
  });

  it("is no sum of money where it counts pieces", () => {
    expect(
      valuesOf(
        page([[[0.3, "COMMERCIAL INVOICE"]], null, ...LINES, at(PLACES, "TOTAL:", "", "424", "", "$893.60", "")]),
      ),
    ).toMatchObject({ total: "893.60" });
  });
});

describe("what a list without headings counts", () => {
  const read = (...rows: readonly (readonly [string, string])[]) =>
    readContents([page(rows.map(([name, count]) => at([0.06, 0.8], name, count)))], "text_layer")
      .filter(({ name }) => name === "description")
      .map(({ value }) => value);

  it("are no sums and no streets", () => {
    expect(
      read(
        ["Steuerschrank verdrahtet", "2 ST"],
        ["Ersatzteilpaket", "1 SA"],
        ["Gesamt Teile", "3 ST"],
        ["Total pieces", "3 pcs"],
        ["Musterstraße", "12 ST"],
        ["Industrial Road", "14 ea"],
      ),
    ).toEqual(["Steuerschrank verdrahtet", "Ersatzteilpaket"]);
  });
});
