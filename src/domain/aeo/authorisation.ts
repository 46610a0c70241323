import { normaliseName } from "../clearance/requirements";
import { compare, type Decimal, decimal } from "../shared/decimal";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { isUnder } from "../tariff/commodity-code";

/** The credit classes of enterprises; both certified ones are AEO (GACC Order 282, from 2026-04-01). */
export const CREDIT_TIERS = ["advanced_certified", "certified", "regular", "dishonest", "seriously_dishonest"] as const;
export type CreditTier = (typeof CREDIT_TIERS)[number];

/** Whether the tier makes control lighter, so that taking it away makes control stricter. */
export function lightensControl(tier: CreditTier): boolean {
  return tier === "advanced_certified" || tier === "certified";
}

export interface AeoAuthorisation extends Validity {
  readonly id: string;
  readonly aeoCode: string;
  readonly holder: string;
  readonly tier: CreditTier;
  /** Empty lists do not narrow the scope. */
  readonly roles: readonly string[];
  readonly commodityPrefixes: readonly string[];
  readonly origins: readonly string[];
  /** Codes of customs regimes, such as `1210`. */
  readonly regimes: readonly string[];
  /** The greatest customs value in CNY of a consignment that it covers; null for any. */
  readonly valueCap: string | null;
}

/** What an authorisation is held against. */
export interface Consignment {
  readonly holder: string;
  readonly role: string;
  readonly commodityCodes: readonly string[];
  readonly origins: readonly string[];
  readonly regime: string;
  readonly valueCny: Decimal;
  readonly day: LocalDate;
}

/**
 * The holder's tier for the consignment. A good tier counts only within its scope, and then for the whole consignment;
 * a bad one counts everywhere. Without an entry a holder is regular.
 * The good name must be the holder's own, down to the kind of company, or another firm would enjoy it; a bad one is
 * found under a loose spelling too, or writing the name otherwise would shake it off.
 */
export function creditOf(
  authorisations: readonly AeoAuthorisation[],
  consignment: Consignment,
): { tier: CreditTier; authorisation: string | null } {
  const own = authorisations.filter(
    (each) => normaliseName(each.holder) === normaliseName(consignment.holder) && holdsOn(each, consignment.day),
  );
  const isExact = (each: AeoAuthorisation) => legalName(each.holder) === legalName(consignment.holder);
  const bad = own.find((each) => each.tier === "seriously_dishonest") ?? own.find((each) => each.tier === "dishonest");
  if (bad) return { tier: bad.tier, authorisation: bad.id };
  const covering = own.filter((each) => isExact(each) && covers(each, consignment));
  const best =
    covering.find((each) => each.tier === "advanced_certified") ?? covering.find((each) => each.tier === "certified");
  return best ? { tier: best.tier, authorisation: best.id } : { tier: "regular", authorisation: null };
}

function covers(each: AeoAuthorisation, { role, commodityCodes, origins, regime, valueCny }: Consignment): boolean {
  const inRole = each.roles.length === 0 || each.roles.includes(role);
  const inGoods =
    each.commodityPrefixes.length === 0 ||
    commodityCodes.every((code) => each.commodityPrefixes.some((prefix) => isUnder(code, prefix)));
  const inOrigins = each.origins.length === 0 || origins.every((origin) => each.origins.includes(origin));
  const inRegime = each.regimes.length === 0 || each.regimes.includes(regime);
  const inValue = each.valueCap === null || compare(valueCny, decimal(each.valueCap)) <= 0;
  return inRole && inGoods && inOrigins && inRegime && inValue;
}

/** The name with its kind of company, whichever way that is abbreviated. */
function legalName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bcompany\b/g, "co")
    .replace(/\blimited\b/g, "ltd")
    .replace(/\bcorporation\b/g, "corp")
    .replace(/\bincorporated\b/g, "inc")
    .replace(/[\s\p{P}\p{S}]/gu, "");
}
