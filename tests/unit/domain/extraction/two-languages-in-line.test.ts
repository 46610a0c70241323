import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page, valuesOf } from "./pages";

describe("an invoice in two languages", () => {
  const paper = () =>
    page([
      [[0.3, "商业发票 COMMERCIAL INVOICE"]],
      [
        [0.05, "致 To Messrs:"],
        [0.6, "发票号码 Invoice No.: QS24-EX091"],
      ],
      [
        [0.05, "COMERCIAL FAROLES DEL SUR SPA"],
        [0.6, "日期 Date: 2024年10月18日"],
      ],
      [[0.05, "AV. LAS FABRICAS 44, SANTIAGO, CHILE"]],
      null,
      [
        [0.05, "装运 From: NINGBO, CHINA 至 To:"],
        [0.42, "SAN ANTONIO, CHILE 运输方式 By: SEA 海运"],
      ],
      null,
      [
        [0.05, "Description of Goods"],
        [0.5, "Quantity"],
        [0.65, "Unit Price"],
        [0.84, "Amount"],
      ],
      [
        [0.05, "LED FLOODLIGHT 50W"],
        [0.5, "1,200"],
        [0.65, "4.86"],
        [0.84, "5,832.00"],
      ],
      null,
      [[0.05, "H.S. CODE: 9405.42 (FLOODLIGHT), 9405.99 (BRACKET), 8504.40 (DRIVER)"]],
    ]);
  const read = () => valuesOf(paper());

  it("ends a value where the Chinese word of the next label begins", () => {
    expect(read()).toMatchObject({ port_of_loading: "NINGBO, CHINA", port_of_discharge: "SAN ANTONIO, CHILE" });
  });

  it("names a firm whose name begins like a label", () => {
    expect(read()).toMatchObject({ buyer: "COMERCIAL FAROLES DEL SUR SPA" });
  });

  it("lists codes with the goods that they are for in brackets", () => {
    const { fields } = readDocument([paper()]);
    expect(fields.flatMap(({ name, value }) => (name === "hs_codes" ? [value] : []))).toEqual([
      "940542",
      "940599",
      "850440",
    ]);
  });
});

describe("a figure with its measure", () => {
  it("is no unit, though it stands under that heading; and packages are all where the row of totals says so", () => {
    const read = valuesOf(
      page([
        [[0.05, "FACTURE"]],
        [[0.05, "N° Facture : FC 118402"]],
        null,
        [
          [0.05, "Désignation"],
          [0.42, "Colis"],
          [0.5, "Poids net"],
          [0.585, "U"],
          [0.68, "P.U. H.T."],
          [0.84, "Montant H.T."],
        ],
        [
          [0.05, "POIRE COMICE"],
          [0.42, "12"],
          [0.52, "150,0 KG"],
          [0.68, "1,550"],
          [0.84, "232,50"],
        ],
        [
          [0.05, "TOMATE COEUR"],
          [0.42, "24"],
          [0.52, "100,0 KG"],
          [0.68, "1,380"],
          [0.84, "138,00"],
        ],
        [
          [0.05, "PARTICIPATION TRANSPORT"],
          [0.535, "1,0 FF"],
          [0.68, "38,500"],
          [0.84, "38,50"],
        ],
        null,
        null,
        null,
        null,
        [
          [0.2, "TOTAUX"],
          [0.42, "36"],
          [0.5, "250,0"],
        ],
        [
          [0.6, "NET A PAYER EUR"],
          [0.84, "409,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ packages: "36", "0.quantity": "150.0", "1.quantity": "100.0" });
  });
});
