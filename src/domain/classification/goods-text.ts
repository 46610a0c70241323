/** What somebody says of goods whose code is wanted. */
export interface GoodsDescription {
  readonly description: string;
  /** Facts by their names, as shops list them: material, gender, power. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Where a shop keeps the goods, from the general to the particular, with ">" between. */
  readonly category?: string;
}

/** How a text is made, which tells how to weigh its words. */
export type Genre = "shop" | "sentence" | "short" | "han";

/** A description in its parts. */
export interface GoodsText {
  readonly title: string;
  /** The steps of the category, the general first. */
  readonly category: readonly string[];
  /** Values of attributes that speak of the goods themselves. */
  readonly attributes: string;
  readonly genre: Genre;
}

/** Attributes that tell nothing of the code: figures of parcels, numbers of models, places, promises of shops. */
const IDLE_ATTRIBUTE =
  /size|length|width|height|weight|diameter|model|number|origin|brand|package|unit|sold|season|style|color|colour|chemical|certif|cn\b|lot|choice|custom|release|warning|feature|pattern|occasion|department|fit\b|dropship|place|range|batter(y|ies) included|year|language|quantity|moq|warranty|thickness|尺寸|颜色|型号|品牌|重量|产地|风格/i;
const LONG_TITLE = 9;
const SENTENCE_LENGTH = 45;

/** Takes a description apart; shops' texts often come as "title | category > category | name: value; name: value". */
export function goodsTextOf(goods: GoodsDescription): GoodsText {
  const parts = goods.description.split(/\s\|\s/).map((part) => part.trim());
  const title = parts[0] ?? "";
  const rest = parts.slice(1);
  const path = goods.category ?? rest.find((part) => /\s>\s/.test(part)) ?? "";
  const others = rest.filter((part) => !/\s>\s/.test(part));
  const listed = goods.attributes
    ? Object.entries(goods.attributes)
    : others.flatMap((part) => part.split(";")).map((pair) => nameAndValue(pair));
  const category = path
    .split(/\s*>\s*/)
    .map((step) => step.replace(/\(.*?\)|（.*?）/g, "").trim())
    // A step whose letters were destroyed on the way says nothing.
    .filter((step) => step !== "" && !step.includes("_"));
  const attributes = listed.filter(([name, value]) => !IDLE_ATTRIBUTE.test(name) && value.length <= 80);
  return {
    title,
    category,
    attributes: attributes.map(([, value]) => value).join(" ; "),
    genre: genreOf(title, category.length > 0 || attributes.length > 0),
  };
}

function nameAndValue(pair: string): readonly [string, string] {
  const colon = pair.indexOf(":");
  return colon < 0 ? ["", pair.trim()] : [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()];
}

function genreOf(title: string, isListed: boolean): Genre {
  if (/\p{Script=Han}/u.test(title)) return "han";
  if (isListed) return "shop";
  const words = title.split(/\s+/);
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  if (words.length >= LONG_TITLE && capitals > words.length / 2) return "shop";
  if (/^(an?|the)\s/i.test(title) || title.length > SENTENCE_LENGTH) return "sentence";
  return /\b(of|with|for|used|made|containing)\b/i.test(title) ? "sentence" : "short";
}
