import { draft, HELD_OUT_EVERY, KINDS, truth } from "@tests/layouts/compose";
import type { Value } from "@tests/layouts/sheet";
import { describe, expect, it } from "vitest";

const COPY = { file: "docs/x.pdf", modality: "pdf_text", pages: 1, skew: 0, rotated: 0 };
const SETS = ["hs_codes", "container_numbers"];
/** Written as names, signs or sentences of many kinds, which the generator's own tables alone know. */
const UNCHECKED = ["country_of_origin", "origin", "currency"];
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<body>/, "")
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

function shows(text: string, field: string, value: Value): boolean {
  if (UNCHECKED.includes(field)) return true;
  const folded = fold(text);
  const digits = text.replace(/\D/g, "");
  if (typeof value === "number") {
    return [0, 1, 2, 3, 4]
      .map((places) => value.toFixed(places))
      .some((each) => Number(each) === value && digits.includes(each.replace(/\D/g, "")));
  }
  if (typeof value !== "string") {
    return SETS.includes(field)
      ? value.every((each) => folded.includes(fold(each)))
      : value.some((each) => folded.includes(fold(each)));
  }
  if (field !== "date") return folded.includes(fold(value));
  const [year = "", month = "", day = ""] = value.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  const numbers = [year + month + day, day + month + year, month + day + year, day + month + year.slice(2)];
  const named = [day + name, name + day, name + Number(day)].some((each) => folded.includes(each));
  const spoken = new RegExp(`(?<!\\d)0?${Number(day)}(?!\\d)`).test(text) && text.includes(year);
  return numbers.some((each) => digits.includes(each)) || named || spoken;
}

describe("papers of random layouts", () => {
  it("are the same for the same seed", () => {
    for (let at = 0; at < 40; at++) expect(draft(5, at, "train", []).html).toBe(draft(5, at, "train", []).html);
    expect(draft(5, 0, "train", []).html).not.toBe(draft(6, 0, "train", []).html);
  });

  it.each(Object.keys(KINDS))("show each value of their truth: %s", (type) => {
    for (let at = 0; at < 120; at++) {
      const paper = draft(9, at, "all", [type]);
      const text = textOf(paper.html);
      const fields = truth(paper, COPY).fields as Record<string, Value>;
      const missing = Object.entries(fields).filter(([field, value]) => !shows(text, field, value));
      const cells = paper.made.items.flatMap((item) =>
        Object.entries(item).filter(([field, value]) => !shows(text, field, value)),
      );
      expect([paper.id, ...missing, ...cells]).toEqual([paper.id]);
    }
  });

  it("leave out of training the layouts that are held out", () => {
    const number = (id: string) => Number(/_(\d+)_s/.exec(id)?.[1]);
    for (let at = 0; at < 100; at++) {
      expect(number(draft(1, at, "train", []).id) % HELD_OUT_EVERY).not.toBe(0);
      expect(number(draft(1, at, "heldout", []).id) % HELD_OUT_EVERY).toBe(0);
    }
  });

  it("name no field as judged twice, and no value outside what is judged", () => {
    for (let at = 0; at < 200; at++) {
      const { labelled_fields: labelled, fields } = truth(draft(3, at, "all", []), COPY) as {
        labelled_fields: string[];
        fields: Record<string, Value>;
      };
      expect(new Set(labelled).size).toBe(labelled.length);
      expect(Object.keys(fields).filter((field) => !labelled.includes(field))).toEqual([]);
    }
  });
});
