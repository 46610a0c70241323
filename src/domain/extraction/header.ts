import type { DocumentType } from "../document/document";
import { correspondents } from "./correspondents";
import { DEFINITIONS } from "./definitions";
import { type HeaderField, LEAST, type ReadField } from "./field";
import { type Run, runsOf } from "./find-labels";
import { type Segment, segmentsOf } from "./layout";
import { dateAlone, datedAtPlace } from "./letter-dates";
import type { Concept } from "./lexicon/concepts";
import { type Field, fieldOf } from "./near";
import { exporterInFirstBox } from "./numbered-boxes";
import { doubtOtherCurrencies } from "./other-currency";
import { rankedCandidates } from "./ranked-candidates";
import { factsOfReceipt } from "./receipt-facts";
import { candidatesFor, type Found, type Sought } from "./seek";
import { styleOf } from "./style";
import { styleOfTill } from "./till-home";
import { sumOfTaxes, taxByRow } from "./till-tax";
import { FORMS, findByForm } from "./unlabelled";
import type { PageText } from "./words";

/** A rival that is nearly as good makes both doubtful. */
const RIVAL = 0.93;
const DOUBTED = 0.8;

/** Papers that their seller writes on paper of his own. */
const WITH_LETTERHEAD: readonly DocumentType[] = ["commercial_invoice", "pro_forma_invoice", "invoice", "packing_list"];

/** The headings of tables, which are labels of their columns and of nothing else. */
export type Headings = readonly { readonly page: number; readonly top: number; readonly bottom: number }[];

/** What the head and the foot of a document say, outside its goods table. */
export function readHeader(
  pages: readonly PageText[],
  type: DocumentType,
  method: ReadField["method"],
  headings: Headings,
  /** What was read of the goods: among their names nobody is named. */
  lines: readonly ReadField[] = [],
): readonly ReadField[] {
  const all = pages.flatMap(segmentsOf);
  const segments = all.filter((segment) => !isHeading(segment, headings));
  const runs = runsOf(all, method === "ocr").filter(
    (run) => !isHeading(run, headings) || run.concepts.some((each) => OVER_COLUMNS.includes(each)),
  );
  const field = fieldOf(runs, type === "receipt" ? styleOfTill(pages) : styleOf(pages));
  const currency = toldByForm(
    "currency",
    all.filter((segment) => isHeading(segment, withLineBelow(headings))),
  );
  const found = chosen(type, field, segments, currency);
  for (const name of PARTIES) if (isGoodsName(found.get(name), lines)) found.delete(name);
  addParties(found, type, field, Math.min(1, ...headings.filter(({ page }) => page === 1).map(({ top }) => top)));
  addTax(found, type, field);
  const exporter =
    type === "certificate_of_origin" && !isToldSurely(found.get("shipper")) ? exporterInFirstBox(segments) : null;
  if (exporter) found.set("shipper", { ...exporter, isRivalled: false });
  keepNumbersApart(found);
  const fields = [...found].map(([name, each]) => ({
    name,
    line: null,
    ...each,
    confidence: confidenceOf(name, each, method),
    method,
  }));
  return doubtOtherCurrencies(fields).map(({ name, line, value, raw, page, box, confidence }) => ({
    name,
    line,
    value,
    raw,
    page,
    box,
    confidence,
    method,
  }));
}

const PARTIES: readonly HeaderField[] = ["seller", "buyer", "shipper", "consignee"];

/** Whether what was taken for a party is what a line of goods is called. */
function isGoodsName(found: Found | undefined, lines: readonly ReadField[]): boolean {
  return (
    found !== undefined &&
    lines.some(({ name, page, box }) => name === "description" && page === found.page && isInside(found.box, box))
  );
}

function isInside(inner: Segment["box"], { x, y, width, height }: Segment["box"]): boolean {
  const middle = inner.y + inner.height / 2;
  return middle > y && middle < y + height && inner.x < x + width && inner.x + inner.width > x;
}

/** What may stand over a column and be a fact of the whole document: a certificate lists its invoice so. */
const OVER_COLUMNS: readonly Concept[] = ["invoice_number", "invoice_date", "container", "other_number"];

function isHeading({ page, box }: Pick<Segment, "page" | "box">, headings: Headings): boolean {
  const middle = box.y + box.height / 2;
  return headings.some((each) => each.page === page && middle >= each.top && middle <= each.bottom);
}

/** The line below the headings may say in what they count: "KGS", "USD". */
const LINE_BELOW = 0.014;

function withLineBelow(headings: Headings): Headings {
  return headings.map((each) => ({ ...each, bottom: each.bottom + LINE_BELOW }));
}

/** A date whose label fits no better than this may be that of an invoice which a certificate lists. */
const LABEL_OF_ANOTHER = 0.86;

type Chosen = Map<HeaderField, ChosenOne>;

/** A currency at a label of figures that are not asked for is less sure than the one over the columns. */
const ELSEWHERE = 0.85;

function moreLikely(labelled: ChosenOne | null, overColumns: ChosenOne | null): ChosenOne | null {
  return overColumns && (labelled?.score ?? 0) < ELSEWHERE ? overColumns : labelled;
}

function chosen(type: DocumentType, field: Field, segments: readonly Segment[], overColumns: ChosenOne | null): Chosen {
  const sought = DEFINITIONS[type];
  const isLetter = WITH_LETTERHEAD.includes(type);
  const all = rankedCandidates(type, field);
  const found: Chosen = new Map();
  for (const each of sought) {
    const { name, forms, isLabelled } = each;
    const labelled = moreLikely(bestOf(all.get(name) ?? []), name === "currency" ? overColumns : null);
    const told = () => labelled ?? toldByForm(name, segments, forms, isLabelled);
    const one = (name === "date" ? dayOf(labelled, told, segments, isLetter) : told()) ?? otherwise(each, field);
    if (one) found.set(name, one);
  }
  return found;
}

/** Where a paper is signed says its day better than a label that may be that of another paper. */
function dayOf(
  labelled: ChosenOne | null,
  told: () => ChosenOne | null,
  segments: readonly Segment[],
  isLetter: boolean,
): ChosenOne | null {
  const signed = (labelled?.score ?? 0) < LABEL_OF_ANOTHER ? datedAtPlace(segments, isLetter) : null;
  return asChosen(signed) ?? told() ?? (isLetter ? asChosen(dateAlone(segments)) : null);
}

/** What stands at the label and is not what it should be; it is shown with so little sureness that a person is asked. */
function otherwise(sought: Sought, field: Field): ChosenOne | null {
  const accept = sought.otherwise;
  return accept ? bestOf(candidatesFor({ ...sought, accept, likeness: () => OTHERWISE }, field)) : null;
}
const OTHERWISE = 0.6;

type ChosenOne = Found & { readonly isRivalled: boolean };

function asChosen(found: Found | null): ChosenOne | null {
  return found && { ...found, isRivalled: false };
}

function bestOf(candidates: readonly Found[]): ChosenOne | null {
  const [best, ...others] = candidates;
  if (!best || best.score < LEAST) return null;
  return { ...best, isRivalled: others.some((each) => each.value !== best.value && each.score > best.score * RIVAL) };
}

function toldByForm(
  name: HeaderField,
  segments: readonly Segment[],
  own: Sought["forms"] = [],
  isLabelled = false,
): ChosenOne | null {
  const usual = isLabelled ? undefined : FORMS[name];
  for (const form of [...own, ...(usual ? [usual] : [])]) {
    const found = findByForm(segments, form);
    if (found) return { ...found, isRivalled: false };
  }
  return null;
}

function addParties(found: Chosen, type: DocumentType, field: Field, goodsFrom: number): void {
  const add = (name: HeaderField, each: Found | null) => {
    const known = found.get(name);
    const isOther = type === "invoice" && known?.concept === "shipper";
    if (each && (isOther || each.score > (known?.score ?? 0))) found.set(name, { ...each, isRivalled: false });
  };
  if (type === "receipt") {
    for (const [name, each] of factsOfReceipt(field, found)) found.set(name, { ...each, isRivalled: false });
    return;
  }
  if (!WITH_LETTERHEAD.includes(type)) return;
  const named = (name: HeaderField) => {
    const each = found.get(name);
    // A forwarder's invoice names the shipper of the goods, who is not the one that writes; and where goods are brought
    // to is not always who pays for them.
    const isOther = type === "invoice" && (each?.concept === "shipper" || each?.concept === "ship_to");
    return each && each.score >= LABELLED && !isOther ? each.value : undefined;
  };
  const { seller, buyer } = correspondents(field, { seller: named("seller"), buyer: named("buyer") }, goodsFrom);
  add("seller", seller);
  add("buyer", buyer);
}

/** A tax that bears out the total with its net is at least so sure. */
const BALANCED = 0.97;

/** The tax that arithmetic tells where labels do not. */
function addTax(found: Chosen, type: DocumentType, field: Field): void {
  const total = found.get("total");
  if (type !== "invoice" || !total) return;
  const isOpen = (found.get("tax")?.score ?? 0) < BALANCED;
  // Of several rates the sum is meant, where it bears out the total.
  const tax = sumOfTaxes(field, Number(total.value)) ?? (isOpen ? taxByRow(field, total) : null);
  if (tax && tax.value !== found.get("tax")?.value) found.set("tax", { ...tax, isRivalled: false });
}

function isToldSurely(found: ChosenOne | undefined): boolean {
  return (found?.score ?? 0) >= IN_FIRST_BOX;
}
/** The first box of a numbered form says it better than a label that fits less well. */
const IN_FIRST_BOX = 0.8;

/** Under the number of the master goes another consignment, and the number of a waybill is that of no invoice. */
function keepNumbersApart(found: Chosen): void {
  const carried = found.get("transport_number")?.value;
  if (carried === undefined) return;
  if (carried === found.get("invoice_number")?.value) found.delete("invoice_number");
  if (carried === found.get("master_number")?.value) found.delete("transport_number");
}

/** A party with less than this stands at a label that others use as well. */
const LABELLED = 0.55;
/** What stands away from its label is a little less sure than what stands at it. */
const AWAY = 0.97;
/** A figure and a letter that an engine takes for one another, side by side. */
const CONFUSED = /[A-Z]0|0[A-Z]|O\d|\dO|I\d|\dI|l\d|[A-Z]1(?=\d)/;

function confidenceOf(
  name: HeaderField,
  found: Found & { readonly isRivalled: boolean },
  method: ReadField["method"],
): number {
  const { score, sureness, isRivalled, place, value } = found;
  const isAway = place === "below" || place === "above";
  const isConfused = method === "ocr" && name.endsWith("_number") && CONFUSED.test(value);
  const confidence = score * sureness * (isAway ? AWAY : 1) * (isRivalled || isConfused ? DOUBTED : 1);
  return Math.min(0.99, confidence);
}

/** The labels and values of the pages, for those who look further. */
export function runsOfPages(pages: readonly PageText[], isRead: boolean): readonly Run[] {
  return runsOf(pages.flatMap(segmentsOf), isRead);
}
