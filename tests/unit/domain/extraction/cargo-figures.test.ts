import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function valuesOf(...rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  return Object.fromEntries(fields.filter(({ line }) => line === null).map(({ name, value }) => [name, value]));
}

describe("the packages of a bill of lading", () => {
  it("are those of the cargo, not those of the goods named below it", () => {
    const read = valuesOf(
      [[0.3, "BILL OF LADING"]],
      [[0.6, "B/L No. ABCD1234567"]],
      [
        [0.05, "Marks and Numbers"],
        [0.28, "No. of Pkgs"],
        [0.45, "Description of Goods"],
        [0.75, "Gross Weight"],
      ],
      [
        [0.05, "N/M"],
        [0.28, "67 CTNS"],
        [0.45, "SAID TO CONTAIN"],
        [0.75, "1,653.42 KGS"],
      ],
      [[0.28, "4 CTNS WRIST WATCHES"]],
      [[0.45, "PLASTIC HOUSINGS"]],
    );
    expect(read.packages).toBe("67");
  });
});

describe("the sums of a packing list", () => {
  const HEAD = [[[0.3, "PACKING LIST"]], [[0.05, "Invoice No.: 7781-A"]], null] as const;

  it("stand under headings whose unit is set apart", () => {
    const read = valuesOf(
      ...HEAD,
      [
        [0.05, "Description"],
        [0.4, "Qty"],
        [0.5, "Gross Weight"],
        [0.63, "(KGS)"],
        [0.75, "N.W."],
        [0.81, "(kg)"],
      ],
      [
        [0.05, "Wall clocks"],
        [0.4, "70"],
        [0.6, "474.67"],
        [0.79, "428.40"],
      ],
      [
        [0.05, "TOTAL:"],
        [0.4, "70"],
        [0.6, "474.67"],
        [0.79, "428.40"],
      ],
    );
    expect(read).toMatchObject({ gross_weight_kg: "474.67", net_weight_kg: "428.40" });
  });

  it("stand in a last row that names nothing and adds up the others", () => {
    const row = (name: string, packages: string, net: string, gross: string) =>
      [
        [0.05, packages],
        [0.15, name],
        [0.5, net],
        [0.7, gross],
      ] as const;
    const read = valuesOf(
      ...HEAD,
      row("Description", "Ctns", "Net Wt", "G.W."),
      row("Brass valves", "3", "20.00", "22.50"),
      row("Steel bolts", "5", "31.50", "34.00"),
      [
        [0.05, "8"],
        [0.5, "51.50"],
        [0.7, "56.50"],
      ],
    );
    expect(read).toMatchObject({ packages: "8", net_weight_kg: "51.50", gross_weight_kg: "56.50" });
  });
});

describe("the origin of goods whose lines alone state it", () => {
  const declared = (second: string) =>
    valuesOf(
      [[0.1, "CUSTOMS DECLARATION CN 23"]],
      [[0.6, "No. of item: LX560856165NL"]],
      [
        [0.05, "Description of contents"],
        [0.4, "Net weight (kg)"],
        [0.6, "Value (USD)"],
        [0.8, "Country of origin"],
      ],
      [
        [0.05, "Hex bolts"],
        [0.4, "1"],
        [0.6, "2.62"],
        [0.8, "NL"],
      ],
      [
        [0.05, "Building blocks"],
        [0.4, "3.6"],
        [0.6, "32.24"],
        [0.8, second],
      ],
    );

  it("is that of the paper where all agree", () => {
    expect(declared("NL").country_of_origin).toBe("NL");
  });

  it("is none where they differ", () => {
    expect(declared("DE").country_of_origin).toBeUndefined();
  });

  it("stands on a postal form that announces its number the other way round", () => {
    expect(declared("NL").transport_number).toBe("LX560856165NL");
  });
});
