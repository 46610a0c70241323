import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { distinguishingQuestion } from "@/domain/classification/distinguish";
import { facetsOf } from "@/domain/classification/facets";
import { parseNomenclature } from "@/domain/nomenclature/nomenclature";

const nomenclature = parseNomenclature(2022, readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8"));
const ask = (a: string, b: string, said = "") => distinguishingQuestion(nomenclature, [a, b], facetsOf(said));

describe("the question that parts two codes", () => {
  it("asks for the material, the cloth or the wearer where these differ", () => {
    expect(ask("620442", "620443")?.en).toBe(
      "What are the goods mostly made of: cotton, or synthetic fibres such as polyester or nylon?",
    );
    expect(ask("610442", "620442")?.en).toBe("Is the fabric knitted or crocheted, or woven?");
    expect(ask("620462", "620342")?.zh).toBe("供谁穿用：女士或女童，还是男士或男童？");
  });

  it("does not ask for what was said", () => {
    expect(ask("610442", "620442", "knitted dress")?.en).not.toMatch(/knitted or crocheted, or woven/);
  });

  it("asks whether a part is meant where one of the codes is for parts", () => {
    expect(ask("848180", "848190")?.en).toMatch(/a part or accessory/);
  });

  it("asks which name fits where nothing else parts them, by heading where the headings differ", () => {
    expect(ask("030616", "030617")?.en).toMatch(/Which fits the goods better: .*\(030616\), or .*\(030617\)/);
    expect(ask("392310", "392410")?.en).toMatch(/\(3923\), or .*\(3924\)/);
  });

  it("is none for a code that the edition does not have", () => {
    expect(ask("123456", "620442")).toBeNull();
  });
});
