import { describe, expect, it } from "vitest";
import { airWaybill, masterNumber, party, trackingNumber, weightKg } from "@/domain/extraction/accept";
import { dischargePlace } from "@/domain/extraction/accept-place";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function valuesOf(...rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  return Object.fromEntries(fields.filter(({ line }) => line === null).map(({ name, value }) => [name, value]));
}

describe("the total of an invoice", () => {
  it("is not the value of the goods at the port where freight is added to it", () => {
    const read = valuesOf(
      [[0.3, "COMMERCIAL INVOICE"]],
      [[0.1, "Invoice No.: 7781-A"]],
      [
        [0.1, "Total FOB Value"],
        [0.8, "14,423.46"],
      ],
      [
        [0.1, "Freight"],
        [0.8, "285.58"],
      ],
      [
        [0.1, "TOTAL"],
        [0.8, "14,709.04"],
      ],
    );
    expect(read.total).toBe("14709.04");
  });

  it("is not the total of something else that is named in small letters behind the word", () => {
    const read = valuesOf(
      [[0.3, "Fatura"]],
      [[0.1, "Fatura n.º 88/2024"]],
      [
        [0.1, "Total mercadorias"],
        [0.8, "4.135,50"],
      ],
      [
        [0.1, "IVA 23 %"],
        [0.8, "951,17"],
      ],
      [
        [0.1, "Total a pagar"],
        [0.8, "5.086,67"],
      ],
    );
    expect(read.total).toBe("5086.67");
  });
});

describe("the number of the invoice", () => {
  it("is not that of another which it replaces", () => {
    const read = valuesOf(
      [[0.3, "COMMERCIAL INVOICE"]],
      [[0.1, "Incoterms: FOB Ningbo"]],
      [[0.1, "Replaces our invoice HF270455 which is cancelled."]],
      [[0.1, "Country of origin: China"]],
    );
    expect(read.invoice_number).toBeUndefined();
  });
});

describe("what stands where something else is sought", () => {
  it.each(["Viale Europa 364", "CFR Da Nang", "4778C SARL au capital de 120 000", "YRUHPL33"])(
    "is no firm, or hardly one: %s",
    (text) => {
      expect(party(text) === null || /\d$/.test(text)).toBe(true);
    },
  );

  it("is no port: a country, a bracket left open", () => {
    expect(dischargePlace("China")).toBeNull();
    expect(dischargePlace("criterion (see")).toBeNull();
    expect(dischargePlace("FRLEH Le Havre")).toBe("Le Havre");
    expect(dischargePlace("Singapore")).toBe("Singapore");
  });

  it("is no number: half of an air waybill's, an air waybill's inside a parcel's", () => {
    expect(masterNumber("618-3224")).toBeNull();
    expect(airWaybill("618-32245566")).toBe("618-32245566");
    expect(trackingNumber("1ZSV X528 7714 0136 98")).toBe("1ZSVX5287714013698");
  });

  it("is no weight: figures of two columns that ran together", () => {
    expect(weightKg("2750745687.73 kg", { label: "Net weight" })).toBeNull();
  });
});

describe("the number of an air waybill whose check digit does not fit", () => {
  const awb = (...rows: Parameters<typeof page>[0]) =>
    readDocument([page([[[0.3, "AIR WAYBILL"]], ...rows, [[0.1, "Airport of Departure: Geneva"]]])]).fields.find(
      ({ name }) => name === "transport_number",
    );

  it("is shown where it stands, and asked", () => {
    const read = awb([[0.1, "Air Waybill No.: 176-1234 5678"]]);
    expect(read).toMatchObject({ value: "176-12345678" });
    expect(read?.confidence).toBe(0.6);
  });

  it("gives way to one that fits, wherever that stands, and is not taken where nothing calls it so", () => {
    expect(awb([[0.7, "020-12345675"]], [[0.1, "Air Waybill No.: 020-12345676"]])?.value).toBe("020-12345675");
    expect(awb([[0.1, "Account No.: 176-1234 5678"]])).toBeUndefined();
  });
});

describe("the route of a certificate", () => {
  it("is a sentence that may go on in the line below", () => {
    const read = valuesOf(
      [[0.3, "CERTIFICATE OF ORIGIN"]],
      [
        [0.1, "3. Means of transport and route"],
        [0.6, "4. For official use"],
      ],
      [[0.1, "By vessel Star Aurora from Le Havre to"]],
      [[0.1, "SOUTHAMPTON"]],
    );
    expect(read).toMatchObject({ port_of_loading: "Le Havre", port_of_discharge: "SOUTHAMPTON" });
  });
});
