import { describe, expect, it } from "vitest";
import { citationIn } from "@/contracts/citations";
import { REFERENCE } from "../domain/fixtures";

const SHOWN = [
  ...REFERENCE.parameters,
  ...REFERENCE.measures,
  ...REFERENCE.exchangeRates,
  ...REFERENCE.requirementRules,
  ...REFERENCE.requirementRules.flatMap((rule) => rule.waivedIn),
].map(({ citation }) => citation);

describe("a citation", () => {
  it("has Chinese words wherever the interface shows it", () => {
    const english = [...new Set(SHOWN)].filter((citation) => !/\p{Script=Han}/u.test(citationIn(citation, "zh")));
    expect(english).toEqual([]);
  });

  it("keeps every number of the law, the article and the rate", () => {
    const numbersIn = (text: string) => new Set(text.replaceAll(",", "").match(/\d+(\.\d+)?/g));
    for (const citation of new Set(SHOWN)) {
      // Articles and dates are written out in Chinese, and are checked by eye.
      const named = [...citation.matchAll(/(?:\[(\d+)\] |Decree |Order |Announcement |announcement |GB )(\d+)/g)];
      const chinese = numbersIn(citationIn(citation, "zh"));
      for (const [, year, number] of named) {
        if (year) expect(chinese, citation).toContain(year);
        expect(chinese, citation).toContain(number);
      }
      for (const [, rate] of citation.matchAll(/(\d+(?:\.\d+)?) %/g)) expect(chinese, citation).toContain(rate);
    }
  });

  it("is shown as it is in English, and where nobody has put it into Chinese", () => {
    expect(citationIn("Cai Guan Shui [2016] 18, art. 3", "en")).toBe("Cai Guan Shui [2016] 18, art. 3");
    expect(citationIn("Some other law, art. 1", "zh")).toBe("Some other law, art. 1");
  });
});
