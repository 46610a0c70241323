import { describe, expect, it } from "vitest";
import { agreement, facetsOf, facetsOfNames } from "@/domain/classification/facets";
import { featuresOf, segment } from "@/domain/classification/features";
import { goodsTextOf } from "@/domain/classification/goods-text";
import { nearestOf, textIndexOf } from "@/domain/classification/nearest";
import { headOf, skeleton, stem, wordsOf } from "@/domain/classification/words";

const NO_WORDS = () => false;
const keys = (text: string) => new Set(featuresOf(text, NO_WORDS).map(({ key }) => key));
const shared = (a: string, b: string) => [...keys(a)].filter((key) => keys(b).has(key)).length;

describe("words", () => {
  it("are the same in singular and plural, British and American, whole and possessive", () => {
    expect(["jewellery", "jewelry"].map(stem)).toEqual(["jewelry", "jewelry"]);
    expect(["women's", "ladies", "womens"].map(stem)).toEqual(["women", "women", "women"]);
    expect(["batteries", "brushes", "glasses", "dress"].map(stem)).toEqual(["battery", "brush", "eyeglass", "dress"]);
  });

  it("keep apart what only looks like a plural", () => {
    expect(stem("shorts")).not.toBe(stem("short"));
  });

  it("that save letters share their consonants with the whole word", () => {
    expect(skeleton("mascara")).toBe(skeleton("mscr"));
    expect(skeleton("lengthening")).toBe(skeleton("lngthnng"));
    expect(shared("mscr", "mascara")).toBeGreaterThan(0);
  });

  it("after a turn name a purpose or a part, and not the goods", () => {
    const words = wordsOf("a leather case for phones, black");
    expect(words.map(({ surface, aside }) => [surface, aside])).toEqual([
      ["leather", false],
      ["case", false],
      ["phones", true],
      ["black", false],
    ]);
    expect(headOf("a spacer ring used in a pneumatic valve")).toBe("spacer ring");
    expect(headOf("for phones")).toBe("for phones");
  });
});

describe("Chinese", () => {
  it("is cut into the longest words that are known; what is none is left to pairs", () => {
    const lexicon = (run: string) => ["真皮", "单肩包", "包"].includes(run);
    expect(segment("女士真皮单肩包", lexicon)).toEqual(["真皮", "单肩包"]);
    expect(segment("", lexicon)).toEqual([]);
  });

  it("written with and without blanks shows the same words", () => {
    expect(shared("真皮 单肩包", "真皮单肩包")).toBeGreaterThan(3);
  });
});

describe("a shop's text", () => {
  const text = goodsTextOf({
    description: "Lamp X | Home > Lighting > 灯_饰 > Table Lamps | Material: Glass; Model Number: 77; Power: USB",
  });

  it("has a title, a category without destroyed steps, and the attributes that speak of goods", () => {
    expect(text).toEqual({
      title: "Lamp X",
      category: ["Home", "Lighting", "Table Lamps"],
      attributes: "Glass ; USB",
      genre: "shop",
    });
  });

  it.each([
    ["rimmel mscr blk", "short"],
    ["a spacer ring used in a pneumatic valve", "sentence"],
    ["爱他美 奶粉", "han"],
    ["New Women Summer Casual Loose Cotton Dress Plus Size", "shop"],
  ])("%s is of the kind %s", (description, genre) => {
    expect(goodsTextOf({ description }).genre).toBe(genre);
  });
});

describe("facets", () => {
  it("tell material, cloth and wearer in both languages", () => {
    const { material, cloth, wearer } = facetsOf("Women's knit cape of 100% wool");
    expect([material.has("wool"), cloth.has("knit"), wearer.has("women")]).toEqual([true, true, true]);
    expect(facetsOf("女士 真皮 单肩包").material.has("leather")).toBe(true);
  });

  it("do not take imitation leather for leather", () => {
    expect(facetsOf("PU leather bag").material.has("leather")).toBe(false);
    expect(facetsOf("faux leather bag").material.has("leather")).toBe(false);
  });

  it("of a code are its own name's, and where that is silent those above it", () => {
    const demanded = facetsOfNames(["Women's cotton trousers", "Women's woven suits and trousers", "Woven clothing"]);
    expect([...demanded.material]).toEqual(["cotton"]);
    expect([...demanded.cloth]).toEqual(["woven"]);
  });

  it("agree, differ, or say nothing", () => {
    const cotton = new Set(["cotton"]);
    expect(agreement(new Set(["cotton", "textile"]), cotton)).toBe("agrees");
    expect(agreement(new Set(["silk", "textile"]), cotton)).toBe("differs");
    expect(agreement(new Set(), cotton)).toBe("unsaid");
    expect(agreement(cotton, new Set())).toBe("free");
  });
});

describe("the nearest texts", () => {
  const texts = ["toilet brush", "tooth brush", "leather handbag"];
  const index = textIndexOf(texts.map((text, owner) => ({ owner, features: featuresOf(text, NO_WORDS) })));

  it("are the same text at a likeness of 1, and others at less", () => {
    const { likest, votes } = nearestOf(index, featuresOf("tooth brush", NO_WORDS), texts.length);
    expect(likest[1]).toBeCloseTo(1, 4);
    expect(likest[0]).toBeLessThan(0.9);
    expect(votes.reduce((sum, vote) => sum + vote, 0)).toBeCloseTo(1, 4);
  });

  it("are none for a text that shares nothing", () => {
    expect([...nearestOf(index, featuresOf("qqq", NO_WORDS), texts.length).likest]).toEqual([0, 0, 0]);
  });
});
