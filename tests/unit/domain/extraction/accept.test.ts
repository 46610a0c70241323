import { describe, expect, it } from "vitest";
import { firm, isLegalForm, party } from "@/domain/extraction/accept";
import { datedText, sureOfOrder } from "@/domain/extraction/accept-date";
import { looksLikePlace, place } from "@/domain/extraction/accept-place";

describe("a legal form that stands alone", () => {
  it.each([
    "S.r.l.",
    "S.p.A.",
    "GmbH",
    "GmbH & Co. KG",
    "Co., Ltd.",
    "Pvt. Ltd.",
    "S.A. de C.V.",
    "K.K.",
    "B.V.",
    "LLC",
  ])("is known: %s", (text) => {
    expect(isLegalForm(text)).toBe(true);
  });

  it.each(["Milano", "Company House", "Ltd. 120 Yan'an Road", "Cargo Terminal 2", "", "-", "As of today"])(
    "is not seen where there is more, or less: %j",
    (text) => {
      expect(isLegalForm(text)).toBe(false);
    },
  );
});

it("a firm is known by its legal form", () => {
  expect(firm("Officina Luce S.r.l.")).toBe("Officina Luce S.r.l.");
  expect(firm("Via Tortona 31")).toBeNull();
});

it.each(["NIL", "N.V.D.", "NCV", "N/A", "n.a.", "None", "AS AGREED", "TBA"])(
  "%s declares that there is nothing",
  (text) => {
    expect([place(text), party(text)]).toEqual([null, null]);
  },
);

it.each(["Nilphamari", "Nanterre", "NAGOYA", "Nonesuch"])("%s is a place all the same", (text) => {
  expect(place(text)).toBe(text);
});

describe("a date that an engine did not read cleanly", () => {
  it.each([
    ["1 6 / 0 8 / 1 8", "2018-08-16"],
    ["17- 1 1- 2018 9:15:12", "2018-11-17"],
    ["11- 0ct- 23", "2023-10-11"],
    ["XIAMEN, 0CT.06,2025", "2025-10-06"],
    ["N0V 3, 2024", "2024-11-03"],
    ["2023\u25a109\u25a109", "2023-09-09"],
  ])("is read, and asked: %j", (text, date) => {
    expect(datedText(text)).toBe(date);
    expect(sureOfOrder(date, text)).toBeLessThan(0.9);
  });

  it.each(["10 / 20 boxes", "0ctane 95", "4 2 - 1", "Line 0 2023"])("is not made of what is none: %j", (text) => {
    expect(datedText(text)).toBeNull();
  });
});

describe("a port that an engine read in pieces", () => {
  it.each([
    ["SHANGHA I, CH I NA", "Shanghai"],
    ["NHAVA SHEVA, IND 1A", "Nhava Sheva"],
    ["NHAVA SHEVA, INDIA 1", "Nhava Sheva"],
  ])("is known, and asked where no part of it is whole: %j", (text, name) => {
    expect(place(text)).toBe(name);
    // A name that stands there whole is known as it is.
    expect(looksLikePlace(name, text) < 0.9).toBe(!text.toUpperCase().includes(name.toUpperCase()));
  });

  it.each(["Hall 4, Lagoon Street 7", "Londonderry A, Ireland"])("is not made of another place: %j", (text) => {
    expect(["Lagos", "London"]).not.toContain(place(text));
  });
});
