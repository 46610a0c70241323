import type { Run } from "./find-labels";
import type { Concept } from "./lexicon/concepts";
import { type Style, UNKNOWN_STYLE } from "./style";
import { isTitle } from "./title";

/** Where a value stands, seen from its label. */
export type Place = "same" | "right" | "below" | "above";

export interface Near {
  readonly run: Run;
  readonly place: Place;
  /** How many others stand between the label and it. */
  readonly steps: number;
  /** Whether it stands closer to another label, which says something else. */
  readonly isOthers: boolean;
}

type Reached = Omit<Near, "isOthers">;

/** How far below a label its value may stand, in heights of the label. */
const REACH_BELOW = 6;
const REACH_RIGHT = 0.88;
const MOST_BELOW = 6;
/** So far behind a label, in widths of the page, stands what it announces. */
const REACH_OF_ANOTHER = 0.2;
/** Left edges so close are one edge, and so close where the label may have the number of its box before it. */
const ALIGNED = 0.015;
const NUMBERED = 0.03;
/** So many times as high as a value is a label of several lines. */
const LINES = 1.6;
/** Labels that do not end the search of a party's name below another label: they belong to the same box. */
const WITHIN_BOX = ["party_name", "party_detail", "bare_number"];

/** The runs of a document in the order of their places, with what is needed to ask for the neighbours of one. */
export interface Field {
  readonly style: Style;
  readonly runs: readonly Run[];
  readonly byPage: ReadonlyMap<number, readonly Run[]>;
}

export function fieldOf(found: readonly Run[], style: Style = UNKNOWN_STYLE): Field {
  const runs = withOwners(found);
  const byPage = new Map<number, Run[]>();
  for (const run of runs) {
    const page = byPage.get(run.page);
    if (page) page.push(run);
    else byPage.set(run.page, [run]);
  }
  return { runs, byPage, style };
}

/** "No." beside or under the name of a paper announces the number of that paper. */
function withOwners(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, index) => {
    if (!run.concepts.includes("bare_number")) return run;
    const before = runs.slice(Math.max(0, index - 12), index);
    const owner = before.findLast((each) => owns(each, run, runs));
    if (!owner && before.some((each) => isTitle(each.text) && isUnderneath(run, each)))
      return { ...run, concepts: [...run.concepts, "document_number" as const] };
    const own = owner?.concepts.filter((concept) => concept.endsWith("_number") && concept !== "bare_number") ?? [];
    return own.length > 0 ? { ...run, concepts: [...run.concepts, ...own] } : run;
  });
}

function owns(owner: Run, run: Run, runs: readonly Run[]): boolean {
  if (owner.page !== run.page || owner.hasColon || !owner.concepts.some((each) => each.endsWith("_number")))
    return false;
  const next = runs[runs.indexOf(owner) + 1];
  // "Handelsrechnung (380) Nr. 471102": what stands in brackets parts the name from its "No.".
  if (next === run && run.segment === owner.segment) return true;
  if (next?.segment === owner.segment) return false;
  const gapRight = run.box.x - owner.box.x - owner.box.width;
  const isBeside = Math.abs(middle(run) - middle(owner)) < owner.box.height && gapRight > -0.01 && gapRight < 0.2;
  return isBeside || isUnderneath(run, owner);
}

function isUnderneath(run: Run, owner: Run): boolean {
  const gap = run.box.y - owner.box.y - owner.box.height;
  return run.page === owner.page && gap > -0.005 && gap < owner.box.height * 2 && isUnder(run, owner);
}

/** What may be the value at a label, the likeliest place first. */
export function nearOf(label: Run, field: Field): readonly Near[] {
  const page = field.byPage.get(label.page) ?? [];
  const apart = [...below(label, page), ...above(label, page)];
  const beside = toTheRight(label, page).filter((each) => !(isBesideLines(label, each) && isOthers(each, label, page)));
  return [
    ...[...sameSegment(label, page), ...beside].map((each) => ({ ...each, isOthers: false })),
    ...apart.map((each) => ({ ...each, isOthers: isOthers(each, label, page) })),
  ];
}

/** Beside one line of a label of several, which may be the line of a box of its own. */
function isBesideLines(label: Run, { run }: Reached): boolean {
  return label.box.height > run.box.height * LINES;
}

/** Whether what stands below or above a label stands right behind another one, or closer below another. */
function isOthers({ run, place }: Reached, label: Run, page: readonly Run[]): boolean {
  const isAnother = (each: Run | undefined) =>
    each !== undefined &&
    each !== label &&
    each.concepts.length > 0 &&
    !each.concepts.some((concept) => label.concepts.includes(concept) || WITHIN_BOX.includes(concept));
  const before = page[page.indexOf(run) - 1];
  const isBehind =
    before?.row === run.row && before.hasColon && run.box.x - before.box.x - before.box.width < REACH_OF_ANOTHER;
  if ((isBehind && isAnother(before)) || (place === "below" && isOfCaption(run, label, page))) return true;
  return (
    (place === "below" || place === "right") &&
    page.some(
      (each) =>
        isAnother(each) &&
        (place === "right" || each.box.y > label.box.y + label.box.height * 0.5) &&
        each.box.y + each.box.height * 0.5 < run.box.y &&
        run.box.y - each.box.y < each.box.height * 2.5 &&
        Math.abs(each.box.x - run.box.x) < (place === "right" ? NUMBERED : ALIGNED),
    )
  );
}

/** Whether what stands below a label is what the caption of another box right above it announces: "PARTITA IVA". */
function isOfCaption(run: Run, label: Run, page: readonly Run[]): boolean {
  return page.some(
    (each, at) =>
      each !== label &&
      each.concepts.includes("party_detail") &&
      !each.hasColon &&
      each.box.y > label.box.y + label.box.height &&
      run.box.y > each.box.y &&
      run.box.y - each.box.y < each.box.height * 2.5 &&
      Math.abs(each.box.x - run.box.x) < ALIGNED &&
      page[at + 1]?.segment !== each.segment &&
      /\d/.test(run.text),
  );
}

function sameSegment(label: Run, page: readonly Run[]): readonly Reached[] {
  const next = page[page.indexOf(label) + 1];
  return next && next.segment === label.segment && next.concepts.length === 0
    ? [{ run: next, place: "same", steps: 0 }]
    : [];
}

function middle({ box }: Run): number {
  return box.y + box.height / 2;
}

/** "TOTAL: 520 CTNS 28,458.00" counts what the sum is for. */
function isUnitOfCount({ concepts, hasColon }: Run, label: Run): boolean {
  const isUnit = concepts.length > 0 && concepts.every((each) => each === "packages" || each === "pieces");
  return isUnit && !hasColon && label.concepts.some((each) => each === "total" || each === "grand_total");
}

function toTheRight(label: Run, page: readonly Run[]): readonly Reached[] {
  const near: Reached[] = [];
  const edge = label.box.x + label.box.width;
  const onLine = page
    .filter(
      (run) =>
        run !== label &&
        run.segment !== label.segment &&
        run.box.x >= edge - 0.005 &&
        Math.abs(middle(run) - middle(label)) < Math.max(label.box.height, run.box.height) * 0.75,
    )
    .sort((a, b) => a.box.x - b.box.x);
  for (const run of onLine) {
    if (run.box.x - edge > REACH_RIGHT) break;
    if (isGrossTag(run, label) || isUnitOfCount(run, label)) continue;
    if (run.concepts.length > 0) break;
    near.push({ run, place: "right", steps: near.length });
    if (near.length === 3) break;
  }
  return near;
}

/** Beside the label of a sum it may be called gross: "Gesamtsumme | brutto | 4.185,86"; alone the word is a label of weights. */
function isGrossTag({ text }: Run, label: Run): boolean {
  return GROSS_TAG.test(text) && label.concepts.some((each) => SUMS.includes(each));
}
const GROSS_TAG =
  /^[([]?(?:brutto|bruto|gross|ttc|t\.t\.c\.|incl\.?(?: (?:btw|vat|tax|tva))?|inkl\.?(?: (?:mwst|ust)\.?)?)[)\]]?$/iu;
const SUMS: readonly Concept[] = ["grand_total", "total", "amount_due"];

/** Left-aligned with the label, or standing under its middle. */
function isUnder(run: Run, label: Run): boolean {
  const isAligned = Math.abs(run.box.x - label.box.x) < 0.03;
  const center = run.box.x + run.box.width / 2;
  const isInside = center > label.box.x - 0.01 && center < label.box.x + label.box.width + 0.01;
  const labelCenter = label.box.x + label.box.width / 2;
  const covers = run.box.x < labelCenter && run.box.x + run.box.width > labelCenter && run.box.width < 0.5;
  return isAligned || isInside || covers;
}

/** A figure of money or a count, with its sign or unit. */
const FIGURE = /^[^\p{L}]*\d[\d.,'’ ]*[^\p{L}\d]{0,2}(?:[A-Z]{3})?$/u;
/** The number of a waybill or an invoice, all of which stands in one word. */
const NUMBERED_PAPER = /^[A-Z]{0,6}[-/]?\d[A-Z\d/-]{5,20}$/;
/** Boxes side by side are no wider, in widths of the page. */
const WIDEST_BOX = 0.36;

/**
 * In a row of boxes labels stand at the left and figures at the right: the only thing under a label as far as the label
 * of the next box, on the line below.
 */
function isInBox(run: Run, label: Run, page: readonly Run[]): boolean {
  const { x, y, height } = label.box;
  const gap = run.box.y - y - height;
  const isNumber = NUMBERED_PAPER.test(run.text) && label.concepts.some((each) => each.endsWith("_number"));
  if (gap > height * 2.5 || run.box.x < x || !(isNumber || FIGURE.test(run.text))) return false;
  const isBeside = (each: Run) => Math.abs(middle(each) - middle(label)) < height * 0.6;
  const beside = page.filter((each) => each !== label && isBeside(each) && each.concepts.length > 0);
  if (beside.length === 0 && !isNumber) return false;
  const next = Math.min(x + WIDEST_BOX, ...beside.map((each) => each.box.x).filter((left) => left > x));
  if (run.box.x + run.box.width > next + 0.005) return false;
  const onLine = page.filter((each) => Math.abs(middle(each) - middle(run)) < run.box.height * 0.6);
  return onLine.filter((each) => each.box.x + each.box.width > x && each.box.x < next).length === 1;
}

function below(label: Run, page: readonly Run[]): readonly Reached[] {
  const near: Reached[] = [];
  const bottom = label.box.y + label.box.height;
  const under = page
    .filter(
      (run) =>
        run !== label &&
        run.segment !== label.segment &&
        run.box.y > label.box.y + label.box.height * 0.5 &&
        (isUnder(run, label) || isInBox(run, label, page)),
    )
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  let reach = bottom;
  for (const run of under) {
    if (run.box.y - reach > label.box.height * REACH_BELOW || near.length === MOST_BELOW) break;
    if (run.concepts.length > 0) {
      if (!run.concepts.some((concept) => WITHIN_BOX.includes(concept))) break;
      const named = run.concepts.includes("party_name")
        ? [...sameSegment(run, page), ...toTheRight(run, page)][0]
        : undefined;
      if (named) near.push({ run: named.run, place: "below", steps: near.length });
      reach = run.box.y + run.box.height;
      continue;
    }
    near.push({ run, place: "below", steps: near.filter(({ run: each }) => /\p{L}{3}/u.test(each.text)).length });
    reach = run.box.y + run.box.height;
  }
  return near;
}

function above(label: Run, page: readonly Run[]): readonly Reached[] {
  const over = page
    .filter(
      (run) =>
        run.segment !== label.segment &&
        run.concepts.length === 0 &&
        run.box.y + run.box.height < label.box.y + label.box.height * 0.4 &&
        label.box.y - run.box.y - run.box.height < label.box.height * 2.5 &&
        isUnder(run, label),
    )
    .sort((a, b) => b.box.y - a.box.y);
  return over.slice(0, 2).map((run, steps) => ({ run, place: "above" as const, steps }));
}

/** Whether a label of its own stands left of a text, no further left than the label of the box that it stands in. */
export function isLabelled(run: Run, { box }: Run, field: Field): boolean {
  const page = field.byPage.get(run.page) ?? [];
  return page.some(
    (each) =>
      each.row === run.row &&
      each.box.x < run.box.x &&
      each.box.x > box.x - NUMBERED &&
      (each.concepts.length > 0 || /[:：]$/u.test(each.text)),
  );
}
