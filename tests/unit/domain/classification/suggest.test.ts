import { describe, expect, it } from "vitest";
import { decodeModel, encodeModel } from "@/domain/classification/encode-model";
import { NO_HISTORY, remember } from "@/domain/classification/history";
import { knowledgeOf } from "@/domain/classification/knowledge";
import { suggest } from "@/domain/classification/suggest";
import { SMALL, SMALL_TRADE_WORDS, smallKnowledge } from "./small-model";

const knowledge = smallKnowledge();
const first = (description: string) => suggest({ description }, knowledge).candidates[0];

describe("a suggestion", () => {
  it("puts first the code whose words the description bears, in either language", () => {
    expect(first("leather tote for ladies")?.code).toBe("420221");
    expect(first("纯棉T恤 白色")?.code).toBe("610910");
    expect(first("AirPods")?.code).toBe("851830");
  });

  it("gives each subheading once, at most five, the likely ones first, with the path from the chapter", () => {
    const { candidates } = suggest({ description: "cotton shirt" }, knowledge);
    expect(candidates.length).toBeLessThanOrEqual(5);
    expect(new Set(candidates.map(({ code }) => code)).size).toBe(candidates.length);
    const confidences = candidates.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    for (const { code, path } of candidates)
      expect(path.map((step) => step.code)).toEqual([code.slice(0, 2), code.slice(0, 4), code]);
  });

  it("names the words that decided, as they stand in the description", () => {
    expect(first("Blue LEATHER handbag, new")?.words.join(" ")).toContain("leather");
    expect(first("Blue LEATHER handbag, new")?.words.join(" ")).not.toContain("new");
  });

  it("says that it comes from the model, as long as nothing was settled", () => {
    expect(first("leather handbag")?.source).toBe("model");
  });

  it("reads a shop's text by its title, its category and its attributes", () => {
    const shop = "Elegant Tote 2025 New Arrival | Luggage & Bags > Handbags | Material: Leather; Model Number: X7";
    expect(suggest({ description: shop }, knowledge).candidates[0]?.code).toBe("420221");
    const apart = { description: "Elegant Tote", category: "Bags > Handbags", attributes: { Material: "Leather" } };
    expect(suggest(apart, knowledge).candidates[0]?.code).toBe("420221");
  });
});

describe("what cannot be classified", () => {
  it.each(["gift", "parts", "Samples", "礼品", "配件 样品", "", "misc. goods 12"])(
    "%j is called vague, is asked for, and is never sure",
    (description) => {
      const { vague, sure, abstained, question } = suggest({ description }, knowledge);
      expect(vague).not.toBeNull();
      expect(abstained).toBe("vague");
      expect(sure).toBe(false);
      expect(question?.en).toMatch(/What are the goods/);
      expect(question?.zh).toMatch(/什么/);
    },
  );

  it("is said to have no known words, and gets no code by chance", () => {
    expect(suggest({ description: "qqq 123" }, knowledge)).toMatchObject({
      candidates: [],
      abstained: "unknown_words",
    });
  });

  it("is not vague where a category says what it is", () => {
    expect(suggest({ description: "gift", category: "Electronics > Headphones" }, knowledge).vague).toBeNull();
  });
});

describe("the question between the first two codes", () => {
  it("asks for the side in which they differ and of which nothing was said", () => {
    const { question } = suggest({ description: "ladies handbag tote" }, knowledge);
    expect(question?.between?.toSorted()).toEqual(["420221", "420222"]);
    expect(question?.en).toMatch(/made of: .*leather/);
    expect(question?.zh).toMatch(/材料.*皮革/);
  });
});

describe("what a person settled", () => {
  const settled = { description: "Model Q7 travel organiser", code: "4202220090", by: "person" } as const;

  it("counts at once for the same goods, under its national code and as that person's", () => {
    const taught = remember(NO_HISTORY, settled, knowledge.lexicon);
    const { candidates } = suggest({ description: "Model Q7 travel organiser" }, knowledge, taught);
    expect(candidates[0]).toMatchObject({ code: "4202220090", source: "person" });
  });

  it("counts for goods that are alike as history, and leaves other goods and the history before as they were", () => {
    const taught = remember(NO_HISTORY, settled, knowledge.lexicon);
    const alike = suggest({ description: "Model Q7 travel organiser, red" }, knowledge, taught);
    expect(alike.candidates[0]).toMatchObject({ code: "4202220090", source: "history" });
    expect(suggest({ description: "cotton t-shirt" }, knowledge, taught).candidates[0]?.code).toBe("610910");
    expect(NO_HISTORY.remembered).toEqual([]);
  });

  it("gives way to what was settled later for the same goods", () => {
    const later = { ...settled, code: "420221" };
    const taught = remember(remember(NO_HISTORY, settled, knowledge.lexicon), later, knowledge.lexicon);
    expect(suggest(settled, knowledge, taught).candidates[0]?.code).toBe("420221");
  });
});

describe("a model's file", () => {
  it("decides as the model that was trained", () => {
    const read = knowledgeOf(SMALL, SMALL_TRADE_WORDS, decodeModel(encodeModel(knowledge.model)));
    for (const description of ["leather tote", "男棉衬衫", "wireless earbuds case"]) {
      const [a, b] = [suggest({ description }, knowledge), suggest({ description }, read)];
      expect(b.candidates.map(({ code }) => code)).toEqual(a.candidates.map(({ code }) => code));
    }
  });

  it("of something else is refused by name", () => {
    expect(() => decodeModel(new Uint8Array([3, 97, 98, 99]))).toThrow(/train it again/);
  });
});
