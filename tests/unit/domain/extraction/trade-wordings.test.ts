import { describe, expect, it } from "vitest";
import { containersIn } from "@/domain/document/transport-number";
import { documentNumber, party } from "@/domain/extraction/accept";
import { classify } from "@/domain/extraction/classify";
import { accepted } from "@/domain/extraction/goods-table";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

const STYLE = { decimal: null, dates: null };

function told(rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  const of = (name: string) =>
    fields.filter((field) => field.name === name && field.line === null).map((each) => each.value);
  return of;
}

describe("what was read apart", () => {
  it("is a container, if its check digit fits", () => {
    expect(containersIn("MRVU4 8 2117 6 ML-TR008")).toEqual(["MRVU4821176"]);
    expect(containersIn("MSKU 1 2 3 4 5 6 0")).toEqual([]);
  });

  it.each([
    ["HS CODE: 84 8 2.10", ["848210"]],
    ["HS 6109.10.00 18,600 PCS", ["61091000"]],
    ["HS 6110.20.00 4,200 PCS", ["61102000"]],
    ["HS CODE 6109.10, 6110.20", ["610910", "611020"]],
  ])("and what stands behind is no more of a code: %s", (text, codes) => {
    expect(told([[[0.3, "BILL OF LADING"]], [[0.1, text]]])("hs_codes")).toEqual(codes);
  });
});

describe("the money that is written out", () => {
  it.each([
    ["SAY US DOLLARS SIXTEEN THOUSAND ONLY", ["USD"]],
    ["Amount in words: EURO NINE THOUSAND AND CENTS FIFTY ONLY", ["EUR"]],
    ["SAY TOTAL POUNDS STERLING FORTY ONLY", ["GBP"]],
    ["PACKED ON EURO PALLETS, RATE OF LOADING 12", []],
  ])("is that of the invoice: %s", (text, currency) => {
    const rows = told([[[0.3, "COMMERCIAL INVOICE"]], [[0.1, "Invoice No. KX-20881"]], [[0.1, text]]]);
    expect(rows("currency")).toEqual(currency);
  });
});

describe("a title", () => {
  it.each([
    ["Packliste / Packing list zu Lieferschein 26-40188", "packing_list"],
    ["PACKING LIST TO COMMERCIAL INVOICE 2026/118", "packing_list"],
    ["Lieferschein 26-40188", "other"],
  ])("names the paper, not the one that it goes with: %s", (title, type) => {
    const goods: Parameters<typeof page>[0] = [[[0.1, "3 cartons"]], [[0.1, "Gross weight 12 kg"]]];
    expect(classify([page([[[0.3, title]], ...goods])]).type).toBe(type);
  });
});

describe("figures of goods", () => {
  it("are those of all where one package is told before, and no numbers of packages", () => {
    expect(accepted("net_weight_kg", "2.10 126.00", STYLE)).toBe("126.00");
    expect(accepted("gross_weight_kg", "10.40 1,260.00", STYLE)).toBe("1260.00");
    expect(accepted("packages", "23 - 41", STYLE)).toBeNull();
    expect(accepted("packages", "22 CTNS", STYLE)).toBe("22");
  });

  it("have their unit, where a measurement stands beside the label", () => {
    const of = told([
      [[0.3, "BILL OF LADING"]],
      [
        [0.6, "Gross Weight (KGS)"],
        [0.85, "61.204"],
      ],
      [
        [0.6, "8,214.500 KGS"],
        [0.85, "CBM"],
      ],
    ]);
    expect(of("gross_weight_kg")).toEqual(["8214.500"]);
  });
});

describe("what stands behind a label of its own", () => {
  it("is no rest of the port before it", () => {
    const of = told([
      [[0.3, "PACKING LIST"]],
      [
        [0.05, "From HAI PHONG, VIETNAM"],
        [0.3, "To GOTHENBURG, SWEDEN by sea"],
      ],
    ]);
    expect(of("port_of_loading")).toEqual(["HAI PHONG, VIETNAM"]);
  });

  it("may be a number with a blank; the end of a bracket is no name", () => {
    expect(documentNumber("TH-NK 26/118")).toBe("TH-NK 26/118");
    expect(documentNumber("AB-CD EF")).toBeNull();
    expect(party('bearer")')).toBeNull();
    expect(party("by the Carrier")).toBeNull();
    expect(party("Byron Carriers Ltd")).toBe("Byron Carriers Ltd");
    expect(party("Beijing Lamps (China)")).toBe("Beijing Lamps (China)");
  });
});
