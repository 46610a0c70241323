import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteReader, byteWriter } from "@/domain/classification/bytes";
import { featuresOf } from "@/domain/classification/features";
import { NO_HISTORY, remember } from "@/domain/classification/history";
import { suggest } from "@/domain/classification/suggest";
import { wordsOf } from "@/domain/classification/words";
import { smallKnowledge } from "../../unit/domain/classification/small-model";

const knowledge = smallKnowledge();
const trade = fc.constantFrom(
  ..."leather handbag tote cotton t-shirt earphones men's shirt for of with 皮革 手提包 耳机 gift 500 ml , ( | >".split(
    " ",
  ),
);
const description = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.array(trade, { maxLength: 15 }).map((words) => words.join(" ")),
);
const code = fc.constantFrom("420221", "4202220090", "6109100022", "851890");

describe("a suggestion, of whatever is written", () => {
  it("shows at most five codes, each subheading once, with falling confidences between 0 and 1", () => {
    fc.assert(
      fc.property(description, (text) => {
        const { candidates } = suggest({ description: text }, knowledge);
        const confidences = candidates.map(({ confidence }) => confidence);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(new Set(candidates.map((each) => each.code.slice(0, 6))).size).toBe(candidates.length);
        expect(confidences.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      }),
    );
  });

  it("is sure of nothing that it abstains from, and asks where it abstains from what is vague", () => {
    fc.assert(
      fc.property(description, (text) => {
        const { sure, abstained, vague, question, candidates } = suggest({ description: text }, knowledge);
        expect(sure && abstained !== null).toBe(false);
        expect(abstained === "vague").toBe(vague !== null);
        if (vague) expect(question).not.toBeNull();
        if (candidates.length === 0) expect(abstained).not.toBeNull();
      }),
    );
  });

  it("is the same each time, and names only words that stand in the text", () => {
    fc.assert(
      fc.property(description, (text) => {
        const suggestion = suggest({ description: text }, knowledge);
        expect(suggest({ description: text }, knowledge)).toEqual(suggestion);
        const letters = text
          .normalize("NFKC")
          .toLowerCase()
          .normalize("NFD")
          .replace(/[^\p{L}]/gu, "");
        for (const word of suggestion.candidates.flatMap(({ words }) => words)) {
          const plain = word.normalize("NFD").replace(/[^\p{L}]/gu, "");
          expect(letters).toContain(plain);
        }
      }),
    );
  });

  it("remembers goods of which nothing is said but attributes of no account", () => {
    for (const text of ["| size: leather", "color: leather handbag", "> | model: 皮革"]) {
      const history = remember(NO_HISTORY, { description: text, code: "420221", by: "person" }, knowledge.lexicon);
      expect(suggest({ description: text }, knowledge, history).candidates[0]?.source, text).toBe("person");
    }
  });

  it("puts first what was settled last for the same goods, whatever was settled before", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(description, code), { maxLength: 5 }),
        description,
        code,
        (before, text, settled) => {
          fc.pre(featuresOf(text, knowledge.lexicon).length > 0);
          const rows = [...before, [text, settled] as const];
          const history = rows.reduce(
            (known, [said, of]) => remember(known, { description: said, code: of, by: "person" }, knowledge.lexicon),
            NO_HISTORY,
          );
          expect(suggest({ description: text }, knowledge, history).candidates[0]).toMatchObject({
            code: settled,
            source: "person",
          });
        },
      ),
    );
  });
});

describe("words", () => {
  it("are found in any text, each with a surface and a stem", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { surface, stem } of wordsOf(text)) expect(surface.length > 0 && stem.length > 0).toBe(true);
      }),
    );
  });
});

describe("bytes of a model", () => {
  it("give back the numbers and the texts that were written", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 31 })), fc.array(fc.string()), (numbers, texts) => {
        const out = byteWriter();
        for (const each of numbers) out.number(each);
        for (const each of texts) out.text(each);
        const input = byteReader(out.bytes());
        expect(numbers.map(() => input.number())).toEqual(numbers);
        expect(texts.map(() => input.text())).toEqual(texts);
      }),
    );
  });
});
