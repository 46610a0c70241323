import type { DocumentType } from "../document/document";
import { besideBarCodes } from "./bar-codes";
import { readCargo } from "./cargo-table";
import { classify } from "./classify";
import { readCommodityCodes } from "./commodity-codes";
import { readContainers } from "./containers";
import { readContents } from "./contents-list";
import { DEFINITIONS } from "./definitions";
import { doubtLists } from "./doubt-lists";
import { withWholeWords } from "./even-type";
import { LEAST, type ReadField, SURE } from "./field";
import { readGoodsBoxes } from "./goods-boxes";
import { isRowOfTotals } from "./goods-ends";
import { readGoodsTable } from "./goods-table";
import { readHeader } from "./header";
import { rowsOf, textOf } from "./layout";
import { layoutFor, withLessons } from "./learned/apply";
import { headingsOf } from "./learned/columns";
import type { Layout } from "./learned/layout-lesson";
import { fieldOfPages } from "./learned/learn";
import { recognise } from "./learned/recognise";
import { fieldOf } from "./near";
import { doubted, isOverruled } from "./overruled";
import { readReceiptLines } from "./receipt-lines";
import { reconcile } from "./reconcile";
import { homeCurrency } from "./till-home";
import type { PageText, Word } from "./words";

interface Reading {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
}

/**
 * Reads what a document says from the words of its pages, helped by what was learned of papers that look like it. What
 * is not on the pages is not in the answer.
 */
export function readDocument(given: readonly PageText[], layouts: readonly Layout[] = []): Reading {
  const pages = given.map(withHyphens).map(withWholeWords);
  const classified = classify(pages);
  const places = layouts.length > 0 ? fieldOfPages(pages) : NOWHERE;
  const { layout, type, confidence } = layoutFor(recognise(places, layouts), classified.type, classified.confidence);
  const method = pages.some((page) => page.method === "ocr") ? "ocr" : "text_layer";
  const learned = layout ? headingsOf(layout) : undefined;
  const table = WITHOUT_GOODS.includes(type) ? NO_TABLE : readGoodsTable(pages, method, learned);
  const { totals, headings } = table;
  const lines = table.lines.length > 0 ? table.lines : linesWithoutTable(type, pages, method);
  const read = readHeader(pages, type, method, headings, lines);
  const cargo = CARGO.includes(type) ? readCargo(pages, method) : [];
  const known = cargo.map((field) => field.name);
  // What stands in the column of the cargo is what the carrier took over; a label elsewhere may mean a part of it.
  // And the row that adds up the columns says of all the goods what a label that is not sure may say of some.
  const header = withCurrency(read, pages, type, method).filter(
    (field) =>
      (!known.includes(field.name) || !isAmbiguous(field)) &&
      !isAddedUp(field, totals) &&
      !isOverruled(field, lines, totals),
  );
  const fields = [
    ...header,
    ...[...cargo.filter(isSureFigure), ...doubted(totals, read), ...cargo].filter(
      (total, at, all) => isAsked(type, total) && isNew(total, header) && isNew(total, all.slice(0, at)),
    ),
    ...(WITH_LINES.includes(type)
      ? [...lines, ...originOf(lines, header), ...packagesOf(lines, [...header, ...totals], pages)]
      : []),
    ...(WITHOUT_GOODS.includes(type) ? [] : readCommodityCodes(pages, lines, method)),
    ...(WITHOUT_GOODS.includes(type) && type !== "other" ? [] : readContainers(pages, method)),
  ];
  const told = doubtLists(reconcile(withLessons(fields, layout, type, places)));
  // A till rounds, and prints prices with and without tax; what it adds up is no test of the lines.
  const bought = type === "receipt" ? readReceiptLines(pages, method) : [];
  const stated = besideBarCodes(told, pages, type).filter(type === "other" ? isSure : isLikelyEnough);
  return { type, typeConfidence: confidence, fields: [...stated, ...bought] };
}

/** The goods of a paper that lists them otherwise than in the rows of a table. */
function linesWithoutTable(
  type: DocumentType,
  pages: readonly PageText[],
  method: ReadField["method"],
): readonly ReadField[] {
  if (type === "packing_list") return readContents(pages, method);
  return IN_BOXES.includes(type) ? readGoodsBoxes(pages, method) : [];
}

function withCurrency(
  read: readonly ReadField[],
  pages: readonly PageText[],
  type: DocumentType,
  method: ReadField["method"],
): readonly ReadField[] {
  if (read.some(({ name }) => name === "currency")) return read;
  return AT_HOME.includes(type) ? [...read, ...homeCurrency(pages, method)] : read;
}

/** Papers of those who sell in their own country, and need not say in which money. */
const AT_HOME: readonly DocumentType[] = ["receipt", "invoice"];

/** A fact less likely than this is left empty, and asked. */
function isLikelyEnough({ line, confidence }: ReadField): boolean {
  return line !== null || confidence >= LEAST;
}

/** Of a paper that nobody asks anything of, what is not sure is left out: there is nothing to confirm on it. */
function isSure({ confidence }: ReadField): boolean {
  return confidence >= SURE;
}

/** What was added up from several rows yields to the row that says what they come to. */
const isSureFigure = ({ confidence }: ReadField) => confidence >= SURE;

/** Papers with a table of the cargo as a whole. */
const CARGO: readonly DocumentType[] = [
  "air_waybill",
  "house_air_waybill",
  "bill_of_lading",
  "house_bill_of_lading",
  "certificate_of_origin",
  "health_certificate",
];

function isNew(field: ReadField, others: readonly ReadField[]): boolean {
  return !others.some((each) => each.name === field.name);
}

const ADDED_UP: readonly ReadField["name"][] = ["packages", "net_weight_kg", "gross_weight_kg"];

function isAddedUp({ name, confidence }: ReadField, totals: readonly ReadField[]): boolean {
  return ADDED_UP.includes(name) && confidence < SURE && totals.some((total) => total.name === name);
}

/** The country from which all goods are, where their lines alone state it; a person is asked. */
function originOf(lines: readonly ReadField[], header: readonly ReadField[]): readonly ReadField[] {
  const stated = lines.filter(({ name }) => name === "origin");
  const [first] = stated;
  const goods = new Set(lines.map(({ line }) => line)).size;
  const isOne = stated.length === goods && stated.every(({ value }) => value === first?.value);
  if (!first || !isOne || header.some(({ name }) => name === "country_of_origin")) return [];
  return [{ ...first, name: "country_of_origin", line: null, confidence: Math.min(first.confidence, DOUBTED_ORIGIN) }];
}

/** How many packages the lines add up to, where the paper says so somewhere in words of its own; a person is asked. */
function packagesOf(
  lines: readonly ReadField[],
  known: readonly ReadField[],
  pages: readonly PageText[],
): readonly ReadField[] {
  const counts = lines.filter(({ name }) => name === "packages");
  const [first] = counts;
  const goods = new Set(lines.map(({ line }) => line)).size;
  if (!first || counts.length < 2 || known.some(({ name }) => name === "packages")) return [];
  const value = String(counts.reduce((sum, each) => sum + Number(each.value), 0));
  const states = ({ text }: Word) => text.replace(/,(?=\d{3})/g, "") === value;
  // What is charged beside the goods is packed in nothing; only a row of totals can say that the others are all.
  const isStated =
    counts.length < goods
      ? pages.some((page) => rowsOf(page).some((row) => isRowOfTotals(textOf(row)) && row.some(states)))
      : pages.some(({ words }) => words.some(states));
  return isStated ? [{ ...first, line: null, value, confidence: Math.min(first.confidence, ADDED) }] : [];
}

const ADDED = 0.85;
const DOUBTED_ORIGIN = 0.85;

function isAmbiguous(field: ReadField): boolean {
  return field.confidence < 0.99;
}

/** Papers that list goods one by one; on the others the table only says how many packages of what weight there are. */
const WITH_LINES: readonly DocumentType[] = [
  "commercial_invoice",
  "pro_forma_invoice",
  "invoice",
  "packing_list",
  "postal_declaration",
];

/** Papers that viewers of electronic invoices show line by line. */
const IN_BOXES: readonly DocumentType[] = ["invoice", "commercial_invoice"];

/** Papers whose tables, if they have any, are none of goods with their codes. */
const WITHOUT_GOODS: readonly DocumentType[] = ["receipt", "quality_report", "product_label", "payment_slip", "other"];

const NOWHERE = fieldOf([]);
const NO_TABLE: ReturnType<typeof readGoodsTable> = { lines: [], totals: [], headings: [] };

function isAsked(type: DocumentType, { name }: ReadField): boolean {
  return DEFINITIONS[type].some((definition) => definition.name === name);
}

/** The signs with which a PDF may end a line instead of the hyphen that was set there. */
const HYPHEN_SIGNS = ["\u0002", "\u00AD"];

function withHyphens(page: PageText): PageText {
  const isBroken = ({ text }: Word) => HYPHEN_SIGNS.some((sign) => text.endsWith(sign));
  return page.words.some(isBroken)
    ? {
        ...page,
        words: page.words.map((word) => (isBroken(word) ? { ...word, text: `${word.text.slice(0, -1)}-` } : word)),
      }
    : page;
}
