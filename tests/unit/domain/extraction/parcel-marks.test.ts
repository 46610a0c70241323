import { describe, expect, it } from "vitest";
import { looksLikeNumber } from "@/domain/extraction/accept";
import { place } from "@/domain/extraction/accept-place";
import { airportAlone, looksLikeCount, piecesAlone, routeCode } from "@/domain/extraction/parcel-marks";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function valuesOf(...rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  return Object.fromEntries(fields.filter(({ line }) => line === null).map(({ name, value }) => [name, value]));
}

describe("what the label of a parcel is marked with", () => {
  it("is a route of country, airport and gate", () => {
    expect(routeCode("TR-IST-MIX")).toBe("IST");
    expect(routeCode("AB-1234")).toBeNull();
    expect(routeCode("QX-ABC-DEF")).toBeNull();
  });

  it("is a known airport by itself", () => {
    expect(airportAlone("DXB")).toBe("DXB");
    expect(airportAlone("USD")).toBeNull();
  });

  it("is a count with its word", () => {
    expect(piecesAlone("6 PCS")).toBe("6");
    expect(piecesAlone("Hand tool kit, 46 pcs")).toBeNull();
  });
});

describe("a count of packages", () => {
  it("is no address and no town with its code", () => {
    expect(looksLikeCount("71", "71 Sukhumvit Soi 39, Bangkok 10110")).toBeLessThan(0.5);
    expect(looksLikeCount("2001", "JOHANNESBURG 2001")).toBeLessThan(0.5);
    expect(looksLikeCount("5", "5 wooden cases")).toBe(1);
    expect(looksLikeCount("5", "5")).toBe(1);
  });
});

describe("the label of a parcel", () => {
  it("names the airports it goes between in its own ways", () => {
    const read = valuesOf(
      [[0.1, "EXPRESS WORLDWIDE"]],
      [
        [0.1, "From:"],
        [0.6, "ORG ADB"],
      ],
      [[0.1, "Halcyon Tekstil A.S."]],
      [[0.1, "To:"]],
      [[0.1, "Weidmann Textiles Limited"]],
      [[0.4, "GB-EMA-HRH"]],
      [
        [0.1, "Pieces :"],
        [0.3, "6 PCS"],
      ],
      [[0.1, "Tracking No. 4432759712"]],
    );
    expect(read).toMatchObject({ port_of_loading: "ADB", port_of_discharge: "EMA", packages: "6" });
  });
});

describe("the number of a certificate", () => {
  it.each([["VHC 441289"], ["RC23-1867499"]])("may begin with letters behind a short word for it: %s", (number) => {
    const read = valuesOf(
      [
        [0.2, "PHYTOSANITARY CERTIFICATE"],
        [0.7, `No. ${number}`],
      ],
      [[0.1, "Place of origin"]],
      [[0.1, "China"]],
    );
    expect(read.certificate_number).toBe(number);
  });
});

it("is the number of a paper though the word for the copy stands behind it", () => {
  expect(looksLikeNumber("MG2541954243", "MG2541954243 ORIGINAL")).toBe(1);
  expect(looksLikeNumber("1012", "1012 Amsterdam Noord")).toBeLessThan(0.7);
});

describe("the name of a port", () => {
  const routed = (first: string, second: string) =>
    valuesOf(
      [[0.2, "CERTIFICATE OF ORIGIN"]],
      [[0.1, "3. Means of transport and route"]],
      [[0.1, first]],
      [[0.1, second]],
    );

  it("may begin with the word itself", () => {
    expect(place("Port Klang (MYPKG)")).toBe("Port Klang");
    expect(place("Port agent")).toBeNull();
  });

  it("goes on with its 'Port'", () => {
    expect(routed("By vessel CORAL BAY from Ningbo to KHALIFA", "PORT").port_of_discharge).toBe("KHALIFA PORT");
  });

  it("goes on behind its hyphen, by whatever sign the PDF wrote it", () => {
    expect(routed("By vessel STAR from Dalian to FOS-SUR\u0002", "MER").port_of_discharge).toBe("FOS-SUR-MER");
  });
});
