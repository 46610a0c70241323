import { comparableNumber } from "../permit/number-format";
import type { CheckedItem, SealState } from "./check";

/** What gate two found of the seals that are on a line, by their numbers. */
export interface SealFindings {
  /** Whether a seal of the line was seen in the state, recorded under this line or under another that it is on. */
  isSeen(state: SealState): boolean;
  /** Whether a seal of another number is where gate one put its own. */
  readonly isReplaced: boolean;
}

/**
 * What gate two found of the seals of a line. A seal is known by its number, however that is written, and one seal may be
 * on several lines: what is found of it under one of them is found for all. A seal that gate two put on itself before is no
 * other seal, and that of a sample is none of the goods. Items are given oldest first.
 */
export function sealFindings(items: readonly CheckedItem[], line: number): SealFindings {
  const own = numbersOf(items.filter(isPutAtGateOne), line);
  const looks = items.filter(({ stage, sealState }) => stage === "domestic_distribution" && sealState !== null);
  const isOfLine = (look: CheckedItem) => look.line === line || (hasNumber(look) && own.has(numberOf(look)));
  return {
    isSeen: (state) => looks.some((look) => look.sealState === state && isOfLine(look)),
    isReplaced: looks.some((look) => {
      const earlier = items.slice(0, items.indexOf(look));
      const before = numbersOf(items.filter(isPutAtGateOne), look.line);
      if (!hasNumber(look) || before.size === 0) return false;
      const isShared = look.line === line || [...before].some((number) => own.has(number));
      return isShared && ![...numbersOf(earlier.filter(isPutOn), look.line), ...before].includes(numberOf(look));
    }),
  };
}

/** A seal that the gate left on the goods: one that it names without saying how it was found, or found whole at gate one. */
function isPutOn(item: CheckedItem): boolean {
  return isPutAtGateOne(item) || (isOfGoods(item) && item.sealState === null);
}

function isPutAtGateOne(item: CheckedItem): boolean {
  return isOfGoods(item) && item.stage === "bonded_exit" && (item.sealState === null || item.sealState === "intact");
}

function isOfGoods(item: CheckedItem): boolean {
  return item.check !== "sample" && hasNumber(item);
}

function hasNumber({ sealNumber }: CheckedItem): boolean {
  return sealNumber !== null;
}

function numbersOf(items: readonly CheckedItem[], line: number): ReadonlySet<string> {
  return new Set(items.filter((item) => item.line === line).map(numberOf));
}

function numberOf({ sealNumber }: CheckedItem): string {
  return comparableNumber(sealNumber ?? "");
}
