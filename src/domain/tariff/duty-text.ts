import { type Decimal, decimal, formatDecimal } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";
import { type Charge, plainRate, type Rate } from "./duty-expression";
import { CURRENCY_OF, type Jurisdiction } from "./jurisdiction";
import { type Unit, unitOf } from "./unit";

/** Why a text is no duty expression: it is below zero, or says more than the machine understands. */
export type DutyTextFault = "rate_negative" | "not_understood";

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const PER = String.raw`(?:\s*/\s*(.+)|\s+(each))`;
const PERCENT = new RegExp(`^${NUMBER}\\s*%$`);
const CENTS = new RegExp(`^${NUMBER}\\s*¢${PER}$`);
const DOLLARS = new RegExp(`^\\$\\s*${NUMBER}${PER}$`);
const CODE_FIRST = new RegExp(`^([A-Z]{3})\\s*${NUMBER}${PER}$`);
const CODE_LAST = new RegExp(`^${NUMBER}\\s*([A-Z]{3})${PER}$`);
const AT_LEAST = /\s*(?:,?\s+but not less than|\bMIN)\s+/;
const AT_MOST = /\s*(?:,?\s+but not (?:more than|in excess of)|\bMAX)\s+/;
const NEGATIVE = /(?:^|[\s+(])[-−]\s*[\d$¢]/;

/**
 * Reads a duty expression as tariffs print it: `Free`, `4.2%`, `1.2¢/kg + 3%`, `2.4¢ each`, `8.5% + 30¢/doz.pr`,
 * `10.2% MIN 3.2 EUR/100 kg`. Amounts are in the currency of the jurisdiction. What is not understood as a whole is
 * refused as a whole: half a duty would be a wrong one.
 */
export function parseDuty(text: string, jurisdiction: Jurisdiction): Result<Rate, DutyTextFault> {
  const plain = text.replace(/\s+/g, " ").trim();
  if (NEGATIVE.test(plain)) return err("rate_negative");
  if (/^(free|0)$/i.test(plain)) return ok(plainRate({ adValorem: "0" }));
  const [belowMaximum = "", ceiling, ...tooMany] = plain.split(AT_MOST);
  const [main = "", floor, ...more] = belowMaximum.split(AT_LEAST);
  if (tooMany.length + more.length > 0) return err("not_understood");
  const [charge, minimum, maximum] = [main, floor, ceiling].map((part) =>
    part === undefined ? null : parseCharge(part, jurisdiction),
  );
  if (!charge || (floor !== undefined && !minimum) || (ceiling !== undefined && !maximum)) return err("not_understood");
  return ok({ ...plainRate(charge), minimum: minimum ?? null, maximum: maximum ?? null });
}

/** An ad valorem part, a specific part, or one of each with a plus between; null for anything else. */
function parseCharge(text: string, jurisdiction: Jurisdiction): Charge | null {
  const terms = text.split("+").map((term) => parseTerm(term.trim(), jurisdiction));
  const shares = terms.flatMap((term) => (term?.adValorem == null ? [] : [term.adValorem]));
  const amounts = terms.filter((term) => term?.specific != null);
  if (terms.includes(null) || shares.length > 1 || amounts.length > 1) return null;
  return {
    adValorem: shares[0] ?? null,
    specific: amounts[0]?.specific ?? null,
    specificUnit: amounts[0]?.specificUnit ?? null,
  };
}

function parseTerm(term: string, jurisdiction: Jurisdiction): Charge | null {
  const share = PERCENT.exec(term)?.[1];
  if (share !== undefined) return { adValorem: shifted(share, 2), specific: null, specificUnit: null };
  const currency = CURRENCY_OF[jurisdiction];
  const dollars = currency === "USD";
  const cents = dollars ? CENTS.exec(term) : null;
  if (cents) return perUnit(shifted(cents[1] ?? "0", 2), cents[2] ?? cents[3]);
  const whole = dollars ? DOLLARS.exec(term) : null;
  if (whole) return perUnit(whole[1] ?? "0", whole[2] ?? whole[3]);
  const first = CODE_FIRST.exec(term);
  if (first?.[1] === currency) return perUnit(first[2] ?? "0", first[3] ?? first[4]);
  const last = CODE_LAST.exec(term);
  return last?.[2] === currency ? perUnit(last[1] ?? "0", last[3] ?? last[4]) : null;
}

/** Words that only tariffs use for units. */
const TARIFF_UNITS: Readonly<Record<string, Unit>> = { head: "piece", each: "piece", "1000": "thousand" };

function perUnit(amount: string, word: string | undefined): Charge | null {
  const name = (word ?? "").trim().toLowerCase();
  const hundred = /^100\s*(\D.*)$/.exec(name)?.[1];
  const unit = Object.hasOwn(TARIFF_UNITS, name) ? TARIFF_UNITS[name] : unitOf(hundred ?? name);
  if (!unit) return null;
  return { adValorem: null, specific: hundred === undefined ? amount : shifted(amount, 2), specificUnit: unit };
}

/** The number divided by ten so many times, exactly. */
function shifted(text: string, places: number): string {
  const { units, scale }: Decimal = decimal(text);
  return formatDecimal({ units, scale: scale + places });
}

/** A special rate of the tariff of the US with the programmes that it is for. */
export interface SpecialRate {
  readonly rate: Rate;
  readonly programmes: readonly string[];
}

/**
 * Reads a column of special rates of the US, `Free (A+,AU,BH) 2.8% (KR)`: each rate with its programmes in brackets; and
 * what is left of it, such as `See 9822.04.05 (AU)`, as texts.
 */
export function parseSpecial(text: string): { rates: readonly SpecialRate[]; rest: readonly string[] } {
  const rates: SpecialRate[] = [];
  const rest: string[] = [];
  for (const [whole, said = "", listed] of text.matchAll(/([^()]+)(?:\(([^()]*)\))?/g)) {
    const programmes = (listed ?? "")
      .split(",")
      .map((code) => code.trim())
      .filter((code) => code !== "");
    const rate = parseDuty(said, "US");
    if (rate.ok && programmes.length > 0) rates.push({ rate: rate.value, programmes });
    else if (whole.trim() !== "") rest.push(whole.trim());
  }
  return { rates, rest };
}
