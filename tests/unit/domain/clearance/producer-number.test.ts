import { describe, expect, it } from "vitest";
import { parseProducerNumber, producerNumbers } from "@/domain/clearance/producer-number";
import { alpha2Of } from "@/domain/shared/alpha-3";

const FRENCH = "CFRA18042026010001";
const ITALIAN = "CITA22052025120007";

describe("the registration number of an overseas producer", () => {
  it("is C, the country's three letters and digits, and names the country", () => {
    expect(parseProducerNumber(FRENCH)).toEqual({ number: FRENCH, country: "FR" });
    expect(parseProducerNumber(" cnzl01032112130001 ")).toEqual({ number: "CNZL01032112130001", country: "NZ" });
  });

  it.each([
    ["a number of another authority", "GACC 2026/123"],
    ["no letter C", "FRA18042026010001"],
    ["a country that there is not", "CXXX18042026010001"],
    ["two letters for the country", "CFR18042026010001"],
    ["letters among the digits", "CFRA1804202601000A"],
    ["hardly a digit", "CFRA1804"],
    ["nothing", ""],
  ])("is none with %s", (_what, text) => {
    expect(parseProducerNumber(text)).toBeNull();
  });

  it("fits goods when every number is of an origin and every origin has one", () => {
    expect(producerNumbers(FRENCH, ["FR"]).ok).toBe(true);
    expect(producerNumbers(`${FRENCH}  ${ITALIAN}`, ["FR", "IT"]).ok).toBe(true);
    expect(producerNumbers(`${FRENCH} CFRA18042026010002`, ["FR"]).ok).toBe(true);
  });

  it.each([
    ["a number of no origin of the goods", ITALIAN, ["FR"], "producer_number_country"],
    ["a number besides that of the origin", `${FRENCH} ${ITALIAN}`, ["FR"], "producer_number_country"],
    ["an origin without a number", FRENCH, ["FR", "IT"], "producer_number_country"],
    ["a number that is none beside one that is", `${FRENCH} 2026`, ["FR"], "producer_number_form"],
    ["no number", "", ["FR"], "producer_number_form"],
  ])("is refused for %s", (_what, text, origins, fault) => {
    expect(producerNumbers(text, origins)).toEqual({ ok: false, error: fault });
  });
});

describe("the country codes of three letters", () => {
  it("lead to those of two letters, and nothing else does", () => {
    expect(["FRA", "CHN", "HKG", "USA", "GBR", "DEU", "AUT", "AUS"].map(alpha2Of)).toEqual(
      ["FR", "CN", "HK", "US", "GB", "DE", "AT", "AU"], // easily taken for each other
    );
    expect(["", "fra", "FR", "XXX"].map(alpha2Of)).toEqual([null, null, null, null]);
  });
});
