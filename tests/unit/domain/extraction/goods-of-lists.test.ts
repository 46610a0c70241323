import { describe, expect, it } from "vitest";
import { readGoodsTable } from "@/domain/extraction/goods-table";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];
type Row = NonNullable<Rows[number]>;

function read(...pages: readonly Rows[]) {
  const { lines, totals } = readGoodsTable(
    pages.map((rows, at) => ({ ...page(rows), number: at + 1 })),
    "text_layer",
  );
  const count = Math.max(-1, ...lines.map((field) => field.line ?? 0)) + 1;
  return {
    lines: Array.from({ length: count }, (_, line) =>
      Object.fromEntries(lines.filter((field) => field.line === line).map((field) => [field.name, field.value])),
    ),
    totals: Object.fromEntries(totals.map(({ name, value }) => [name, value])),
  };
}

/** Cells of a row, each at a place of its own. */
function at(places: readonly number[], ...texts: readonly string[]): Row {
  return texts.flatMap((text, index) => (text === "" ? [] : [[places[index] ?? 0, text] as const]));
}

describe("a list of cartons", () => {
  const PLACES = [0.04, 0.14, 0.38, 0.5, 0.6, 0.72, 0.86];

  it("has the figures of all cartons of a line, not of one, by what they come to", () => {
    const { lines, totals } = read([
      at(PLACES, "Ctn No", "Description", "Cartons", "Qty/ctn", "Quantity", "N.W.", "Total N.W."),
      at(PLACES, "1-12", "Lamp shade", "12", "20", "240", "3.5", "42.0"),
      at(PLACES, "13-17", "Lamp foot", "5", "8", "40", "6.1", "30.5"),
      at(PLACES, "18", "Spare parts", "1", "7", "7", "2.0", "2.0"),
      at(PLACES, "TOTAL", "", "18", "", "287", "", "74.5"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ packages: "12", quantity: "240", net_weight_kg: "42.0" }),
      expect.objectContaining({ packages: "5", quantity: "40", net_weight_kg: "30.5" }),
      expect.objectContaining({ packages: "1", quantity: "7", net_weight_kg: "2.0" }),
    ]);
    expect(totals).toMatchObject({ packages: "18", net_weight_kg: "74.5" });
  });

  it("counts the cartons by their numbers where no column does", () => {
    const { lines } = read([
      at(PLACES, "Ctn No", "Description", "", "Qty", "Total qty", "", "G.W."),
      at(PLACES, "1-4", "Valve", "", "25", "100", "", "80.0"),
      at(PLACES, "5-7", "Flange", "", "30", "90", "", "66.0"),
    ]);
    expect(lines.map(({ quantity }) => quantity)).toEqual(["100", "90"]);
  });

  it("may write what one has and what all have under one heading", () => {
    const { lines } = read([
      at(PLACES, "No", "Description", "Cartons", "Quantity", "", "Net weight", "Gross weight"),
      at(PLACES, "1", "Driver", "24", "1200", "", "9 216.0", "9.8 235.2"),
      at(PLACES, "2", "Bracket", "10", "300", "", "11.5 115.0", "12.1 121.0"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ net_weight_kg: "216.0", gross_weight_kg: "235.2" }),
      expect.objectContaining({ net_weight_kg: "115.0", gross_weight_kg: "121.0" }),
    ]);
  });

  it("keeps a figure with a blank for thousands", () => {
    const { lines } = read([
      at(PLACES, "No", "Description", "Pallets", "Quantity", "", "Net weight", "Gross weight"),
      at(PLACES, "1", "Brake disc", "4", "1440", "", "6 912.00", "7 088.00"),
      at(PLACES, "2", "Brake drum", "2", "320", "", "2 208.00", "2 290.00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ net_weight_kg: "6912.00", gross_weight_kg: "7088.00" }),
      expect.objectContaining({ net_weight_kg: "2208.00", gross_weight_kg: "2290.00" }),
    ]);
  });
});

describe("goods in several rows", () => {
  const PLACES = [0.04, 0.14, 0.6, 0.72, 0.86];
  const HEADINGS = at(PLACES, "Item", "Description", "Quantity", "Price", "Amount");

  it("may be called like what stands below goods, and state their code and origin in a row of their own", () => {
    const { lines } = read([
      HEADINGS,
      at(PLACES, "10", "31Y1-33850", "20 EA", "61.20", "1,224.00"),
      at(PLACES, "", "SEAL KIT"),
      at(PLACES, "", "Comm. code 4016.93 Ctry of origin KR"),
      at(PLACES, "20", "31QA-10021", "1 EA", "5,930.00", "5,930.00"),
      at(PLACES, "", "CASH BOX"),
      at(PLACES, "", "Comm. code 8303.00 Ctry of origin JP"),
      at(PLACES, "30", "Pump", "2 EA", "10.00", "20.00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ description: "31Y1-33850 SEAL KIT", hs_code: "401693", origin: "KR" }),
      expect.objectContaining({ description: "31QA-10021 CASH BOX", hs_code: "830300", origin: "JP" }),
      expect.objectContaining({ description: "Pump", amount: "20.00" }),
    ]);
  });

  it("end where a sum follows, though figures stand below it", () => {
    const { lines } = read([
      HEADINGS,
      at(PLACES, "10", "Pump", "2 EA", "10.00", "20.00"),
      at(PLACES, "", "Freight", "", "", "5.00"),
      at(PLACES, "", "Handling of 3 boxes", "1 EA", "4.00", "4.00"),
    ]);
    expect(lines[0]).toMatchObject({ description: "Pump", amount: "20.00" });
    expect(lines[0]?.description).not.toContain("Freight");
  });
});

describe("figures close together", () => {
  const PLACES = [0.04, 0.2, 0.6, 0.72, 0.86];

  it("stand each under its heading, though a cell reaches over several", () => {
    const { lines } = read([
      at(PLACES, "Marks", "Description", "Quantity", "Unit Price", "Amount"),
      [
        [0.2, "STEEL FLASK WITH LID FOR CAMPING AND SPORTS YUKI"],
        [0.605, "1200"],
        [0.648, "PCS"],
        [0.72, "980.00"],
        [0.86, "1176000.00"],
      ],
      at(PLACES, "A/1", "SPARE LID", "240 PCS", "210.00", "50400.00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ quantity: "1200", unit_price: "980.00", amount: "1176000.00" }),
      expect.objectContaining({ quantity: "240", unit_price: "210.00", amount: "50400.00" }),
    ]);
  });

  it("are a price for so much of the goods, which are counted by their weight", () => {
    const wide = [0.04, 0.1, 0.38, 0.48, 0.7, 0.82];
    const { lines, totals } = read([
      at(wide, "Lot", "Descricao / Description", "Sacas", "Peso liq. / Net kg", "USD / kg", "Total USD"),
      at(wide, "1", "CAFE VERDE", "320", "19.200,00", "6,42", "123.264,00"),
      at(wide, "2", "CAFE CONILON", "100", "6.000,00", "4,15", "24.900,00"),
      at(wide, "TOTAL", "", "420", "25.200,00", "", "148.164,00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ packages: "320", quantity: "19200.00", unit_price: "6.42", amount: "123264.00" }),
      expect.objectContaining({ packages: "100", quantity: "6000.00", unit_price: "4.15", amount: "24900.00" }),
    ]);
    expect(totals).toMatchObject({ packages: "420", net_weight_kg: "25200.00", total: "148164.00" });
  });
});

describe("columns of one package and of all", () => {
  const PLACES = [0.04, 0.14, 0.38, 0.5, 0.6, 0.72, 0.86];

  it("are not told by one line, whose figures may come to it by chance", () => {
    const { lines } = read([
      at(PLACES, "Ctn No", "Description", "Cartons", "Quantity", "", "Pieces", "G.W."),
      at(PLACES, "1-2", "Valve", "2", "50", "", "100", "80.0"),
      at(PLACES, "3", "Flange", "1", "30", "", "44", "66.0"),
    ]);
    expect(lines.map(({ quantity }) => quantity)).toEqual(["50", "30"]);
  });

  it("are not told where no heading says what the second is", () => {
    const { lines } = read([
      at(PLACES, "Ctn No", "Description", "Cartons", "Quantity", "", "Part No", "G.W."),
      at(PLACES, "1-2", "Valve", "2", "50", "", "100", "80.0"),
      at(PLACES, "3-5", "Flange", "3", "30", "", "90", "66.0"),
    ]);
    expect(lines.map(({ quantity }) => quantity)).toEqual(["50", "30"]);
  });

  it("are not told against what is printed below them", () => {
    const { lines } = read([
      at(PLACES, "Ctn No", "Description", "Cartons", "Quantity", "Total qty", "", "G.W."),
      at(PLACES, "1-2", "Valve", "2", "50", "100", "", "80.0"),
      at(PLACES, "3-5", "Flange", "3", "30", "90", "", "66.0"),
      at(PLACES, "TOTAL", "", "5", "80", "", "", "146.0"),
    ]);
    expect(lines.map(({ quantity }) => quantity)).toEqual(["50", "30"]);
  });
});

describe("a line of goods", () => {
  const PLACES = [0.04, 0.3, 0.45, 0.6, 0.72, 0.86];

  it("keeps its net weight where that is its quantity too", () => {
    const { lines } = read([
      at(PLACES, "Description", "Bags", "Net kg", "USD / kg", "Total USD"),
      at(PLACES, "Green coffee", "320", "19200.00", "6.42", "123264.00"),
      at(PLACES, "Roasted coffee", "100", "6000.00", "4.15", "24900.00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ quantity: "19200.00", net_weight_kg: "19200.00" }),
      expect.objectContaining({ quantity: "6000.00", net_weight_kg: "6000.00" }),
    ]);
  });

  it("may be free of charge where its code, weight or origin is stated", () => {
    const { lines } = read([
      at(PLACES, "Description", "HS Code", "Quantity", "Net kg", "Price", "Amount"),
      at(PLACES, "Pump", "8413.70", "2", "14.0", "10.00", "20.00"),
      at(PLACES, "Gasket sample", "8484.10", "", "0.4", "0.00", "0.00"),
    ]);
    expect(lines).toEqual([
      expect.objectContaining({ description: "Pump" }),
      expect.objectContaining({ description: "Gasket sample", amount: "0.00", net_weight_kg: "0.4" }),
    ]);
  });
});
