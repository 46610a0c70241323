import { describe, expect, it } from "vitest";
import { isCountryName } from "@/domain/extraction/countries";
import { page, valuesOf } from "./pages";

describe("what a paper copies from another", () => {
  it("has its own day, which is not that of a bill of lading", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [[0.06, "INVOICE NO. SRL-INV-0926-31"]],
        [[0.06, "DATED SEP 28, 2026"]],
        [
          [0.06, "Shipped on board"],
          [0.5, "Place of issue and date"],
        ],
        [
          [0.06, "2026-10-07"],
          [0.5, "SURABAYA 2026-10-09"],
        ],
      ]),
    );
    expect(read).toMatchObject({ date: "2026-10-09" });
  });

  it("is dated in a box of its own where the caption stands over it", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [
          [0.06, "DATE LADEN ON BOARD"],
          [0.5, "DATED"],
        ],
        [
          [0.06, "01 NOV 2026"],
          [0.5, "02 NOV 2026"],
        ],
      ]),
    );
    expect(read).toMatchObject({ date: "2026-11-02" });
  });

  it("as the day of an order is not that of the invoice", () => {
    const read = valuesOf(
      page([
        [[0.4, "COMMERCIAL INVOICE"]],
        [[0.06, "Invoice No. & Date"]],
        [[0.06, "PWE/EXP/0287 DT. 03.11.2026"]],
        null,
        [[0.06, "Buyer's Order No. & Date"]],
        [[0.06, "PO-66120 DT. 14.08.2026"]],
      ]),
    );
    expect(read).toMatchObject({ date: "2026-11-03" });
  });
});

describe("a number in a narrow box", () => {
  it.each([
    [["SKC/EX/", "1192/26"], "SKC/EX/1192/26"],
    [["FYC2026-", "1007B"], "FYC2026-1007B"],
  ])("goes on below the mark it was broken at: %s", ([first, second], whole) => {
    const read = valuesOf(
      page([
        [[0.4, "CERTIFICATE OF ORIGIN"]],
        null,
        [[0.7, "Number and date of invoices"]],
        [[0.7, first ?? ""]],
        [[0.7, second ?? ""]],
      ]),
    );
    expect(read).toMatchObject({ invoice_number: whole });
  });

  it("stands alone at the right under its caption", () => {
    const read = valuesOf(
      page([
        [
          [0.06, "NON-NEGOTIABLE SEA WAYBILL"],
          [0.7, "B/L No."],
        ],
        [[0.78, "247713095"]],
      ]),
    );
    expect(read).toMatchObject({ transport_number: "247713095" });
  });
});

describe("who is paid", () => {
  it("is no seller where it is a person and the paper has a head", () => {
    const read = valuesOf(
      page([
        [[0.3, "Tre Xanh Handicraft Co., Ltd"]],
        [[0.3, "Group 5, Phu Nghia commune, Hanoi"]],
        [[0.4, "PROFORMA INVOICE"]],
        [[0.06, "Customer: Casa Nomada S.L.U."]],
        [[0.06, "Bank: Vietcombank, Ha Tay branch"]],
        [[0.06, "Beneficiary: NGUYEN THI THU HA"]],
      ]),
    );
    expect(read).toMatchObject({ seller: "Tre Xanh Handicraft Co., Ltd" });
  });
});

describe("the name of a country", () => {
  it("may be read apart, and is no port", () => {
    expect(isCountryName("UNI TED ARAB EMIRATES")).toBe(true);
    expect(isCountryName("UNI TED TRADERS")).toBe(false);
  });
});

describe("money over a column", () => {
  it.each([
    ["Preco Unit. US$", "USD"],
    ["Betrag €", "EUR"],
    ["Value £", "GBP"],
  ])("%s", (heading, currency) => {
    const read = valuesOf(
      page([
        [[0.4, "COMMERCIAL INVOICE"]],
        null,
        [
          [0.06, "Description"],
          [0.4, "Quantity"],
          [0.6, heading],
        ],
        [
          [0.06, "Brass valves"],
          [0.4, "12"],
          [0.6, "4.50"],
        ],
        [
          [0.06, "Steel pipes"],
          [0.4, "10"],
          [0.6, "6.50"],
        ],
      ]),
    );
    expect(read).toMatchObject({ currency });
  });
});

describe("a number that ends with a mark", () => {
  const number = (...rows: Parameters<typeof page>[0]) =>
    (valuesOf(page([[[0.4, "COMMERCIAL INVOICE"]], null, ...rows])) as { invoice_number?: string }).invoice_number;

  it("does not go on with what stands behind another label", () => {
    const said = number(
      [
        [0.06, "Invoice No."],
        [0.3, "SK/118/"],
      ],
      [
        [0.06, "PO No."],
        [0.3, "4500012"],
      ],
    );
    expect(said ?? "").not.toContain("4500012");
  });

  it("does not go on with a word, nor with what stands far below it", () => {
    const said = (rest: string, ...between: readonly null[]) =>
      number([[0.7, "Invoice No."]], [[0.7, "INV-2026-"]], ...between, [[0.7, rest]]) ?? "";
    expect(said("EUR")).not.toContain("EUR");
    expect(said("118204", null)).not.toContain("118204");
    expect(said("118204")).toBe("INV-2026-118204");
  });
});
