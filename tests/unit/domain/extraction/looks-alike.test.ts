import { describe, expect, it } from "vitest";
import { parseWeightKg } from "@/domain/extraction/parse-value";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { fields } = readDocument([page(rows)]);
  return (name: string, line: number | null = null) =>
    fields.find((field) => field.name === name && field.line === line)?.value;
}

const INVOICE: Rows = [[[0.4, "COMMERCIAL INVOICE"]], [[0.1, "Country of origin: CN"]]];

describe("kilograms", () => {
  const table = (net: string, gross: string): Rows => [
    [[0.4, "PACKING LIST"]],
    [
      [0.05, "Description of goods"],
      [0.4, "Packages"],
      [0.6, "Net Weight"],
      [0.8, "Gross Weight"],
    ],
    [
      [0.6, net],
      [0.8, gross],
    ],
    [
      [0.05, "Steel bolts"],
      [0.4, "4"],
      [0.6, "100"],
      [0.8, "242.5"],
    ],
  ];

  it("stay kilograms where only the other column, or another line of units, is in pounds", () => {
    expect(read(...table("KGS", "LBS"))("net_weight_kg", 0)).toBe("100");
    expect(read(...table("KGS", "LBS"))("gross_weight_kg", 0)).toBe("109.996");
    expect(read(...table("kg / lbs", "kg / lbs"))("net_weight_kg", 0)).toBe("100");
  });

  it("are not made of ounces that were left out", () => {
    expect(parseWeightKg("12 lb 8 oz", false)).toBe("5.670");
    expect(parseWeightKg("12 oz", true)).toBeNull();
    expect(parseWeightKg("44,092 lbs (20 t)", false)).toBe("20000");
  });

  it("are those of the consignment, not what a mark says of one bag", () => {
    const value = read(
      [[0.3, "BILL OF LADING"]],
      [
        [0.05, "Marks and numbers"],
        [0.25, "Number and kind of packages"],
        [0.45, "Description of goods"],
        [0.7, "Gross weight"],
      ],
      [
        [0.05, "25 KGS"],
        [0.25, "400 BAGS"],
        [0.45, "CAUSTIC SODA"],
        [0.7, "SEE ATTACHED"],
      ],
    );
    expect(value("gross_weight_kg")).toBeUndefined();
  });
});

describe("a count of packages", () => {
  it.each([
    ["10 ctns @ 25 kg = 250 kgs", "10"],
    ["40 x 12 = 480 pcs", "40"],
    ["4 pallets (120 x 80 x 100 cm = 3 cbm)", "4"],
    ["3 crates, 1 pallet = 4 colli", "4"],
  ])("of %s is what is said of packages", (said, count) => {
    expect(read(...INVOICE, [[0.1, `Packages: ${said}`]])("packages")).toBe(count);
  });
});

describe("a port", () => {
  it("is not its country", () => {
    const value = read(
      [[0.3, "BILL OF LADING"]],
      [
        [0.1, "Port of Loading"],
        [0.5, "Port of Discharge"],
      ],
      [
        [0.1, "NINGBO - CHINA"],
        [0.5, "GDANSK - POLAND"],
      ],
    );
    expect(value("port_of_loading")).toMatch(/^NINGBO/);
    expect(value("port_of_discharge")).toMatch(/^GDANSK/);
  });
});

describe("a term of delivery", () => {
  it("is no airport and nobody's initials", () => {
    const waybill: Rows = [[[0.3, "AIR WAYBILL"]]];
    expect(read(...waybill, [[0.1, "Routing"]], [[0.1, "CPT"]])("incoterm")).toBeUndefined();
    expect(read(...INVOICE, [[0.1, "Mr D.A.P. Silva"]])("incoterm")).toBeUndefined();
    expect(read(...INVOICE, [[0.1, "C.I.F. HAMBURG"]])("incoterm")).toBe("CIF");
  });
});

describe("the day of an invoice", () => {
  it("is not that of a credit note of which it speaks", () => {
    const value = read(...INVOICE, [[0.1, "Invoice Date: 2026-03-04"]], [[0.1, "Credit note date: 2026-02-04"]]);
    expect(value("date")).toBe("2026-03-04");
  });
});

describe("two facts on one line", () => {
  it("are both read though a stroke parts them", () => {
    const value = read(
      [[0.3, "BILL OF LADING"]],
      [[0.1, "Shipper: Harbour Tools Ltd / Tel: 0151 555 0142"]],
      [[0.1, "Port of loading: Hamburg / Port of discharge: Shanghai"]],
    );
    expect(value("shipper")).toMatch(/^Harbour Tools Ltd/);
    expect(value("port_of_loading")).toMatch(/^Hamburg/);
    expect(value("port_of_discharge")).toBe("Shanghai");
  });
});

describe("the number of a certificate", () => {
  it("is neither a term with its value nor a telephone", () => {
    const value = (row: string) =>
      read(
        [[0.3, "CERTIFICATE OF ORIGIN"]],
        [[0.6, row]],
        [[0.1, "1 Consignor"]],
        [[0.1, "Kestrel GmbH"]],
      )("certificate_number");
    expect(value("Reference No. FOB/CIF 12500")).toBeUndefined();
    expect(value("T 555-0142")).toBeUndefined();
  });
});

describe("a party", () => {
  it("may be of a country", () => {
    const value = read(...INVOICE, [[0.1, "Bill to:"]], [[0.1, "Ministry of Health / Kenya"]], [[0.1, "Afya House"]]);
    expect(value("buyer")).toMatch(/^Ministry of Health/);
  });
});
