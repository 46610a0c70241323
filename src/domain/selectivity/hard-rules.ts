import { compare, decimal, divide } from "../shared/decimal";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { toDecimal } from "../shared/money";
import { isUnder } from "../tariff/commodity-code";
import { countsPieces } from "../tariff/unit";
import type { RiskFacts } from "./factors";
import type { Lane } from "./lanes";

/** Goods that always meet a person: controlled or high-value ones, and origins under an emergency measure. */
export interface ControlProfile extends Validity {
  readonly id: string;
  readonly code: string;
  readonly commodityPrefixes: readonly string[];
  /** Empty for all origins. */
  readonly origins: readonly string[];
  /** Only from this customs value in CNY for one piece on; null for all. */
  readonly fromCnyPerPiece: string | null;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  /** Whether the goods may not enter at all while the measure holds. */
  readonly suspends: boolean;
  readonly citation: string;
}

/** A control profile that the goods fall under. */
export interface HardRule {
  readonly code: string;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  readonly suspends: boolean;
  /** The line of the goods; null when it is about the whole consignment. */
  readonly line: number | null;
}

const CONSIGNEE = "consignee_differs";

/** Another firm than the buyer takes delivery: the contract that explains it is read by an officer, not by the machine. */
export const CONSIGNEE_RULE: HardRule = {
  code: CONSIGNEE,
  lane: "yellow",
  needsTwoOfficers: false,
  suspends: false,
  line: null,
};

/** The control profiles that hold on the day for the goods. No credit, score or chance softens one. */
export function hardRules(
  facts: Pick<RiskFacts, "lines">,
  profiles: readonly ControlProfile[],
  day: LocalDate,
): readonly HardRule[] {
  return profiles
    .filter((profile) => holdsOn(profile, day))
    .flatMap((profile) =>
      facts.lines
        .filter((line) => concerns(profile, line))
        .map((line) => ({
          code: profile.code,
          lane: profile.lane,
          needsTwoOfficers: profile.needsTwoOfficers,
          suspends: profile.suspends,
          line: line.number,
        })),
    );
}

/** The numbers of the lines that may not enter at all on the day, because a measure suspends their goods or origin. */
export function suspendedLines(
  lines: readonly Goods[],
  profiles: readonly ControlProfile[],
  day: LocalDate,
): readonly number[] {
  const suspending = profiles.filter((profile) => profile.suspends && holdsOn(profile, day));
  return lines.filter((line) => suspending.some((profile) => isNamed(profile, line))).map((line) => line.number);
}

interface Goods {
  readonly number: number;
  readonly commodityCode: string;
  readonly origin: string;
}

/** Whether the profile is about such goods from such an origin, whatever they cost. */
function isNamed({ commodityPrefixes, origins }: ControlProfile, { commodityCode, origin }: Goods): boolean {
  const hasCode = commodityPrefixes.length === 0 || commodityPrefixes.some((prefix) => isUnder(commodityCode, prefix));
  return hasCode && (origins.length === 0 || origins.includes(origin));
}

function concerns(profile: ControlProfile, line: RiskFacts["lines"][number]): boolean {
  if (!isNamed(profile, line)) return false;
  if (profile.fromCnyPerPiece === null) return true;
  const quantity = decimal(line.quantity);
  // What is not counted in pieces has no price for one: it is held to reach the value rather than to escape it.
  if (!countsPieces(line.unit)) return true;
  if (compare(quantity, decimal("0")) <= 0) return true;
  return compare(divide(toDecimal(line.value), quantity, 4), decimal(profile.fromCnyPerPiece)) >= 0;
}
