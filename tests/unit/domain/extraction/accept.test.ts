import { describe, expect, it } from "vitest";
import { firm, isLegalForm, party, place } from "@/domain/extraction/accept";

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
