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

let papers = 0;
const settled = (value: string | null, more: Partial<Settled> = {}): Settled => ({
  paper: `paper ${papers++}`,
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

  const termOf = (paper: PageText, layouts: readonly Layout[] = []) =>
    readDocument([paper], layouts).fields.find((field) => field.name === "incoterm");

  it("asks about what a person once said is not on the paper, and leaves it out when they said so of another", () => {
    const read = termOf(invoice("A-77120"));
    expect(read?.value).toBe("FOB");
    const absent = (paper?: string) =>
      settled(null, {
        name: "incoterm",
        seenAt: read ? { page: 1, box: read.box } : null,
        ...(paper ? { paper } : {}),
      });
    const once = taught([], invoice("A-77120"), absent("first"));
    expect(termOf(invoice("B-90011"), once)?.confidence).toBeLessThan(0.9);
    const again = taught(once, invoice("A-77120"), absent("first"));
    expect(termOf(invoice("B-90011"), again)).toBeDefined();
    expect(termOf(invoice("C-40021"), taught(once, invoice("B-90011"), absent()))).toBeUndefined();
  });

  it("never leaves out a figure unseen", () => {
    const totalOf = (paper: PageText, layouts: readonly Layout[] = []) =>
      readDocument([paper], layouts).fields.find((field) => field.name === "total");
    const read = totalOf(invoice("A-77120"));
    const absent = () => settled(null, { name: "total", seenAt: read ? { page: 1, box: read.box } : null });
    const often = ["A-77120", "B-90011", "C-40021"].reduce<readonly Layout[]>(
      (layouts, number) => taught(layouts, invoice(number), absent()),
      [],
    );
    expect(read?.confidence).toBeGreaterThanOrEqual(0.9);
    const total = totalOf(invoice("D-11111"), often);
    expect(total).toMatchObject({ value: "1200.00" });
    expect(total?.confidence).toBeLessThan(0.9);
  });

  it("counts a paper once, however often it is settled", () => {
    const same = { paper: "one and the same" };
    const twice = taught(
      taught([], invoice("A-77120"), settled("A-77120", same)),
      invoice("A-77120"),
      settled("A-77120", { ...same, isCorrection: false }),
    );
    expect(numberOf(invoice("B-90011"), twice)?.confidence).toBeLessThan(0.9);
  });

  it("makes no label of a text that is too long to be one", () => {
    const long = `${"Bitte beachten Sie unsere Bedingungen ".repeat(12).trim()}:`;
    const paper = page([
      [
        [0.1, long],
        [0.8, "A-77120"],
      ],
      [
        [0.1, "Invoice date:"],
        [0.3, "12 March 2026"],
      ],
      [
        [0.1, "Buyer:"],
        [0.3, "Harbour Imports Ltd"],
      ],
      [
        [0.1, "Total amount:"],
        [0.3, "EUR 1,200.00"],
      ],
      [
        [0.1, "Country of origin:"],
        [0.3, "Germany"],
      ],
    ]);
    const labels = taught([], paper, settled("A-77120")).flatMap(({ lessons }) =>
      lessons.flatMap(({ anchor }) => anchor.label ?? []),
    );
    expect(labels.every((label) => label.length <= 48)).toBe(true);
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

describe("what is learned of a column", () => {
  const packing = (rows: readonly (readonly [string, string, string, string])[], unit = "Stk") =>
    page([
      [[0.1, "Ostara Tools GmbH"]],
      [[0.4, "PACKING LIST"]],
      [
        [0.1, "Buyer:"],
        [0.3, "Harbour Imports Ltd"],
      ],
      [
        [0.1, "Date:"],
        [0.3, "12 March 2026"],
      ],
      [
        [0.1, "Country of origin:"],
        [0.3, "Germany"],
      ],
      [
        [0.1, "Invoice no:"],
        [0.3, "OT-4401"],
      ],
      [
        [0.1, "Kolli"],
        [0.25, "Description"],
        [0.55, unit],
        [0.75, "Net weight"],
      ],
      ...rows.map(
        ([carton, name, count, weight]) =>
          [
            [0.1, carton],
            [0.25, name],
            [0.55, count],
            [0.75, weight],
          ] as [number, string][],
      ),
    ]);
  const teach = (layouts: readonly Layout[], paper: PageText, value: string) => {
    const one: Settled = { ...settled(value), name: "quantity", line: 0 };
    const learned = learn(layouts, "packing_list", [paper], [one]);
    return learned ? [learned.after, ...layouts.filter((each) => each !== learned.before)] : layouts;
  };
  const quantities = (paper: PageText, layouts: readonly Layout[]) =>
    readDocument([paper], layouts).fields.filter((field) => field.name === "quantity");

  it("is asked while one paper taught it, and dies when the value turns out to stand under another heading", () => {
    const first = packing([["11", "Torque wrench", "4", "2.50"]], "Haufen");
    const wrong = teach([], first, "11");
    const second = packing([["21", "Torque wrench", "5", "2.50"]], "Haufen");
    for (const { confidence, method } of quantities(second, wrong)) {
      expect(confidence).toBeLessThan(0.9);
      expect(method).toBe("learned");
    }
    const righted = teach(wrong, second, "5");
    const third = packing([["31", "Torque wrench", "6", "2.50"]], "Haufen");
    expect(quantities(third, righted).map(({ value }) => value)).not.toContain("31");
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
