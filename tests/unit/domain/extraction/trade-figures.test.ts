import { describe, expect, it } from "vitest";
import { carriedNumber, documentNumber, party, weightOf } from "@/domain/extraction/accept";
import { place } from "@/domain/extraction/accept-place";
import { parseAmount, parseWeightKg } from "@/domain/extraction/parse-value";
import { readDocument } from "@/domain/extraction/read-document";
import { saidToContain } from "@/domain/extraction/stated-packages";
import { FORMS, serialAlone } from "@/domain/extraction/unlabelled";
import { page } from "./pages";

function valuesOf(...pages: Parameters<typeof readDocument>[0]) {
  const { type, fields } = readDocument(pages);
  return { type, ...Object.fromEntries(fields.filter(({ line }) => line === null).map((f) => [f.name, f.value])) };
}

describe("a figure of a trade paper", () => {
  it("has decimals behind more than three figures, whatever the mark is", () => {
    expect(parseAmount("9840,500")).toBe("9840.500");
    expect(parseAmount("9,840")).toBe("9840");
  });

  it("may be in tonnes", () => {
    expect(parseWeightKg("29.000 M.TONS", false)).toBe("29000");
    expect(parseWeightKg("29.5 tonnes", false)).toBe("29500");
    expect(parseWeightKg("12 M/T", false)).toBe("12000");
  });

  it("may be one of two weights in a box", () => {
    const around = { label: "Total net weight/gross weight (kg)" };
    expect(weightOf("net")("25192.80 / 26130.00", around)).toBe("25192.80");
    expect(weightOf("gross")("25192.80 / 26130.00", around)).toBe("26130.00");
  });

  it("may stand before the word for it, unless it is what one package holds", () => {
    expect(FORMS.net_weight_kg?.accept("39.360,00 KG NETOS")).toBe("39360.00");
    expect(FORMS.net_weight_kg?.accept("1160 MESH BAGS OF 25 KG NET")).toBeNull();
    expect(FORMS.gross_weight_kg?.accept("15210KGS G.W.")).toBe("15210");
  });

  it("counts what is said to be in containers", () => {
    expect(saidToContain("2 containers said to contain 64 REELS")).toBe("64");
    expect(saidToContain("1X40'HQ S.T.C.: 702 CTNS")).toBe("702");
    expect(FORMS.packages?.accept("18 Crate( s) of")).toBe("18");
  });
});

describe("a number of a trade paper", () => {
  it("goes on where it was read apart", () => {
    expect(carriedNumber("ABCLKT5 5 812 0")).toBe("ABCLKT558120");
    expect(documentNumber("GSP/DHK/2026/ 118804")).toBe("GSP/DHK/2026/118804");
    expect(documentNumber("KRD202600000187 7")).toBe("KRD2026000001877");
  });

  it("is that of a printed form, which stands alone", () => {
    expect(serialAlone("K 118-207744 ORIGINAL")).toBe("K 118-207744");
    expect(serialAlone("D-76532 Baden-Baden")).toBeNull();
  });

  it("of a postal item may be set wide under its bars", () => {
    expect(FORMS.transport_number?.accept("L X 4 4 7 18 2 2 0 5 J P")).toBe("LX447182205JP");
  });

  it("stands under the title at a bare word for it", () => {
    const read = valuesOf(
      page([
        [[0.4, "FACTURE COMMERCIALE"]],
        [[0.4, "No: FC-2026/0188"]],
        [[0.06, "Vendeur: Papeterie Vauban SARL"]],
        [[0.06, "Acheteur: Kontorhaus Ebert GmbH"]],
      ]),
    );
    expect(read).toMatchObject({ invoice_number: "FC-2026/0188" });
  });

  it("has the letter of its series before it, which may stand apart", () => {
    const read = valuesOf(
      page([
        [[0.35, "MOVEMENT CERTIFICATE"]],
        [
          [0.06, "1. Exporter"],
          [0.5, "EUR.1 No"],
          [0.6, "A"],
          [0.63, "0448217"],
        ],
        [[0.06, "Adriatic Pumps d.o.o."]],
      ]),
    );
    expect(read).toMatchObject({ type: "certificate_of_origin", certificate_number: "A 0448217" });
  });
});

describe("a name or place of a trade paper", () => {
  it("is none of the words with which a form tells what to write", () => {
    expect(party("Insert Name Address and Phone/Fax")).toBeNull();
    expect(party("BE TRUE AND")).toBeNull();
    expect(party("This Sea Waybill")).toBeNull();
  });

  it("stands without the word for its port, its border post or what carries the goods", () => {
    expect(place("COLOMBO SEA PORT")).toBe("COLOMBO");
    expect(place("Rotterdam, NLRTM1")).toBe("Rotterdam");
    expect(place("AARHUS, DENMARK BY SEA")).toBe("AARHUS, DENMARK");
  });

  it("does not go on with what stands behind another label", () => {
    const read = valuesOf(
      page([
        [[0.4, "COMMERCIAL INVOICE"]],
        [[0.06, "起运地 From: ZHONGCHENG, CHINA"]],
        [[0.06, "目的地 To: MANZANILLO, MEXICO"]],
      ]),
    );
    expect(read).toMatchObject({ port_of_loading: "ZHONGCHENG, CHINA", port_of_discharge: "MANZANILLO, MEXICO" });
  });
});

describe("the date of a certificate", () => {
  it("is the latest of those that stand equally well", () => {
    const read = valuesOf(
      page([
        [[0.35, "PHYTOSANITARY CERTIFICATE"]],
        [[0.06, "Date: 15/11/2026"]],
        [[0.06, "Treatment: NIL"]],
        null,
        [[0.06, "Place of issue: NASHIK"]],
        [[0.06, "Date: 17/11/2026"]],
      ]),
    );
    expect(read).toMatchObject({ type: "health_certificate", date: "2026-11-17" });
  });

  it("is that of the authority, which signs after the exporter", () => {
    const read = valuesOf(
      page([
        [[0.35, "CERTIFICATE OF ORIGIN"]],
        [[0.06, "10. Number and date of invoices"]],
        [[0.06, "PKC/77 DT. 01.09.2026"]],
        null,
        [
          [0.06, "DHAKA , 19.09.2026"],
          [0.55, "NARAYANGANJ, 17.09.2026"],
        ],
      ]),
    );
    expect(read).toMatchObject({ type: "certificate_of_origin", date: "2026-09-19" });
  });
});

describe("the cargo of a bill of lading", () => {
  it("may begin beside the second line of a heading, and the day of shipment is no weight", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [
          [0.06, "Marks & Nos."],
          [0.28, "No. of Packages"],
          [0.45, "Description of Goods"],
          [0.75, "Gross Weight"],
        ],
        [
          [0.06, "Container / Seal No."],
          [0.28, "1146 CARTONS"],
          [0.45, "DOOR LOCKS"],
          [0.75, "17952.400KGS"],
        ],
        [
          [0.06, "N/M"],
          [0.45, "SHIPPED ON BOARD"],
          [0.75, "27.08.2026"],
        ],
      ]),
    );
    expect(read).toMatchObject({ packages: "1146", gross_weight_kg: "17952.400" });
  });
});

describe("a packing list", () => {
  it("adds up its cartons in words of its own", () => {
    const read = valuesOf(
      page([
        [[0.4, "Packliste"]],
        [
          [0.06, "Pos"],
          [0.15, "Bezeichnung"],
          [0.5, "Menge"],
          [0.65, "Netto kg"],
          [0.85, "Brutto kg"],
        ],
        [
          [0.06, "10"],
          [0.15, "Fahrradsattel schwarz"],
          [0.5, "120"],
          [0.65, "57,60"],
          [0.85, "64,10"],
        ],
        [
          [0.06, "20"],
          [0.15, "Sattelrohr blau"],
          [0.5, "120"],
          [0.65, "37,20"],
          [0.85, "41,10"],
        ],
        [
          [0.5, "Summe Kartons"],
          [0.86, "45"],
        ],
        [
          [0.5, "Bruttogewicht gesamt"],
          [0.85, "105,20 KG"],
        ],
      ]),
    );
    expect(read).toMatchObject({ type: "packing_list", packages: "45", gross_weight_kg: "105.20" });
  });
});

describe("where goods were made", () => {
  it.each([
    ["MADE IN CHINA", "CN"],
    ["Product of Vietnam.", "VN"],
    ["products of Italy, packed in cartons", "IT"],
    ["Made in Germany (EU)", "DE"],
    ["Payment in advance. Made in China", "CN"],
    ["NOT MADE IN CHINA", null],
    ["Payment to be made in Turkey", null],
    ["Payments made in China", null],
    ["Payment is made in Japan", null],
    ["products of India Mills Ltd", null],
  ])("%s", (text, country) => {
    expect(FORMS.country_of_origin?.accept(text)).toBe(country);
  });
});
