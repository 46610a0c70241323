import type { DocumentType } from "../document/document";
import type { ReadField } from "./field";
import type { Layout } from "./learned/layout-lesson";
import { type PageSigns, signsOf } from "./packet-signs";
import { readDocument } from "./read-document";
import { similarity } from "./similarity";
import { type UnreadScript, unreadScript } from "./unread";
import type { PageText } from "./words";

/** One of the documents that a file holds, by its pages, both counted from 1 and included. */
export interface PageRange {
  readonly firstPage: number;
  readonly lastPage: number;
}

/** What one document of a file says. The pages of its values are those of the file. */
export interface PartReading extends PageRange {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
  /** The script of a document whose language is not read; null where it is. */
  readonly unreadScript: UnreadScript | null;
}

/** From this score on, a page begins another document. */
const BEGINS = 3;
/** A page that says so much of what the first one said is a second copy of it. */
const COPY = 0.8;

/** Reads each of the documents that the pages hold, by what is known of layouts; one document of many pages is one. */
export function readPacket(pages: readonly PageText[], layouts: readonly Layout[] = []): readonly PartReading[] {
  return splitPacket(pages).map((range) => readRange(pages, range, layouts));
}

/** Reads the pages of a range as a document of its own. */
export function readRange(pages: readonly PageText[], range: PageRange, layouts: readonly Layout[] = []): PartReading {
  const offset = range.firstPage - 1;
  const own = pages
    .filter(({ number }) => number >= range.firstPage && number <= range.lastPage)
    .map((page) => ({ ...page, number: page.number - offset }));
  const { type, typeConfidence, fields } = readDocument(own, layouts);
  return {
    ...range,
    type,
    typeConfidence,
    fields: fields.map((field) => ({ ...field, page: field.page + offset })),
    unreadScript: unreadScript(own),
  };
}

/**
 * Where one document of a file ends and the next begins. What a page says of itself counts most ("page 2 of 3"), then
 * the number of the paper, its title, its kind; a page without any of these goes on with the document before it.
 */
export function splitPacket(pages: readonly PageText[]): readonly PageRange[] {
  if (pages.length <= 1) return pages.map(({ number }) => ({ firstPage: number, lastPage: number }));
  const starts: number[] = [];
  let current: Current | null = null;
  for (const page of pages) {
    const signs = signsOf(page);
    if (current === null || beginsAnother(current, signs)) {
      starts.push(page.number);
      current = { first: signs, last: signs, type: signs.type, numbers: signs.numbers };
    } else {
      current = goOn(current, signs);
    }
  }
  const last = pages.at(-1)?.number ?? 1;
  return starts.map((firstPage, index) => ({ firstPage, lastPage: (starts[index + 1] ?? last + 1) - 1 }));
}

/** The document that the pages so far belong to. */
interface Current {
  readonly first: PageSigns;
  readonly last: PageSigns;
  readonly type: PageSigns["type"];
  readonly numbers: PageSigns["numbers"];
}

/** A blank page in front belongs to what follows it, and a number may stand on a later page only. */
function goOn(current: Current, signs: PageSigns): Current {
  const first = current.first.isBlank ? signs : current.first;
  return {
    first,
    last: signs,
    type: current.type ?? signs.type,
    numbers: { ...signs.numbers, ...current.numbers },
  };
}

function beginsAnother(current: Current, page: PageSigns): boolean {
  if (page.isBlank || current.first.isBlank) return false;
  const signs = [counted, named, titled, headed, repeated, opened, receipted, shaped];
  return signs.reduce((score, sign) => score + sign(current, page), 0) >= BEGINS;
}

/** "Page 1 of 2" begins a document, "page 2 of 2" after "page 1 of 2" goes on. */
function counted({ last }: Current, { count }: PageSigns): number {
  if (!count) return last.count?.of !== undefined && last.count.page === last.count.of ? 1.5 : 0;
  if (count.page === 1) return 6;
  const follows = last.count !== null && count.page === last.count.page + 1 && isSameCount(count.of, last.count.of);
  return follows ? -8 : -2;
}

function isSameCount(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Another number of the same kind is another paper; the same one on paper of the same kind is the same paper. */
function named(current: Current, { numbers, type }: PageSigns): number {
  const shared = Object.entries(numbers).filter(([name]) => current.numbers[name] !== undefined);
  if (shared.length === 0) return 0;
  const isOther = shared.some(([name, number]) => current.numbers[name] !== number);
  // A page that bears no kind may quote the number of another paper.
  if (isOther) return isSameKind(type, current.type) && type !== null ? 5 : 4;
  return isSameKind(type, current.type) ? -3 : 0;
}

/** A title names the kind of paper. A kind that is only guessed counts less, and none at all speaks for going on. */
function titled({ type, last }: Current, page: PageSigns): number {
  const afterBlank = last.isBlank ? 1 : 0;
  if (page.isContinued) return -4;
  if (page.title) return (isSameKind(page.title, type) ? 1.5 : 5) + afterBlank;
  if (page.type && !isSameKind(page.type, type)) return page.typeConfidence >= 0.75 && page.hasOwnNumber ? 3 : 1;
  return -2 + afterBlank;
}

/** Under another letterhead a title begins another paper; a form that is repeated on each sheet has the same one. */
function headed({ first }: Current, { title, head }: PageSigns): number {
  if (!title || head.size < FEWEST_HEAD_WORDS) return 0;
  const shared = similarity(first.head, head);
  if (shared < OTHER_HEAD) return 2;
  return shared > SAME_HEAD ? -1 : 0;
}

const FEWEST_HEAD_WORDS = 5;
const OTHER_HEAD = 0.2;
const SAME_HEAD = 0.6;

/** A page that states what papers open with, under another head than the paper before it, opens another. */
function opened({ first }: Current, { openings, head, isContinued }: PageSigns): number {
  if (isContinued || similarity(first.head, head) >= OTHER_HEAD) return 0;
  return openings >= 3 ? 5 : openings === 2 ? 2.5 : 0;
}

/** What a till prints is whole on its strip: under the name of another shop it is another paper. */
function receipted({ first }: Current, { type, typeConfidence, head, isContinued }: PageSigns): number {
  const isOfTill = type === "receipt" && typeConfidence >= TOLD_BY_TILL && !isContinued;
  return isOfTill && similarity(first.head, head) < OTHER_HEAD ? 5 : 0;
}
const TOLD_BY_TILL = 0.9;

/** A roll of a till, or a label, among sheets; sheets that lie on their side are still those of one paper. */
function shaped({ last }: Current, { aspect }: PageSigns): number {
  const isShape = (other: number) => Math.abs(Math.log(aspect / other)) < OTHER_SHAPE;
  return isShape(last.aspect) || isShape(1 / last.aspect) ? 0 : 5;
}

/** Of sheets of one paper, one may be cropped a little by a scanner. */
const OTHER_SHAPE = 0.2;

/** A second copy says what the first page says, once more. */
function repeated({ first }: Current, page: PageSigns): number {
  return page.shingles.size >= 20 && similarity(first.shingles, page.shingles) >= COPY ? 8 : 0;
}

/** Pages of one paper may be taken for kinds that lie close together. */
const KINDS: readonly (readonly DocumentType[])[] = [
  ["commercial_invoice", "pro_forma_invoice", "invoice", "receipt"],
  ["air_waybill", "house_air_waybill"],
  ["bill_of_lading", "house_bill_of_lading"],
];

function isSameKind(a: DocumentType | null, b: DocumentType | null): boolean {
  return a === b || KINDS.some((kind) => a !== null && b !== null && kind.includes(a) && kind.includes(b));
}
