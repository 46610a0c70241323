import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layout, Settled } from "@/domain/extraction/learned/layout-lesson";
import { isAlive, weightOf } from "@/domain/extraction/learned/layout-lesson";
import { learn } from "@/domain/extraction/learned/learn";
import { readDocument } from "@/domain/extraction/read-document";
import type { PageText } from "@/domain/extraction/words";
import { page } from "../pages";

/** An invoice of one sender, who calls its number by a word that no lexicon has. */
function invoice(number: string, { seller = "Ostara Tools GmbH", other = "K-1" } = {}): PageText {
  return page([
    [[0.1, seller]],
    null,
    [[0.4, "COMMERCIAL INVOICE"]],
    null,
    [
      [0.1, "Buyer:"],
      [0.3, "Harbour Imports Ltd"],
    ],
    [
      [0.1, "Invoice date:"],
      [0.3, "12 March 2026"],
    ],
    [
      [0.1, "Vorgangszeichen"],
      [0.3, number],
    ],
    [
      [0.1, "Kundenkennung"],
      [0.3, other],
    ],
    [
      [0.1, "Terms of delivery:"],
      [0.3, "FOB Hamburg"],
    ],
    [
      [0.1, "Country of origin:"],
      [0.3, "Germany"],
    ],
    [
      [0.1, "Total amount:"],
      [0.3, "EUR 1,200.00"],
    ],
  ]);
}

const settled = (value: string | null, more: Partial<Settled> = {}): Settled => ({
  name: "invoice_number",
  line: null,
  value,
  isCorrection: true,
  seenAt: null,
  ...more,
});

function taught(layouts: readonly Layout[], paper: PageText, ...values: Settled[]): readonly Layout[] {
  const learned = learn(layouts, "commercial_invoice", [paper], values);
  if (!learned) throw new Error("The paper bears too few fixed words");
  return [learned.after, ...layouts.filter((each) => each !== learned.before)];
}

const numberOf = (paper: PageText, layouts: readonly Layout[] = []) =>
  readDocument([paper], layouts).fields.find((field) => field.name === "invoice_number");

describe("what is learned of a layout", () => {
  it("finds the next paper's value at the label beside which a person found the last one's", () => {
    expect(numberOf(invoice("A-77120"))?.value).not.toBe("A-77120");
    const layouts = taught([], invoice("A-77120"), settled("A-77120"));
    expect(numberOf(invoice("B-90011"), layouts)).toMatchObject({
      value: "B-90011",
      raw: "B-90011",
      method: "learned",
    });
  });

  it("asks about what was taught once, and no more when it was borne out", () => {
    const once = taught([], invoice("A-77120"), settled("A-77120"));
    expect(numberOf(invoice("B-90011"), once)?.confidence).toBeLessThan(0.9);
    const often = taught(
      taught(once, invoice("B-90011"), settled("B-90011", { isCorrection: false })),
      invoice("C-40021"),
      settled("C-40021", { isCorrection: false }),
    );
    expect(numberOf(invoice("D-11111"), often)?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it("keeps to the acceptors: what is no number of a paper is none at a learned place either", () => {
    const layouts = taught([], invoice("A-77120"), settled("A-77120"));
    expect(numberOf(invoice("pending"), layouts)?.value).not.toBe("pending");
  });

  it("forgets a lesson that is contradicted before it was borne out", () => {
    const wrong = taught([], invoice("A-77120", { other: "K-55501" }), settled("K-55501"));
    expect(numberOf(invoice("B-90011", { other: "K-55502" }), wrong)?.value).toBe("K-55502");
    const righted = taught(wrong, invoice("B-90011", { other: "K-55502" }), settled("B-90011"));
    expect(numberOf(invoice("C-40021", { other: "K-55503" }), righted)?.value).toBe("C-40021");
  });

  it("does not show again what a person said is not on the paper", () => {
    const read = readDocument([invoice("A-77120")]).fields.find((field) => field.name === "incoterm");
    expect(read?.value).toBe("FOB");
    const layouts = taught(
      [],
      invoice("A-77120"),
      settled(null, { name: "incoterm", seenAt: read ? { page: 1, box: read.box } : null }),
    );
    expect(readDocument([invoice("B-90011")], layouts).fields.some((field) => field.name === "incoterm")).toBe(false);
  });

  it("leaves papers of another layout as they are", () => {
    const layouts = taught([], invoice("A-77120"), settled("A-77120"));
    const other = page([
      [[0.4, "PACKING LIST"]],
      [[0.7, "Packing list no.: P-1"]],
      [[0.7, "Gross weight: 12 kg"]],
      [[0.7, "Net weight: 10 kg"]],
      [[0.7, "Consignee: Harbour Imports Ltd"]],
    ]);
    expect(readDocument([other], layouts)).toEqual(readDocument([other]));
  });

  it("learns nothing of a paper without fixed words", () => {
    expect(learn([], "commercial_invoice", [page([[[0.1, "A-77120"]]])], [settled("A-77120")])).toBeNull();
  });

  it("keeps no value of the paper but its sender's name", () => {
    const seller = settled("Ostara Tools GmbH", { name: "seller" });
    const kept = JSON.stringify(taught([], invoice("A-77120"), settled("A-77120"), seller));
    expect(kept).toContain("Ostara Tools GmbH");
    expect(kept).not.toMatch(/A-77120|a77120|1,?200|Harbour/i);
  });
});

describe("the weight of a lesson", () => {
  const counts = fc.record({ confirmations: fc.nat(50), contradictions: fc.nat(50) });

  it("lies between nothing and certainty, grows with what bears it out and falls with what contradicts it", () => {
    fc.assert(
      fc.property(counts, (lesson) => {
        const { confirmations, contradictions } = lesson;
        const weight = weightOf(lesson);
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThanOrEqual(1);
        expect(weightOf({ confirmations: confirmations + 1, contradictions })).toBeGreaterThanOrEqual(weight);
        expect(weightOf({ confirmations, contradictions: contradictions + 1 })).toBeLessThanOrEqual(weight);
      }),
    );
  });

  it("ends: whatever was borne out, as many contradictions kill it", () => {
    fc.assert(
      fc.property(fc.nat(50), (confirmations) => {
        expect(isAlive({ confirmations, contradictions: confirmations + 1 })).toBe(false);
      }),
    );
  });

  it("dies on papers that go on contradicting it, whatever the values are", () => {
    const number = fc.stringMatching(/^[B-HJ-NP-Z]-[1-9]\d{5}$/);
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 6, maxLength: 6 }), (values) => {
        const [a = "", b = "", c = "", d = "", e = "", f = ""] = values;
        const wrong = taught([], invoice(a, { other: b }), settled(b));
        const righted = taught(wrong, invoice(c, { other: d }), settled(c));
        expect(numberOf(invoice(e, { other: f }), righted)?.value).toBe(e);
      }),
      { numRuns: 25 },
    );
  });
});
