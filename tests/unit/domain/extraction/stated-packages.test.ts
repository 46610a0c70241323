import { describe, expect, it } from "vitest";
import { segmentsOf } from "@/domain/extraction/layout";
import { PACKAGES } from "@/domain/extraction/package-fields";
import { withoutOrdinals } from "@/domain/extraction/package-ordinals";
import type { Found } from "@/domain/extraction/seek";
import { numberInWords, packagesInWords, saidToContain } from "@/domain/extraction/stated-packages";
import { page, valuesOf } from "./pages";

describe("how many packages a carrier took over", () => {
  it("is what the containers are said to contain, whatever the packages are made of", () => {
    expect(saidToContain("2 CONTAINERS SAID TO CONTAIN 46 WOODEN CRATES")).toBe("46");
    expect(saidToContain("1X40HC S.T.C. 1,288 CARTONS")).toBe("1288");
    expect(saidToContain("SAID TO CONTAIN POLISHED MARBLE")).toBeNull();
  });

  it("may be written out", () => {
    expect(packagesInWords("SIX HUNDRED TWELVE CARTONS ONLY")).toBe("612");
    expect(packagesInWords("SAY: TWO THOUSAND SIX HUNDRED AND FORTY (2,640) BAGS ONLY.")).toBe("2640");
    expect(packagesInWords("TOTAL: EIGHTY-FOUR WOODEN CASES ONLY")).toBe("84");
    expect(packagesInWords("SAY US DOLLARS TWO HUNDRED ONLY")).toBeNull();
    expect(packagesInWords("THREE (3) ORIGINAL BILLS")).toBeNull();
  });

  it("is no day on which the bill was issued", () => {
    const read = valuesOf(
      page([
        [[0.4, "BILL OF LADING"]],
        [[0.06, "SAID TO CONTAIN 64 REELS"]],
        [
          [0.06, "Total number of packages"],
          [0.6, "2026-10-22"],
        ],
      ]),
    );
    expect(read).toMatchObject({ packages: "64" });
  });
});

describe("a number in words", () => {
  it.each([
    ["one", 1],
    ["nineteen", 19],
    ["forty two", 42],
    ["nine hundred ninety-nine", 999],
    ["twelve thousand and three", 12003],
    ["two hundred thousand one hundred", 200100],
  ])("%s", (words, number) => {
    expect(numberInWords(words)).toBe(number);
  });

  it("is none where one of the words is not", () => {
    expect(numberInWords("six hundred sheets")).toBeNull();
    expect(numberInWords("")).toBeNull();
  });
});

describe("what is typed into a form", () => {
  const PITCH = 0.0086;
  const typed = (row: number, at: number, text: string) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      text: word,
      box: { x: at + index * PITCH, y: 0.1 + row * 0.02, width: (word.length - 0.3) * PITCH, height: 0.0075 },
      confidence: 1,
    }));

  it("is one line where its letters stand on one raster, wide as its blanks are", () => {
    const words = [
      ...typed(0, 0.1, "said to contain 64 REELS"),
      ...typed(1, 0.1, "SAN. TIC. A.S. OF"),
      ...typed(2, 0.1, "64    REELS"),
    ];
    const texts = segmentsOf({ number: 1, aspect: 0.7, method: "text_layer", rotation: 0, words }).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(["said to contain 64 REELS", "SAN. TIC. A.S. OF", "64", "REELS"]);
  });
});

describe("an invoice that names the waybill", () => {
  const invoice = (label: string, value: string) =>
    valuesOf(
      page([
        [[0.4, "COMMERCIAL INVOICE"]],
        [
          [0.06, "Invoice No."],
          [0.3, "SI-118204"],
        ],
        [
          [0.06, label],
          [0.3, value],
        ],
      ]),
    );

  it("says its number, and so belongs to its shipment", () => {
    expect(invoice("AWB No.", "020-12345675")).toMatchObject({ transport_number: "020-12345675" });
    expect(invoice("B/L No.", "NLVL8104477")).toMatchObject({ transport_number: "NLVL8104477" });
    expect(invoice("Tracking #", "7712 4401 9835")).toMatchObject({ transport_number: "771244019835" });
  });

  it("numbers its items otherwise", () => {
    expect(invoice("Item No.", "LS-50505")).not.toHaveProperty("transport_number");
  });
});

describe("the number of a parcel of the post", () => {
  it("begins with its two letters, also with those of a postcode", () => {
    const read = valuesOf(
      page([
        [[0.3, "CUSTOMS DECLARATION CN 23"]],
        [[0.06, "No. of item (barcode, if any)"]],
        [[0.06, "CP 6610 4482 3 FR"]],
      ]),
    );
    expect(read).toMatchObject({ transport_number: "CP661044823FR" });
  });
});

describe("what only looks like a number in words", () => {
  it.each([
    "two three",
    "one five zero",
    "twenty thirty",
    "three twenty",
    "hundred two",
    "two thousand three thousand",
  ])("%s", (words) => expect(numberInWords(words)).toBeNull());

  it("says nothing where the figures in brackets are others", () => {
    expect(packagesInWords("SAY: TWELVE (21) CARTONS ONLY")).toBeNull();
    expect(packagesInWords("SAY: TWELVE (12) CARTONS ONLY")).toBe("12");
  });
});

describe("a count of packages", () => {
  it("may stand before what looks like a date", () => {
    expect(PACKAGES.accept("12 MARKED 25 KG BAGS")).toBe("12");
    expect(PACKAGES.accept("2026-10-22")).toBeNull();
    expect(PACKAGES.accept("22 October 2026")).toBeNull();
    const read = valuesOf(page([[[0.4, "PACKING LIST"]], null, [[0.06, "No. of packages: 12 MARKED 25 KG BAGS"]]]));
    expect(read).toMatchObject({ packages: "12" });
    expect(read).not.toHaveProperty("date");
  });

  it("is none where labels number the packages, which begin at one or say so", () => {
    const found = (label: string, ...values: readonly string[]): readonly Found[] =>
      values.map((value, at) => ({
        value,
        raw: value,
        page: at + 1,
        box: { x: 0.1, y: 0.1, width: 0.1, height: 0.01 },
        score: 1,
        sureness: 1,
        label,
        place: "same",
      }));
    const kept = (label: string, ...values: readonly string[]) => withoutOrdinals(found(label, ...values)).length;
    expect(kept("Packages:", "40", "41")).toBe(2);
    expect(kept("Packages:", "1", "2")).toBe(0);
    expect(kept("Kollo", "4", "5")).toBe(0);
    expect(kept("Case No.", "7", "8")).toBe(0);
  });
});
