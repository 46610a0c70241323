import type { ClearanceState, Stage } from "../clearance/lifecycle";
import type { LocalDate } from "../shared/local-date";

/**
 * What of the account books stands between goods and their release: lines that no reservation covers, a book that ended,
 * or goods whose last day passed while they were reserved.
 */
export type BookBlocker = "book_not_reserved" | "book_ended" | "book_goods_expired";

interface ReleaseQuestion {
  readonly stage: Stage;
  readonly state: ClearanceState;
  readonly requirements: readonly { readonly code: string; readonly state: string }[];
  readonly isTaxSecured: boolean;
  /** Whether the authority's own system released it, where its word is binding. */
  readonly isReleasedByAuthority: boolean;
  readonly isFirstGateReleased: boolean;
  /** Null where the books let the goods go, and for who keeps none. */
  readonly bookBlocker: BookBlocker | null;
  readonly needsTwoOfficers: boolean;
  /** How many different officers passed it. */
  readonly officersPassed: number;
}

/** Everything that stands between a clearance and its release, as codes; none means that it may be released. */
export function releaseBlockers(question: ReleaseQuestion): readonly string[] {
  const { state, requirements, needsTwoOfficers, officersPassed } = question;
  const blockers = blockersOfGate(question);
  for (const requirement of requirements) {
    if (requirement.state !== "verified" && requirement.state !== "waived")
      blockers.push(`requirement:${requirement.code}`);
  }
  if (needsTwoOfficers && officersPassed < 2) blockers.push("two_officers_needed");
  const open = OPEN[state];
  return open === undefined ? blockers : [...blockers, open];
}

/** What a person has to end before the gate may be released. */
const OPEN: Partial<Record<ClearanceState, string>> = {
  in_review: "review_open",
  in_examination: "examination_open",
  queried: "question_open",
  held: "held",
};

/** What stands against the release at one of the gates alone. */
function blockersOfGate({
  stage,
  isTaxSecured,
  isReleasedByAuthority,
  isFirstGateReleased,
  bookBlocker,
}: ReleaseQuestion): string[] {
  if (stage === "domestic_distribution") return isFirstGateReleased ? [] : ["bonded_exit_not_released"];
  return [
    ...(isTaxSecured ? [] : ["tax_not_secured"]),
    ...(bookBlocker === null ? [] : [bookBlocker]),
    ...(isReleasedByAuthority ? [] : ["authority_not_released"]),
  ];
}

const STAGE_LETTER = { bonded_exit: "E", domestic_distribution: "D" } as const;

/**
 * `RE-20261124-9C41D07A3E52`: the stage's letter, the day, and the end of the clearance's id, which is drawn at random. A
 * shipment's reference would not do: each broker counts its own, and the number is of the authority.
 */
export function releaseNumber(stage: Stage, day: LocalDate, clearanceId: string): string {
  return `R${STAGE_LETTER[stage]}-${day.replaceAll("-", "")}-${clearanceId.slice(-12).toUpperCase()}`;
}
