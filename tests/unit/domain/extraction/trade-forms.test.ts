import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function valuesOf(...pages: Parameters<typeof readDocument>[0]) {
  const { type, fields } = readDocument(pages);
  return { type, ...Object.fromEntries(fields.filter(({ line }) => line === null).map((f) => [f.name, f.value])) };
}

describe("the box of a form", () => {
  it("says behind its label how to fill it in, and below it what it was filled in with", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [[0.06, "1. Shipper Insert Name, Address and Phone/Fax"]],
        [[0.06, "FOSHAN RUIDA HARDWARE CO., LTD."]],
        null,
        [[0.06, 'Consignee (negotiable only if consigned "to order", "to order of" a named Person)']],
        [[0.06, "Papelera del Valle S.A."]],
        null,
        [[0.06, "Notify Party (see clause 22)"]],
        [
          [0.06, "SAME AS"],
          [0.2, "CONSIGNEE"],
        ],
        [[0.06, "COMEX DEPARTMENT"]],
      ]),
    );
    expect(read).toMatchObject({
      shipper: "FOSHAN RUIDA HARDWARE CO., LTD.",
      consignee: "Papelera del Valle S.A.",
    });
  });

  it("of the post names sender and addressee in two languages", () => {
    const read = valuesOf(
      page([
        [
          [0.3, "DÉCLARATION EN DOUANE / CUSTOMS DECLARATION"],
          [0.9, "CN 23"],
        ],
        [[0.06, "De / From — Nom / Name"]],
        [[0.06, "Hélène Vasseur"]],
        null,
        [[0.06, "À / To — Nom / Name"]],
        [[0.06, "Tom Achterberg"]],
      ]),
    );
    expect(read).toMatchObject({ shipper: "Hélène Vasseur", consignee: "Tom Achterberg" });
  });
});

describe("an invoice of goods", () => {
  const rows = [
    [[0.4, "COMMERCIAL INVOICE"]],
    [[0.06, "Taxable value in INR: 27,72,790.13"]],
    null,
    [
      [0.06, "No. & Kind of Pkgs."],
      [0.3, "Description of Goods"],
      [0.6, "Quantity"],
      [0.74, "Rate"],
      [0.88, "Amount"],
    ],
    [
      [0.6, "KGS"],
      [0.74, "USD"],
      [0.88, "USD"],
    ],
    [
      [0.06, "105 CARTONS"],
      [0.3, "Ring spun cotton yarn"],
      [0.6, "5250.00"],
      [0.74, "3.42"],
      [0.88, "17,955.00"],
    ],
    [
      [0.06, "84 CARTONS"],
      [0.3, "Carded cotton yarn"],
      [0.6, "1050.00"],
      [0.74, "2.66"],
      [0.88, "2,793.00"],
    ],
    [
      [0.06, "189 CARTONS"],
      [0.6, "6300.00"],
      [0.76, "TOTAL"],
      [0.88, "20,748.00"],
    ],
  ] as const;

  it("has the currency that stands over the column of money, not that of another figure", () => {
    expect(valuesOf(page(rows))).toMatchObject({ currency: "USD" });
  });

  it("adds up its columns in a row that says so anywhere", () => {
    const { fields } = readDocument([page(rows)]);
    expect(new Set(fields.flatMap(({ line }) => (line === null ? [] : [line]))).size).toBe(2);
    expect(valuesOf(page(rows))).toMatchObject({ packages: "189", total: "20748.00" });
  });
});

describe("a route in one sentence", () => {
  it("begins and ends at known ports", () => {
    const read = valuesOf(
      page([
        [[0.4, "INVOICE"]],
        [[0.06, "Shipped per EVER CRANE V.0921W"]],
        [
          [0.06, "From NAGOYA, JAPAN"],
          [0.36, "to FELIXSTOWE, UK"],
        ],
        [[0.06, "Country of origin: JAPAN"]],
        [[0.06, "Gross weight: 590 kg"]],
        [[0.06, "Port of loading"]],
      ]),
    );
    expect(read).toMatchObject({ port_of_discharge: "FELIXSTOWE, UK" });
  });
});

describe("packages", () => {
  it("are as many as the count that adds up the others", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [[0.06, "Shipper"]],
        [[0.06, "MIYAGAWA TOOLS CO., LTD."]],
        [[0.3, "20 CASES"]],
        [[0.3, "26 CASES"]],
        [[0.3, "46 CASES"]],
      ]),
    );
    expect(read).toMatchObject({ packages: "46" });
  });
});

describe("weights of a certificate", () => {
  it("have points between thousands where they add up only so", () => {
    const read = valuesOf(
      page([
        [[0.35, "CERTIFICATE OF ORIGIN"]],
        [
          [0.06, "Number and kind of packages"],
          [0.4, "Description of goods"],
          [0.7, "Gross weight"],
        ],
        [
          [0.06, "3 pallets"],
          [0.4, "Roller bearings"],
          [0.7, "1.690 kg"],
        ],
        [
          [0.06, "1 pallet"],
          [0.4, "Bearing housings"],
          [0.7, "625 kg"],
        ],
        [[0.7, "2.315 kg"]],
      ]),
    );
    expect(read).toMatchObject({ gross_weight_kg: "2315" });
  });
});

describe("a commodity code", () => {
  it("may be announced as Turkish or American customs call it", () => {
    const read = valuesOf(page([[[0.4, "AIR WAYBILL"]], [[0.6, "GTIP 84099100"]], [[0.6, "HTS No. 7318.15.20"]]]));
    expect(readDocument([page([[[0.4, "AIR WAYBILL"]], [[0.6, "GTIP 84099100"]]])]).fields).toContainEqual(
      expect.objectContaining({ name: "hs_codes", value: "84099100" }),
    );
    expect(read).toMatchObject({ hs_codes: "73181520" });
  });
});
