import type { Validity } from "../shared/local-date";
import type { Unit } from "../tariff/unit";

/**
 * A permit, registration or certificate that a broker keeps on record: its kind is the code of the requirement that it
 * meets, and its scope says for which goods.
 */
export interface Permit extends Validity, PermitScope {
  readonly id: string;
  /** The code of a requirement rule, such as `compulsory_certificate`. */
  readonly kind: string;
  readonly number: string;
  /** In whose name it is. */
  readonly holder: string;
  readonly issuer: string;
  readonly isWithdrawn: boolean;
}

/** The goods that a permit is for; what it leaves open is not limited. */
export interface PermitScope {
  /** Chapters, headings or lines; empty for all goods. */
  readonly commodityPrefixes: readonly string[];
  /** Words that the description of the goods has, all of them; empty for any goods. */
  readonly words: readonly string[];
  /** ISO 3166 alpha-2; empty for all origins. */
  readonly origins: readonly string[];
  /** How much may come in under it, as a plain decimal in the unit; null where it says no quantity. */
  readonly quantity: string | null;
  readonly unit: Unit | null;
}

/** A line of the goods, as far as a permit depends on it. */
export interface PermitGoods {
  readonly number: number;
  readonly description: string;
  readonly commodityCode: string;
  readonly origin: string;
  /** A plain decimal. */
  readonly quantity: string;
  /** As it is written; null for articles. */
  readonly unit: string | null;
}

/** What of a permit does not fit the goods or the day. */
export type PermitFault =
  | "permit_withdrawn"
  | "permit_not_yet_valid"
  | "permit_expired"
  | "permit_code_outside"
  | "permit_origin_outside"
  | "permit_goods_outside"
  | "permit_unit_differs"
  | "permit_quantity_exceeded";

/** Why a permit does not meet a requirement: which one, for which line, and the values that disagree. */
export interface PermitMisfit {
  readonly fault: PermitFault;
  readonly parameters: Readonly<Record<string, string>>;
}
