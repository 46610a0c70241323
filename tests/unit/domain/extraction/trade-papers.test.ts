import { describe, expect, it } from "vitest";
import { page, valuesOf } from "./pages";

describe("a paper of foreign trade in another language", () => {
  it("is a Turkish pro forma invoice", () => {
    const read = valuesOf(
      page([
        [[0.4, "PROFORMA FATURA"]],
        null,
        [
          [0.06, "ALICI: Elbhandel Trockenfrucht GmbH"],
          [0.6, "Fatura No: PF-2026/0412"],
        ],
        [[0.6, "Tarih: 22/10/2026"]],
        null,
        [
          [0.06, "Sıra"],
          [0.12, "Malın cinsi"],
          [0.45, "GTİP"],
          [0.6, "Miktar"],
          [0.72, "Birim Fiyat"],
          [0.88, "Tutar"],
        ],
        [
          [0.06, "1"],
          [0.12, "Kuru incir"],
          [0.45, "08042090"],
          [0.6, "2.500"],
          [0.72, "5,62"],
          [0.88, "14.050,00"],
        ],
        [
          [0.7, "GENEL TOPLAM"],
          [0.88, "14.050,00"],
        ],
        null,
        [[0.06, "Yükleme limanı: Mersin"]],
        [[0.06, "Varış limanı: Hamburg"]],
        [[0.06, "Menşe: Türkiye"]],
        [[0.06, "Net ağırlık: 2.500,00 kg"]],
        [[0.06, "Brüt ağırlık: 2.710,50 kg"]],
      ]),
    );
    expect(read).toMatchObject({
      type: "pro_forma_invoice",
      invoice_number: "PF-2026/0412",
      date: "2026-10-22",
      buyer: "Elbhandel Trockenfrucht GmbH",
      port_of_loading: "Mersin",
      port_of_discharge: "Hamburg",
      country_of_origin: "TR",
      net_weight_kg: "2500.00",
      gross_weight_kg: "2710.50",
      "0.description": "Kuru incir",
      "0.hs_code": "08042090",
    });
  });

  it("is a Polish packing list", () => {
    const read = valuesOf(
      page([
        [[0.4, "LISTA PAKOWA"]],
        null,
        [
          [0.06, "Nazwa towaru"],
          [0.4, "Ilość"],
          [0.55, "Ilość kartonów"],
          [0.72, "Waga netto"],
          [0.86, "Waga brutto"],
        ],
        [
          [0.06, "Krzesło sosnowe"],
          [0.4, "120"],
          [0.55, "60"],
          [0.72, "540,00"],
          [0.86, "612,50"],
        ],
        [
          [0.06, "Stół sosnowy"],
          [0.4, "20"],
          [0.55, "20"],
          [0.72, "310,00"],
          [0.86, "340,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({
      type: "packing_list",
      "0.packages": "60",
      "0.net_weight_kg": "540.00",
      "1.gross_weight_kg": "340.00",
    });
  });

  it("is a Chilean phytosanitary certificate in two languages", () => {
    const read = valuesOf(
      page([
        [[0.34, "CERTIFICADO FITOSANITARIO"]],
        null,
        [[0.06, "Nombre y dirección del exportador / Name and address of exporter"]],
        [[0.06, "AGRÍCOLA LOS MAITENES LTDA."]],
        null,
        [[0.06, "Nombre y dirección declarados del destinatario"]],
        [[0.06, "Obsthandel Kleefeld GmbH"]],
        null,
        [[0.06, "Número y descripción de los bultos / Number and description of packages"]],
        [[0.06, "4.800 CAJAS / BOXES"]],
        null,
        [[0.06, "Lugar de origen / Place of origin"]],
        [[0.06, "CHILE"]],
        null,
        [[0.06, "Punto de entrada declarado / Declared point of entry"]],
        [[0.06, "ROTTERDAM"]],
      ]),
    );
    expect(read).toMatchObject({
      type: "health_certificate",
      shipper: "AGRÍCOLA LOS MAITENES LTDA.",
      consignee: "Obsthandel Kleefeld GmbH",
      packages: "4800",
      country_of_origin: "CL",
      port_of_discharge: "ROTTERDAM",
    });
  });
});

describe("a postal declaration", () => {
  it("states how many and what in one column", () => {
    const read = valuesOf(
      page([
        [
          [0.1, "CUSTOMS DECLARATION"],
          [0.8, "CN 22"],
        ],
        null,
        [
          [0.1, "Quantity and detailed description of contents"],
          [0.55, "Weight"],
          [0.66, "Value"],
          [0.78, "HS tariff number"],
        ],
        [
          [0.1, "2 Ceramic tea cup"],
          [0.55, "0.46"],
          [0.66, "52.00"],
          [0.78, "691200"],
        ],
        [
          [0.1, "3 x Brush"],
          [0.55, "0.08"],
          [0.66, "22.00"],
          [0.78, "960330"],
        ],
      ]),
    );
    expect(read).toMatchObject({
      type: "postal_declaration",
      "0.quantity": "2",
      "0.description": "Ceramic tea cup",
      "1.quantity": "3",
      "1.description": "Brush",
    });
  });
});

describe("the boxes at the foot of an invoice", () => {
  it("are no table of goods, though they state packages and weights", () => {
    const read = valuesOf(
      page([
        [[0.4, "RECHNUNG"]],
        [
          [0.06, "Bezeichnung"],
          [0.6, "Menge"],
          [0.75, "Preis"],
          [0.9, "XP"],
        ],
        [
          [0.06, "Glasflasche 750 ml"],
          [0.6, "30"],
          [0.75, "9,63"],
          [0.9, "288,90"],
        ],
        null,
        null,
        null,
        [
          [0.06, "Anzahl"],
          [0.16, "Packstücke"],
          [0.4, "Gewicht brutto"],
          [0.68, "Nettogewicht"],
        ],
        [
          [0.06, "169 DRUMS"],
          [0.4, "5.753,35 KG"],
          [0.68, "5.139,90 KG"],
        ],
      ]),
    );
    expect(read).toMatchObject({ "0.description": "Glasflasche 750 ml", "0.quantity": "30", packages: "169" });
  });
});
