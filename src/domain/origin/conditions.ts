import type { LocalDate } from "../shared/local-date";
import type { Agreement } from "./agreement";
import type { Production } from "./production";
import type { OriginProblem } from "./verdict";

/**
 * What happened on the way that costs the preference: more than logistics, or customs control given up outside the
 * exporting and the importing party. RCEP art. 3.15, direct consignment.
 */
export function consignmentProblems({ route, country, importer }: Production): readonly OriginProblem[] {
  return route
    .filter((leg) => leg.country !== country && leg.country !== importer)
    .flatMap((leg): OriginProblem[] => {
      const parameters = { country: leg.country };
      if (leg.operations === "processing") return [{ kind: "processed_in_transit", parameters }];
      return leg.isUnderCustomsControl ? [] : [{ kind: "left_customs_control", parameters }];
    });
}

/** A claim needs a proof of origin that is not older than the agreement allows on the day. RCEP art. 3.16. */
export function proofProblems(
  { proofDate }: Production,
  { proofMonths }: Agreement,
  day: LocalDate,
): readonly OriginProblem[] {
  if (proofDate === null) return [{ kind: "proof_missing", parameters: {} }];
  if (proofDate > day) return [{ kind: "proof_in_future", parameters: { date: proofDate, day } }];
  const until = addMonths(proofDate, proofMonths);
  return day > until ? [{ kind: "proof_expired", parameters: { date: proofDate, until } }] : [];
}

/** The same day so many months later; the last of the month where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = toMonth === 2 ? (isLeap(toYear) ? 29 : 28) : [4, 6, 9, 11].includes(toMonth) ? 30 : 31;
  const pad = (figure: number, width: number) => String(figure).padStart(width, "0");
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, last), 2)}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
