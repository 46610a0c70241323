import { type Decimal, decimal, divide, multiply } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

type Dimension = "mass" | "volume" | "alcohol" | "count" | "length" | "area" | "energy";

interface UnitFact {
  /** UNECE Recommendation 20, which needs no translation. */
  readonly code: string;
  readonly dimension: Dimension;
  /** In grams, millilitres, millilitres of pure alcohol, pieces, metres, square metres or kilowatt-hours; exact. */
  readonly size: string;
  /** The words that invoices and tariffs use for it, in small letters. */
  readonly words: readonly string[];
}

/**
 * What a tariff counts in. A barrel is 42 US gallons of 3.785411784 l; a proof litre holds half a litre of alcohol
 * (US, 27 CFR 30.11). "ct" is no carat: on invoices it is a carton.
 */
const FACTS = {
  kilogram: fact("KGM", "mass", "1000", "kg kgs kgm kilogram kilograms kilo kilos 千克 公斤"),
  gram: fact("GRM", "mass", "1", "g gm gms grm gram grams 克"),
  tonne: fact("TNE", "mass", "1000000", "t tne mt tonne tonnes ton tons 吨"),
  carat: fact("CTM", "mass", "0.2", "ctm carat carats 克拉"),
  litre: fact("LTR", "volume", "1000", "l ltr ltrs litre litres liter liters 升"),
  millilitre: fact("MLT", "volume", "1", "ml mlt millilitre millilitres milliliter milliliters 毫升"),
  hectolitre: fact("HLT", "volume", "100000", "hl hlt hectolitre hectolitres hectoliter hectoliters 百升"),
  cubic_metre: fact("MTQ", "volume", "1000000", "m3 m³ mtq cbm 立方米"),
  barrel: fact("BLL", "volume", "158987.294928", "bbl bll barrel barrels 桶"),
  litre_pure_alcohol: fact("LPA", "alcohol", "1000", "lpa"),
  proof_litre: fact("PFL", "alcohol", "500", "pfl pf.liter pf.liters pf.litre pf.litres"),
  piece: fact(
    "C62",
    "count",
    "1",
    "pc pcs pce piece pieces c62 nmb h87 ea each unit units no nos 个 件 台 只 支 枚 块",
  ),
  pair: fact("NPR", "count", "2", "pr prs npr pair pairs 双 对"),
  dozen: fact("DZN", "count", "12", "dz dzn doz dozen dozens 打"),
  dozen_pairs: fact("DPR", "count", "24", "dpr doz.pr doz.prs"),
  hundred: fact("CEN", "count", "100", "cen hundred hundreds 百个"),
  gross: fact("GRO", "count", "144", "gro gross 罗"),
  thousand: fact("MIL", "count", "1000", "mil thousand thousands 千个"),
  metre: fact("MTR", "length", "1", "m mtr mtrs metre metres meter meters 米"),
  square_metre: fact("MTK", "area", "1", "m2 m² mtk sqm 平方米"),
  kilowatt_hour: fact("KWH", "energy", "1", "kwh 千瓦时"),
} as const satisfies Record<string, UnitFact>;

export type Unit = keyof typeof FACTS;

/** The names of all units, for schemas. */
export const UNITS = Object.keys(FACTS) as readonly Unit[];

/** The codes of UNECE Recommendation 20. */
export const UNIT_CODE: Readonly<Record<Unit, string>> = Object.fromEntries(
  UNITS.map((unit) => [unit, FACTS[unit].code]),
) as Record<Unit, string>;

const BY_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => FACTS[unit].words.map((word) => [word, unit] as const)),
);

/** Words under which whole articles are counted that no tariff counts in, each of at least one piece. */
const OTHER_ARTICLES = ["set", "sets", "套"];

/** Digits kept where a quantity does not come out even in the other unit, such as one piece in dozens. */
const WORKING_SCALE = 12;

/** The unit that a word of an invoice or a tariff stands for; null when it is not known. */
export function unitOf(word: string | null): Unit | null {
  return BY_WORD.get(plain(word ?? "")) ?? null;
}

export type UnitsDiffer = { readonly kind: "units_differ"; readonly from: Unit; readonly to: Unit };

/**
 * The same quantity in another unit, exact wherever it comes out even within twelve decimals. Weight becomes volume only
 * with the litres that the law reckons for a tonne of the goods. Refuses units that measure something else.
 */
export function convertQuantity(
  quantity: Decimal,
  from: Unit,
  to: Unit,
  litresPerTonne: Decimal | null = null,
): Result<Decimal, UnitsDiffer> {
  if (from === to) return ok(quantity);
  const [source, target] = [FACTS[from], FACTS[to]];
  const amount = multiply(quantity, decimal(source.size));
  if (source.dimension === target.dimension) return ok(even(amount, decimal(target.size)));
  if (litresPerTonne && source.dimension === "mass" && target.dimension === "volume")
    // Litres for a tonne are as many millilitres for a kilogram.
    return ok(even(multiply(amount, litresPerTonne), multiply(decimal("1000"), decimal(target.size))));
  if (litresPerTonne && source.dimension === "volume" && target.dimension === "mass")
    return ok(even(multiply(amount, decimal("1000")), multiply(litresPerTonne, decimal(target.size))));
  return err({ kind: "units_differ", from, to });
}

/** Whether the unit is one of weight. */
export function isWeight(unit: Unit): boolean {
  return FACTS[unit].dimension === "mass";
}

/**
 * Whether the quantity is a number of articles, so that a price for one can be seen. Without a unit it is, for then an
 * invoice counts; in grams or litres it is not, and a threshold of one piece must not be measured in it. Of dozens and
 * thousands a price for one is not seen either.
 */
export function countsPieces(declared: string | null): boolean {
  const word = plain(declared ?? "");
  const unit = unitOf(word);
  return word === "" || unit === "piece" || unit === "pair" || OTHER_ARTICLES.includes(word);
}

function even(numerator: Decimal, denominator: Decimal): Decimal {
  return trimmed(divide(numerator, denominator, WORKING_SCALE));
}

/** The same number without idle zeros. */
function trimmed({ units, scale }: Decimal): Decimal {
  let [left, places] = [units, scale];
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places -= 1;
  }
  return { units: left, scale: places };
}

/** `Doz. prs.` and `pf. liters` are written with and without the blank. */
function plain(unit: string): string {
  return unit.normalize("NFKC").trim().toLowerCase().replace(/\.\s+/g, ".").replace(/\.$/, "");
}

function fact(code: string, dimension: Dimension, size: string, words: string): UnitFact {
  return { code, dimension, size, words: words.split(" ") };
}
