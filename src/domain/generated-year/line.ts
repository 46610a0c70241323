import type { Irregularity } from "../history/entry";
import { NO_TIES, type Ties } from "../indicators/ties";
import type { LocalDate } from "../shared/local-date";
import type { Chance } from "./chance";
import type { GeneratedLine } from "./generated-line";
import type { GoodsKind } from "./goods";
import type { Trader, Typology } from "./traders";

/** Value added tax of the made-up tariff, per cent. */
const VAT_PER_CENT = 13;
/** The share of honest traders' lines in which something is wrong all the same. */
const MISTAKES = 0.004;
const MODES = ["SEA", "AIR", "ROAD"] as const;

const WRONG: Readonly<Record<Typology, Irregularity>> = {
  false_trade_mode: "ENTITY",
  false_price: "VALUE",
  false_name: "CLASSIFICATION",
  false_quantity: "QUANTITY",
};

interface Place {
  readonly id: string;
  readonly day: LocalDate;
  readonly dayOfYear: number;
}

interface Stated {
  code: string;
  pricePerKg: number;
  dutyRate: number;
  netKg: number;
  grossKg: number;
  origin: string;
  preference: string;
  ties: Ties;
  isRetail: boolean;
}

/** What packing weighs, as parts of the goods' weight: cartons and pallets add a tenth to a half, glass and foam more. */
const LEAST_PACKING = 0.04;
const USUAL_PACKING = 0.16;

/** One line of a trader, honest or as its scheme makes it. */
export function makeLine(chance: Chance, trader: Trader, place: Place): Omit<GeneratedLine, "outcome"> {
  const goods = chance.pick(trader.goods);
  const origin = chance.pick(goods.origins, 1.5);
  const isRetail = goods.isRetail && chance.happens(0.6);
  const netKg = round(isRetail ? 0.4 + chance.next() * 4 : goods.kg * Math.exp(chance.normal() * 0.7), 2);
  const pricePerKg = goods.pricePerKg * Math.exp(chance.normal() * goods.spread);
  const stated: Stated = {
    code: goods.code,
    pricePerKg,
    dutyRate: goods.dutyRate,
    netKg,
    grossKg: netKg * (1 + LEAST_PACKING + USUAL_PACKING * Math.exp(chance.normal() * 0.6)),
    origin,
    preference: origin !== "US" && goods.dutyRate > 0 && chance.happens(0.3) ? "RCEP" : "",
    ties: isRetail ? ownTies(place.id) : NO_TIES,
    isRetail,
  };
  const wrong = cheat(chance, trader, place.dayOfYear) ?? mistake(chance, goods);
  const revenue = wrong === null ? 0 : distort(chance, wrong, goods, stated);
  return {
    ...written(chance, trader, place, stated),
    truth: wrong === null ? null : { irregularity: wrong, revenue: round(revenue, 2) },
  };
}

function cheat(chance: Chance, { scheme }: Trader, dayOfYear: number): Irregularity | null {
  return scheme && dayOfYear >= scheme.fromDay && chance.happens(scheme.share) ? WRONG[scheme.typology] : null;
}

function mistake(chance: Chance, { isControlled }: GoodsKind): Irregularity | null {
  if (isControlled && chance.happens(MISTAKES * 2)) return "CONTROLLED";
  return chance.happens(MISTAKES) ? chance.pick(["VALUE", "QUANTITY", "ORIGIN", "CLASSIFICATION"] as const) : null;
}

/** Changes what is stated as the irregularity would; gives the duty and tax that are evaded, in CNY. */
function distort(chance: Chance, wrong: Irregularity, goods: GoodsKind, stated: Stated): number {
  const truly = owed(stated.pricePerKg * stated.netKg, goods.dutyRate);
  if (wrong === "VALUE") stated.pricePerKg *= 0.3 + chance.next() * 0.3;
  if (wrong === "QUANTITY") {
    stated.grossKg *= 1.25 + chance.next() * 0.4;
    stated.netKg = round(stated.netKg * (0.55 + chance.next() * 0.2), 2);
  }
  if (wrong === "CLASSIFICATION" && goods.disguise) {
    stated.code = goods.disguise;
    stated.dutyRate = Math.max(0, goods.dutyRate - 5);
    stated.pricePerKg *= 0.75;
  }
  if (wrong === "ORIGIN") {
    stated.origin = "VN";
    stated.preference = "RCEP";
    stated.dutyRate = 0;
  }
  if (wrong === "ENTITY") {
    stated.isRetail = true;
    stated.netKg = round(1.5 + chance.next() * 3, 2);
    stated.grossKg = stated.netKg * 1.1;
    stated.ties = borrowedTies(chance);
    return owed(stated.pricePerKg * stated.netKg, goods.dutyRate) * 0.4;
  }
  if (wrong === "CONTROLLED") return 0;
  return Math.max(0, truly - owed(stated.pricePerKg * stated.netKg, stated.dutyRate));
}

function owed(value: number, dutyRate: number): number {
  const duty = (value * dutyRate) / 100;
  return duty + ((value + duty) * VAT_PER_CENT) / 100;
}

function written(
  chance: Chance,
  trader: Trader,
  { id, day, dayOfYear }: Place,
  stated: Stated,
): Omit<GeneratedLine, "outcome" | "truth"> {
  const invoiceValue = round(stated.pricePerKg * stated.netKg, 2);
  const dutyRate = stated.preference === "" ? stated.dutyRate : stated.dutyRate / 2;
  const duty = round((invoiceValue * dutyRate) / 100, 2);
  return {
    entry: {
      id,
      day,
      office: chance.pick(trader.offices),
      mode: stated.isRetail ? "AIR" : chance.pick(MODES, 1.4),
      importer: trader.key,
      isCertified: trader.isCertified,
      importerAgeWeeks: Math.max(0, Math.floor(trader.ageWeeks + dayOfYear / 7)),
      declarant: trader.declarant,
      exporter: chance.pick(trader.exporters, 1.8),
      commodityCode: stated.code,
      origin: stated.origin,
      dispatch: chance.happens(0.85) ? stated.origin : chance.pick(["HK", "SG", "NL"]),
      preference: stated.preference,
      packages: Math.max(1, Math.round(stated.grossKg / (stated.isRetail ? 6 : 18))),
      grossKg: round(stated.grossKg, 2),
      netKg: stated.netKg,
      invoiceValue,
      freight: round(invoiceValue * (0.02 + chance.next() * 0.06), 2),
      dutyRate,
      duty,
      vat: round(((invoiceValue + duty) * VAT_PER_CENT) / 100, 2),
      documents: chance.whole(2, 5),
    },
    ties: stated.ties,
    isRetail: stated.isRetail,
  };
}

function ownTies(id: string): Ties {
  return { consumer: `person ${id}`, address: `home ${id}`, phone: `phone ${id}`, payer: `payer ${id}` };
}

/** Many names, one door: what the scheme of split trade looks like to who counts. */
function borrowedTies(chance: Chance): Ties {
  const ring = chance.whole(1, 4);
  const person = `borrowed ${ring}-${chance.whole(1, 60)}`;
  return { consumer: person, address: `ring door ${ring}`, phone: `ring phone ${ring}`, payer: `ring payer ${ring}` };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
