import type { LocalDate } from "../shared/local-date";
import { dayMisfit, misfitOf, quantityMisfit, scopeMisfit, type UsedPermit } from "./fits";
import { comparableNumber } from "./number-format";
import type { PermitGoods, PermitMisfit } from "./permit";

/** A permit with the lines that it is taken for. */
export interface Cover {
  readonly permit: UsedPermit;
  readonly lines: readonly PermitGoods[];
}

/** What the permits on record say of the numbers that somebody gave for a requirement. */
export type ReferenceStanding =
  /** None of the numbers is on record: they stand as they were stated. */
  | { readonly kind: "not_on_record" }
  | { readonly kind: "met"; readonly covers: readonly Cover[] }
  | { readonly kind: "not_met"; readonly misfit: PermitMisfit };

/**
 * Whether the permits whose numbers were given meet the requirement for these lines on this day. Numbers stand as one
 * text or apart by blanks. What is not on record is believed, so it may cover the lines that no known permit does; a
 * known permit counts only where number, scope and day fit. One whose lines another takes first stands idle and is no
 * reason against the others; one that is for none of the lines is. A number that was withdrawn and recorded anew is the
 * one that is on record now.
 */
export function referenceStanding(
  reference: string,
  permits: readonly UsedPermit[],
  lines: readonly PermitGoods[],
  day: LocalDate,
): ReferenceStanding {
  const { known, isWhole } = namedBy(reference, standing(permits));
  if (known.length === 0) return { kind: "not_on_record" };
  for (const permit of known) {
    const misfit = dayMisfit(permit, day);
    if (misfit) return { kind: "not_met", misfit };
  }
  const covers = known.map((permit) => ({ permit, lines: lines.filter((line) => isFirst(known, permit, line)) }));
  const misfit = strayMisfit(known, lines) ?? (isWhole ? openMisfit(known, lines) : null);
  if (misfit) return { kind: "not_met", misfit };
  for (const cover of covers) {
    const tooMuch = quantityMisfit(cover.permit, cover.lines);
    if (tooMuch) return { kind: "not_met", misfit: tooMuch };
  }
  return { kind: "met", covers };
}

/** What keeps a permit off all of the lines, said of the first of them; null where each of the permits is for one. */
function strayMisfit(known: readonly UsedPermit[], lines: readonly PermitGoods[]): PermitMisfit | null {
  const stray = known.find((permit) => lines.every((line) => scopeMisfit(permit, line) !== null));
  return stray && lines[0] ? scopeMisfit(stray, lines[0]) : null;
}

/** What keeps the permits off a line that none of them is for; null where each of the lines has one. */
function openMisfit(known: readonly UsedPermit[], lines: readonly PermitGoods[]): PermitMisfit | null {
  const open = lines.find((line) => known.every((permit) => scopeMisfit(permit, line) !== null));
  return open && known[0] ? scopeMisfit(known[0], open) : null;
}

/** A line is taken to the first of the permits that is for it, so that none of its quantity counts twice. */
function isFirst(permits: readonly UsedPermit[], permit: UsedPermit, line: PermitGoods): boolean {
  return permits.find((each) => scopeMisfit(each, line) === null) === permit;
}

/** The permits without those that were withdrawn and whose number another one on record has. */
function standing(permits: readonly UsedPermit[]): readonly UsedPermit[] {
  const numbers = new Set(permits.flatMap((each) => (each.isWithdrawn ? [] : [comparableNumber(each.number)])));
  return permits.filter((each) => !each.isWithdrawn || !numbers.has(comparableNumber(each.number)));
}

function namedBy(reference: string, permits: readonly UsedPermit[]) {
  const whole = permits.filter((permit) => isNamed(permit, reference));
  if (whole.length > 0) return { known: whole, isWhole: true };
  const numbers = numbersIn(reference);
  const known = permits.filter((permit) => numbers.some((number) => isNamed(permit, number)));
  const isWhole = numbers.every((number) => known.some((permit) => isNamed(permit, number)));
  return { known, isWhole };
}

/** The numbers that stand apart by blanks in what was given for a requirement, each as it was written. */
export function numbersIn(reference: string): readonly string[] {
  return reference.trim().split(/\s+/);
}

function isNamed({ number }: UsedPermit, text: string): boolean {
  return comparableNumber(number) === comparableNumber(text);
}

/**
 * The permit that meets the requirement by itself: the only one on record that fits all lines on the day and is in the
 * name of the firm. Of several none is chosen, and what is in another's name is for a person to state.
 */
export function onlyPermit(
  permits: readonly UsedPermit[],
  lines: readonly PermitGoods[],
  day: LocalDate,
  isHeldByFirm: (holder: string) => boolean,
): Cover | null {
  if (lines.length === 0) return null;
  const fitting = permits.filter((permit) => isHeldByFirm(permit.holder) && misfitOf(permit, lines, day) === null);
  const [permit] = fitting;
  return permit && fitting.length === 1 ? { permit, lines } : null;
}
