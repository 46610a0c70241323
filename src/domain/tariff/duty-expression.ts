import { add, compare, type Decimal, decimal, multiply, ZERO } from "../shared/decimal";
import type { Unit } from "./unit";

const TWO: Decimal = decimal("2");

/** A fraction of the value, or an amount per unit of quantity, or both (compound). Plain decimals, never negative. */
export interface Charge {
  /** `0.13` is 13 %. */
  readonly adValorem: string | null;
  /** For each unit of the quantity, in the currency of the jurisdiction. */
  readonly specific: string | null;
  /** The unit that the specific part counts in; null for whatever unit is declared. */
  readonly specificUnit: Unit | null;
}

/** A rate that follows the price P of one unit: a ÷ P + b × P + c, rounded half up, and never above the cap. */
export interface RateFormula {
  readonly a: string;
  readonly b: string;
  /** The only figure of a tariff that may be negative. */
  readonly c: string;
  /** The highest rate, a fraction; null for none. */
  readonly cap: string | null;
  /** Decimal places of the rate as a fraction, to which it is rounded. */
  readonly places: number;
}

/** One step of a sliding duty: what is due below a price, the last one without an end. */
export interface Band {
  /** The price of one unit at which the next band begins; null for the last. */
  readonly below: string | null;
  readonly charge: Charge | null;
  readonly formula: RateFormula | null;
}

/** A duty by bands of the customs value of one unit, in ascending order. */
export interface SlidingScale {
  readonly per: Unit;
  readonly bands: readonly Band[];
}

/**
 * What a measure charges, in the manner of the duty expressions of TARIC: ad valorem, specific or both together, or by
 * a sliding scale; not less than a minimum ("the higher of"), not more than a maximum ("the lower of").
 */
export interface Rate extends Charge {
  readonly sliding: SlidingScale | null;
  readonly minimum: Charge | null;
  readonly maximum: Charge | null;
}

/** A rate of nothing but an ad valorem or a specific part, or neither, for measures that charge nothing. */
export function plainRate(charge: Partial<Charge> = {}): Rate {
  return {
    adValorem: charge.adValorem ?? null,
    specific: charge.specific ?? null,
    specificUnit: charge.specificUnit ?? null,
    sliding: null,
    minimum: null,
    maximum: null,
  };
}

/** Whether the rate is nothing but a share of the value. */
export function isAdValoremOnly(rate: Rate): rate is Rate & { readonly adValorem: string } {
  const { adValorem, specific, sliding, minimum, maximum } = rate;
  return adValorem !== null && specific === null && !sliding && !minimum && !maximum;
}

/** The units that the parts of the rate count in. */
export function unitsOf({ specific, specificUnit, sliding, minimum, maximum }: Rate): readonly Unit[] {
  const charges = [{ specific, specificUnit }, minimum, maximum, ...(sliding?.bands.map((band) => band.charge) ?? [])];
  const counted = charges.flatMap((charge) =>
    charge?.specific != null && charge.specificUnit !== null ? [charge.specificUnit] : [],
  );
  return [...new Set([...(sliding ? [sliding.per] : []), ...counted])];
}

/**
 * Why the scale cannot be charged; null when it can: bands ascend from above 0 to one without an end, each charges in
 * one way, and no formula falls below zero within its band.
 */
export function scaleFault({ bands }: SlidingScale): string | null {
  if (bands.findIndex((band) => band.below === null) !== bands.length - 1) return "the last band alone has no end";
  let floor = ZERO;
  for (const band of bands) {
    const end = band.below === null ? null : decimal(band.below);
    const fault = bandFault(band, floor, end);
    if (fault !== null) return fault;
    floor = end ?? floor;
  }
  return null;
}

function bandFault({ charge, formula }: Band, floor: Decimal, end: Decimal | null): string | null {
  if ((charge === null) === (formula === null)) return "a band has either a charge or a formula";
  if (end && compare(end, floor) <= 0) return "bands must ascend";
  return formula && fallsBelowZero(formula, floor, end) ? "the formula falls below zero in its band" : null;
}

/**
 * Whether a ÷ P + b × P + c is negative somewhere in the band, for a and b not below zero. Multiplied by P it is the
 * parabola b × P² + c × P + a: negative at an end of the band, or between them at its lowest point, P = −c ÷ 2b.
 */
function fallsBelowZero({ a, b, c }: RateFormula, from: Decimal, end: Decimal | null): boolean {
  const [first, second, third] = [decimal(a), decimal(b), decimal(c)];
  if (third.units >= 0n) return false;
  const isNegative = (price: Decimal) =>
    compare(add(add(multiply(second, multiply(price, price)), multiply(third, price)), first), ZERO) < 0;
  if (isNegative(from) || (end ? isNegative(end) : second.units === 0n)) return true;
  const slope = (price: Decimal) => compare(add(multiply(multiply(TWO, second), price), third), ZERO);
  const isWithin = slope(from) < 0 && (end === null || slope(end) > 0);
  return isWithin && compare(multiply(third, third), multiply(multiply(TWO, TWO), multiply(first, second))) > 0;
}
