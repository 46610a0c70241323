import { fold } from "./words";

/** A side of goods by which headings part: what they are of, how the cloth is made, for whom, of what kind. */
export type FacetName = "material" | "cloth" | "wearer" | "part" | "power" | "state";

export type Facets = Readonly<Record<FacetName, ReadonlySet<string>>>;

interface Sign {
  readonly facet: FacetName;
  readonly values: readonly string[];
  readonly pattern: RegExp;
}

/** What a word of either language says; a narrow value stands with the wide ones that it falls under. */
const SIGNS: readonly Sign[] = [
  sign(
    "material",
    "cotton textile",
    "cotton|denim|corduroy|flannel|muslin|poplin|jeans?|canvas",
    "棉(?!花糖)|牛仔|帆布",
  ),
  sign("material", "wool textile", "wool(len)?|cashmere|mohair|alpaca|merino", "羊毛|羊绒|毛呢|马海毛"),
  sign("material", "silk textile", "silk", "真丝|桑蚕丝|丝绸"),
  sign("material", "flax textile", "linen|flax", "亚麻|苎麻|麻布"),
  sign(
    "material",
    "synthetic manmade textile",
    "polyester|nylon|polyamide|acrylic|spandex|elastane|lycra|synthetic|fleece|microfib(er|re)|chiffon|oxford|satin|velvet|tulle|mesh",
    "涤纶|聚酯|尼龙|锦纶|腈纶|合纤|氨纶|合成纤维|雪纺|绒布|摇粒绒|牛津布",
  ),
  sign(
    "material",
    "artificial manmade textile",
    "viscose|rayon|modal|lyocell|tencel|cupro|artificial fib(er|re)s?",
    "粘胶|人造纤维|莫代尔|天丝|人棉|人造丝",
  ),
  sign("material", "manmade textile", "man-?made( fib(er|re)s?)?", "化纤|化学纤维"),
  sign("material", "textile", "textiles?|fabric|cloth|lace|yarn|felt|plush", "纺织|布料|布面|织物|毛绒|蕾丝|毛毡"),
  sign(
    "material",
    "leather",
    "(?<!pu |faux |vegan |artificial |imitation |synthetic |fake )leather|suede|cowhide|sheepskin|nubuck",
    "真皮|牛皮|皮革|羊皮|皮面|麂皮",
  ),
  sign("material", "fur", "(?<!faux )fur|mink", "毛皮|貂"),
  sign(
    "material",
    "plastic",
    "plastics?|pvc|pu|abs|polyethylene|polypropylene|polyurethane|polycarbonate|silicone|eva|tpu|resin|nylon66|acrylic|vinyl|pet|pp|pe|polystyrene|melamine|faux leather|vegan leather",
    "塑料|塑胶|硅胶|树脂|聚氯乙烯|聚乙烯|聚丙烯|亚克力|橡塑|泡沫",
  ),
  sign("material", "rubber", "rubber|latex|neoprene", "橡胶|乳胶|橡塑"),
  sign("material", "wood", "wood(en)?|bamboo|plywood|mdf|oak|teak|walnut|pine", "木|竹"),
  sign("material", "paper", "paper(board)?|cardboard|kraft|carton", "纸"),
  sign("material", "glass", "glass(?!es)|crystal glass|borosilicate", "玻璃"),
  sign("material", "ceramic", "ceramics?|porcelain|stoneware|earthenware|bone china|terracotta", "陶瓷|瓷|陶"),
  sign("material", "stone", "stone|marble|granite|slate|agate|jade|quartz|gemstone", "石|玉|玛瑙"),
  sign("material", "iron metal", "steel|iron|stainless|galvanized", "钢|铁"),
  sign("material", "aluminium metal", "aluminium|aluminum", "铝"),
  sign("material", "copper metal", "copper|brass|bronze", "铜"),
  sign("material", "zinc metal", "zinc|(zinc )?alloy", "锌|合金"),
  sign("material", "metal", "metals?|tungsten|titanium|nickel|tin plate", "金属|钛"),
  sign(
    "material",
    "precious",
    "(14k|18k|solid|fine) gold|sterling|s?925|platinum|precious",
    "贵金属|黄金|足金|纯银|925银|铂金",
  ),
  sign(
    "cloth",
    "knit",
    "knit(ted|wear)?|crochet(ed)?|jersey|rib(bed)?|hoodie|sweater|t-?shirts?|tshirts?|leggings?|fleece",
    "针织|钩编|毛衣|卫衣",
  ),
  sign(
    "cloth",
    "woven",
    "woven|denim|poplin|chiffon|satin|corduroy|twill|tat|jeans?|linen|canvas|chino",
    "机织|梭织|牛仔|雪纺",
  ),
  sign("cloth", "nonwoven", "non-?woven", "无纺|非织造"),
  sign("wearer", "women", "women'?s?|woman'?s?|ladies|lady|female|girls?'?s?|maternity|bras?", "女"),
  sign("wearer", "men", "men'?s?|man'?s|gents?|male|boys?'?s?", "男"),
  sign("wearer", "baby", "bab(y|ies)'?s?|infants?|newborn|toddlers?", "婴|宝宝|幼儿"),
  sign("part", "part", "parts?|accessor(y|ies)|spare|replacement|components?|fittings?", "零件|配件|附件|部件"),
  sign("power", "electric", "electric(al|ally)?|electronic|battery|rechargeable|usb|cordless|led|motor", "电"),
  sign("power", "manual", "manual(ly)?|hand-?operated|hand tools?|mechanical", "手动|手工"),
  sign("state", "frozen", "frozen", "冻"),
  sign("state", "fresh", "fresh|chilled", "鲜|冷藏"),
  sign("state", "dried", "dried|dehydrated", "干"),
  sign("state", "live", "live", "活"),
];

function sign(facet: FacetName, values: string, en: string, zh: string): Sign {
  return { facet, values: values.split(" "), pattern: new RegExp(`(?<![a-z])(?:${en})(?![a-z])|${zh}`) };
}

/** What a text says of each facet, and nothing of those that it does not speak of. */
export function facetsOf(text: string): Facets {
  const folded = fold(text);
  const facets = emptyFacets();
  for (const { facet, values, pattern } of SIGNS)
    if (pattern.test(folded)) for (const value of values) facets[facet].add(value);
  return facets;
}

function emptyFacets(): Record<FacetName, Set<string>> {
  return {
    material: new Set(),
    cloth: new Set(),
    wearer: new Set(),
    part: new Set(),
    power: new Set(),
    state: new Set(),
  };
}

/** What a code demands of each facet: as its own name says, else its heading's, else its chapter's. */
export function facetsOfNames(names: readonly string[]): Facets {
  const facets = emptyFacets();
  for (const [height, name] of names.entries()) {
    const said = facetsOf(name);
    // That a heading also holds parts does not make each of its goods one.
    for (const facet of Object.keys(facets) as FacetName[])
      if (!(facet === "part" && height > 0) && facets[facet].size === 0)
        for (const value of narrowest(said[facet])) facets[facet].add(value);
  }
  return facets;
}

/** Without the wide values that a narrower one of the same set falls under: cotton is asked, not any textile. */
export function narrowest(values: ReadonlySet<string>): readonly string[] {
  const wide = new Set(
    SIGNS.filter(({ values: [first] }) => first && values.has(first)).flatMap(({ values: all }) => all.slice(1)),
  );
  return [...values].filter((value) => !wide.has(value));
}

/** Whether one value falls under the other, as synthetic fibres under man-made ones. */
export function isUnder(narrow: string, wide: string): boolean {
  return SIGNS.some(({ values: [first, ...others] }) => first === narrow && others.includes(wide));
}

/** How a text stands to what a code demands of one facet. */
export type Agreement = "agrees" | "differs" | "unsaid" | "free";

export function agreement(said: ReadonlySet<string>, demanded: ReadonlySet<string>): Agreement {
  if (demanded.size === 0) return "free";
  if (said.size === 0) return "unsaid";
  for (const value of said) if (demanded.has(value)) return "agrees";
  return "differs";
}
