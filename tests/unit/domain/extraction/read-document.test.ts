import { describe, expect, it } from "vitest";
import { SURE } from "@/domain/extraction/field";
import { readDocument } from "@/domain/extraction/read-document";
import { page, valuesOf } from "./pages";

describe("a label", () => {
  it("may bear the number of its box, and the value stands below it", () => {
    const read = valuesOf(
      page([
        [[0.35, "CERTIFICATE OF ORIGIN"]],
        [
          [0.06, "1 Consignor"],
          [0.6, "No. SB2627833147"],
        ],
        [[0.06, "Hollister Optics AG"]],
        [[0.06, "No. 423 Harbour Road"]],
        [
          [0.06, "2 Consignee"],
          [0.5, "3 Country of Origin"],
        ],
        [
          [0.06, "Kestrel Precision Ltd."],
          [0.5, "GERMANY"],
        ],
      ]),
    );
    expect(read).toMatchObject({
      type: "certificate_of_origin",
      shipper: "Hollister Optics AG",
      consignee: "Kestrel Precision Ltd.",
      country_of_origin: "DE",
      certificate_number: "SB2627833147",
    });
  });

  it("may have a twin in another script, before it or on the line above", () => {
    const read = valuesOf(
      page([
        [[0.36, "COMMERCIAL INVOICE"]],
        [
          [0.06, "致 To:"],
          [0.17, "Tannhauser Hydraulics S.p.A."],
          [0.59, "发票号"],
          [0.75, "CI3194649"],
        ],
        [[0.59, "Invoice No.:"]],
        [
          [0.06, "从 From:"],
          [0.17, "SHANGHAI, CHINA"],
          [0.59, "日期 Date:"],
          [0.75, "2025/11/13"],
        ],
        [
          [0.06, "到 To:"],
          [0.17, "GENOA, ITALY"],
        ],
        [[0.06, "毛重 G.W.:291.88 KGS"]],
      ]),
    );
    expect(read).toMatchObject({
      buyer: "Tannhauser Hydraulics S.p.A.",
      invoice_number: "CI3194649",
      date: "2025-11-13",
      port_of_loading: "SHANGHAI, CHINA",
      port_of_discharge: "GENOA, ITALY",
      gross_weight_kg: "291.88",
    });
  });

  it("ends where the next one begins on the same line", () => {
    const read = valuesOf(
      page([
        [[0.36, "COMMERCIAL INVOICE"]],
        [[0.06, "Total packages: 12 CTNS Gross weight: 6.60 KGS Net weight: 5.66 KGS"]],
      ]),
    );
    expect(read).toMatchObject({ packages: "12", gross_weight_kg: "6.60", net_weight_kg: "5.66" });
  });

  it("does not take the value of another label for its own", () => {
    const read = valuesOf(
      page([
        [[0.36, "Air Waybill"]],
        [
          [0.06, "Airport of Destination"],
          [0.3, "Requested Flight/Date"],
        ],
        [[0.3, "KE832/17NOV"]],
        [[0.06, "Gross weight"]],
        [[0.06, "Net weight"]],
        [[0.06, "613.62 kg"]],
      ]),
    );
    expect(read).not.toHaveProperty("port_of_discharge");
    expect(read).not.toHaveProperty("gross_weight_kg");
  });
});

describe("a value", () => {
  it("goes on where the line was too short for it", () => {
    const read = valuesOf(
      page([
        [[0.36, "Air Waybill"]],
        [[0.06, "Consignee's Name and Address"]],
        [[0.06, "Verdant Import & Export Co.,"]],
        [[0.06, "Ltd."]],
        [[0.06, "No. 7 Harbour Road"]],
      ]),
    );
    expect(read).toMatchObject({ consignee: "Verdant Import & Export Co., Ltd." });
  });

  it("that is known by its check digit needs no label", () => {
    expect(valuesOf(page([[[0.36, "Air Waybill"]], [[0.06, "057-77001234"]]]))).toMatchObject({
      transport_number: "057-77001234",
    });
    expect(valuesOf(page([[[0.36, "Air Waybill"]], [[0.06, "057-77001235"]]]))).not.toHaveProperty("transport_number");
  });

  it("known by its form alone is none when the page holds two of them", () => {
    const one = [[[0.36, "COMMERCIAL INVOICE"]], [[0.6, "CFR GENOA USD"]]] as const;
    expect(valuesOf(page(one))).toMatchObject({ currency: "USD", incoterm: "CFR" });
    expect(valuesOf(page([...one, [[0.1, "FOB SHANGHAI"]]]))).not.toHaveProperty("incoterm");
  });

  it("that only a letterhead tells is asked", () => {
    const { fields } = readDocument([
      page([[[0.3, "XIAMEN CASTELLAN PRECISION CO., LTD."]], [[0.36, "COMMERCIAL INVOICE"]]]),
    ]);
    expect(fields.find((field) => field.name === "seller")?.confidence).toBeLessThan(SURE);
  });
});

describe("a goods table", () => {
  const rows = [
    [[0.7, "PACKING LIST"]],
    [
      [0.06, "Description"],
      [0.45, "Qty"],
      [0.6, "Pkgs"],
      [0.7, "N.W. (kg)"],
      [0.85, "G.W. (kg)"],
    ],
    [
      [0.06, "Pneumatic cylinder"],
      [0.45, "5"],
      [0.6, "1"],
      [0.7, "8.13"],
      [0.85, "9.32"],
    ],
    [
      [0.06, "Wooden dining table"],
      [0.45, "33"],
      [0.6, "65"],
      [0.7, "1097.68"],
      [0.85, "1294.56"],
    ],
    [
      [0.06, "TOTAL"],
      [0.6, "66"],
      [0.7, "1105.81"],
      [0.85, "1303.88"],
    ],
  ] as const;

  it("gives its lines, and what its last row adds up to", () => {
    expect(valuesOf(page(rows))).toMatchObject({
      type: "packing_list",
      "0.description": "Pneumatic cylinder",
      "0.quantity": "5",
      "1.gross_weight_kg": "1294.56",
      packages: "66",
      net_weight_kg: "1105.81",
      gross_weight_kg: "1303.88",
    });
  });

  it("without such a row says nothing of the whole: what no paper states is not declared from it", () => {
    const read = valuesOf(page(rows.slice(0, 4)));
    expect(read).not.toHaveProperty("gross_weight_kg");
    expect(read).not.toHaveProperty("packages");
  });
});
