import { compare, decimal, divide } from "../shared/decimal";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { toDecimal } from "../shared/money";
import { isUnder } from "../tariff/commodity-code";
import { countsPieces } from "../tariff/unit";
import type { RiskFacts } from "./factors";
import type { Lane } from "./lanes";

/**
 * What the goods go through beside the lane: never released by the machine, two officers, inspection where they leave the
 * zone and where they arrive, every serial or lot number on record, a signature at each change of hands, and records that
 * are kept longer than those of other goods.
 */
export const SUPERVISION_NODES = [
  "no_automatic_release",
  "two_officers",
  "inspection_at_both_ends",
  "serial_numbers",
  "chain_of_custody",
  "longer_retention",
] as const;
export type SupervisionNode = (typeof SUPERVISION_NODES)[number];

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
  /** In the order of the list; never empty, for no controlled goods are released by the machine. */
  readonly nodes: readonly SupervisionNode[];
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

/** Why goods are supervised at several nodes, at which, which lines, and by what source. */
export interface Supervision {
  /** Of the control profile. */
  readonly code: string;
  readonly nodes: readonly SupervisionNode[];
  /** Numbers of the lines. */
  readonly lines: readonly number[];
  readonly citation: string;
}

/**
 * The supervision that the goods keep on the day, a row for each control profile that they fall under; empty for goods
 * that fall under none. It softens and hardens no lane: it says what goes with it.
 */
export function supervisionProfile(
  lines: RiskFacts["lines"],
  profiles: readonly ControlProfile[],
  day: LocalDate,
): readonly Supervision[] {
  return profiles
    .filter((profile) => holdsOn(profile, day))
    .flatMap((profile) =>
      supervisionOf(
        profile,
        lines.filter((line) => concerns(profile, line)),
      ),
    );
}

/**
 * The same for goods that were assessed: the profiles are those that the assessment found, by their codes, so that what
 * is shown is what was decided by, whatever a piece came to.
 */
export function supervisionFound(
  codes: readonly string[],
  lines: readonly Goods[],
  profiles: readonly ControlProfile[],
  day: LocalDate,
): readonly Supervision[] {
  return profiles
    .filter((profile) => codes.includes(profile.code) && holdsOn(profile, day))
    .flatMap((profile) =>
      supervisionOf(
        profile,
        lines.filter((line) => isNamed(profile, line)),
      ),
    );
}

function supervisionOf({ code, nodes, citation }: ControlProfile, lines: readonly Goods[]): readonly Supervision[] {
  return lines.length > 0 ? [{ code, nodes, lines: lines.map(({ number }) => number), citation }] : [];
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
