import { type Bilingual, type Nomenclature, pathOf } from "../nomenclature/nomenclature";
import { type FacetName, type Facets, facetsOfNames, isUnder } from "./facets";

/** What would tell two codes apart, as a question to who knows the goods. */
export interface DistinguishingQuestion extends Bilingual {
  readonly between: readonly [string, string];
}

/** Facets by how well a person can answer for them. */
const ASKED: readonly FacetName[] = ["part", "wearer", "cloth", "material", "power", "state"];

const VALUES: Readonly<Record<string, Bilingual>> = {
  cotton: { en: "cotton", zh: "棉" },
  wool: { en: "wool or fine animal hair", zh: "羊毛或动物细毛" },
  silk: { en: "silk", zh: "丝" },
  flax: { en: "flax or ramie", zh: "亚麻或苎麻" },
  synthetic: { en: "synthetic fibres such as polyester or nylon", zh: "合成纤维（如涤纶、锦纶）" },
  artificial: { en: "artificial fibres such as viscose", zh: "人造纤维（如粘胶）" },
  manmade: { en: "man-made fibres", zh: "化学纤维" },
  textile: { en: "textile material", zh: "纺织材料" },
  leather: { en: "leather", zh: "皮革" },
  fur: { en: "fur", zh: "毛皮" },
  plastic: { en: "plastics", zh: "塑料" },
  rubber: { en: "rubber", zh: "橡胶" },
  wood: { en: "wood or bamboo", zh: "木或竹" },
  paper: { en: "paper or paperboard", zh: "纸或纸板" },
  glass: { en: "glass", zh: "玻璃" },
  ceramic: { en: "ceramics", zh: "陶瓷" },
  stone: { en: "stone", zh: "石料" },
  iron: { en: "iron or steel", zh: "钢铁" },
  aluminium: { en: "aluminium", zh: "铝" },
  copper: { en: "copper or brass", zh: "铜" },
  zinc: { en: "zinc", zh: "锌" },
  metal: { en: "another base metal", zh: "其他贱金属" },
  precious: { en: "precious metal", zh: "贵金属" },
  knit: { en: "knitted or crocheted", zh: "针织或钩编" },
  woven: { en: "woven", zh: "机织" },
  nonwoven: { en: "nonwoven", zh: "无纺" },
  women: { en: "women or girls", zh: "女士或女童" },
  men: { en: "men or boys", zh: "男士或男童" },
  baby: { en: "babies", zh: "婴儿" },
  electric: { en: "electric", zh: "电动" },
  manual: { en: "worked by hand", zh: "手动" },
  frozen: { en: "frozen", zh: "冷冻" },
  fresh: { en: "fresh or chilled", zh: "鲜或冷藏" },
  dried: { en: "dried", zh: "干制" },
  live: { en: "live", zh: "活的" },
};

type Sentence = (a: string, b: string) => string;

const SENTENCES: Readonly<Record<FacetName, { readonly en: Sentence; readonly zh: Sentence }>> = {
  part: { en: () => "", zh: () => "" },
  material: {
    en: (a, b) => `What are the goods mostly made of: ${a}, or ${b}?`,
    zh: (a, b) => `货物主要由什么材料制成：${a}，还是${b}？`,
  },
  cloth: { en: (a, b) => `Is the fabric ${a}, or ${b}?`, zh: (a, b) => `面料是${a}，还是${b}？` },
  wearer: { en: (a, b) => `Are they made for ${a}, or for ${b}?`, zh: (a, b) => `供谁穿用：${a}，还是${b}？` },
  power: { en: (a, b) => `Are the goods ${a}, or ${b}?`, zh: (a, b) => `货物是${a}，还是${b}？` },
  state: { en: (a, b) => `Are the goods ${a}, or ${b}?`, zh: (a, b) => `货物是${a}，还是${b}？` },
};

/**
 * The question whose answer parts two codes: by the first side in which their names demand different things and of
 * which the description says nothing, else which of the two names fits. Null when either code has no name.
 */
export function distinguishingQuestion(
  nomenclature: Nomenclature,
  between: readonly [string, string],
  said: Facets,
): DistinguishingQuestion | null {
  const [a, b] = between.map((code) => pathOf(nomenclature, code).toReversed());
  const [nameA, nameB] = [a?.[0], b?.[0]];
  if (!a || !b || nameA?.code !== between[0] || nameB?.code !== between[1]) return null;
  const [demandedA, demandedB] = [a, b].map((path) => facetsOfNames(path.map(({ en }) => en)));
  if (demandedA && demandedB) {
    const question = ASKED.filter((facet) => said[facet].size === 0 || facet === "part")
      .map((facet) => facetQuestion(facet, demandedA[facet], demandedB[facet]))
      .find((each) => each !== null);
    if (question) return { ...question, between };
  }
  const level = a[1]?.code === b[1]?.code ? 0 : 1;
  const [shownA, shownB] = [a[level] ?? nameA, b[level] ?? nameB];
  return {
    en: `Which fits the goods better: ${lower(shownA.en)} (${shownA.code}), or ${lower(shownB.en)} (${shownB.code})?`,
    zh: `哪一项更符合货物：${shownA.zh}（${shownA.code}），还是${shownB.zh}（${shownB.code}）？`,
    between,
  };
}

function facetQuestion(facet: FacetName, a: ReadonlySet<string>, b: ReadonlySet<string>): Bilingual | null {
  if (facet === "part")
    return a.size === b.size
      ? null
      : {
          en: "Are the goods complete in themselves, or a part or accessory of something else?",
          zh: "货物是完整的商品，还是其他商品的零件或附件？",
        };
  const onlyA = [...a].filter((value) => !b.has(value) && VALUES[value]);
  const onlyB = [...b].filter((value) => !a.has(value) && VALUES[value]);
  if (onlyA.length === 0 || onlyB.length === 0) return null;
  // What falls under the other cannot be told from it.
  if (onlyA.some((one) => onlyB.some((other) => isUnder(one, other) || isUnder(other, one)))) return null;
  const { en, zh } = SENTENCES[facet];
  const words = (values: readonly string[], lang: "en" | "zh") =>
    values.map((value) => VALUES[value]?.[lang] ?? value).join(lang === "en" ? " or " : "或");
  return { en: en(words(onlyA, "en"), words(onlyB, "en")), zh: zh(words(onlyA, "zh"), words(onlyB, "zh")) };
}

/** A name within a sentence; what begins with a short form keeps its capitals. */
function lower(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
