import type { Verdict } from "./judge";

/** What the verdicts on several papers come to; shares are 0 to 1, and not a number where there is nothing to share. */
export interface Summary {
  readonly papers: number;
  readonly type: number;
  readonly headerExact: number;
  readonly precision: number;
  readonly emptyFilled: number;
  readonly cellsF1: number;
  readonly perfect: number;
}

/** Sums up; values are pooled, so that papers with more of them count more. */
export function summarise(verdicts: readonly Verdict[]): Summary {
  const sum = (figure: (verdict: Verdict) => number) => verdicts.reduce((all, each) => all + figure(each), 0);
  const share = (is: (verdict: Verdict) => boolean) => sum((each) => (is(each) ? 1 : 0)) / verdicts.length;
  const right = sum(({ header }) => header.right);
  const cellsRight = sum(({ cells }) => cells.right);
  return {
    papers: verdicts.length,
    type: share(({ isTypeRight }) => isTypeRight),
    headerExact: right / sum(({ header }) => header.stated),
    precision: right / (right + sum(({ header }) => header.wrong)),
    emptyFilled: sum(({ empty }) => empty.filled) / sum(({ empty }) => empty.fields),
    cellsF1: (2 * cellsRight) / (cellsRight + sum(({ cells }) => cells.wrong) + sum(({ cells }) => cells.stated)),
    perfect: share(({ isPerfect }) => isPerfect),
  };
}
