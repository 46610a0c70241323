import type { DocumentType } from "../document/document";
import { findTable } from "./columns";
import type { LineField } from "./field";
import { runsOf } from "./find-labels";
import { distance, fold, squeeze } from "./fold";
import { boxAround, rowsOf, segmentsOf, textOf, typicalHeight } from "./layout";
import type { Concept } from "./lexicon/concepts";
import { SIGNS } from "./lexicon/signs";
import { TITLES } from "./lexicon/titles";
import { fieldOf } from "./near";
import { styleOf } from "./style";
import { taxTables } from "./tax-table";
import { isPricedRoll, isTillPaper, rightToReceipt, TILL } from "./till-paper";
import type { PageText } from "./words";

export interface Classified {
  readonly type: DocumentType;
  readonly confidence: number;
}

/** A title in large letters at the top says almost everything, a mention in the text little. */
const TITLE = 12;
const TITLE_HEIGHT = 1.2;
/** Titles stand in the upper part of a page. */
const UPPER = 0.4;
/** A sign counts so often at most; a form may repeat it in every row. */
const MOST_SIGNS = 5;
/** With less evidence than this nothing is known. */
const LEAST = 3;
const NAMES_BY_LENGTH = Object.keys(TITLES).sort((a, b) => b.length - a.length);

/** The type of a document and how sure that is; what bears no sign is `other`. */
export function classify(pages: readonly PageText[]): Classified {
  const scores = new Map<DocumentType, number>();
  const add = (type: DocumentType, weight: number) => scores.set(type, (scores.get(type) ?? 0) + weight);
  const first = pages[0];
  if (first) for (const [type, weight] of titlesOf(first)) add(type, weight);
  for (const [type, weight] of signsOf(pages.slice(0, 2))) add(type, weight);
  const stated = statedOn(pages.slice(0, 2));
  refine(scores, stated, first);
  const ranked = [...scores].filter(([type]) => type !== "other" || scores.size > 0).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (!best || best[1] < LEAST) return untitled(stated, first);
  const share = best[1] / (best[1] + (second?.[1] ?? 0));
  return { type: best[0], confidence: Math.min(0.99, 0.45 + share * 0.55) };
}

/** What a paper is that no title names, by the facts that it states; a person confirms it. */
function untitled(stated: ReadonlySet<Concept>, page: PageText | undefined): Classified {
  const has = (...concepts: readonly Concept[]) => concepts.some((each) => stated.has(each));
  const isSent = has("from", "shipper") && has("to", "consignee") && has("weight", "pieces");
  if (isSent && isLabel(page) && has("tracking_number", "awb_number", "declared_value"))
    return { type: "express_waybill", confidence: UNTITLED };
  if (page && isListOfPackages(page)) return { type: "packing_list", confidence: UNTITLED };
  const isPriced = has("grand_total", "total", "amount_due", "term_total");
  if (isPriced && page && isPricedRoll(page)) return { type: "receipt", confidence: UNTITLED };
  if (!has("invoice_number") || !isPriced) return { type: "other", confidence: 0.5 };
  const trade = TRADE.filter((concept) => stated.has(concept)).length;
  return { type: trade > 1 ? "commercial_invoice" : "invoice", confidence: UNTITLED };
}

const UNTITLED = 0.7;

/** A table of goods with their packages and weights and without money is that of a packing list. */
function isListOfPackages(page: PageText): boolean {
  const columns = findTable(page)?.columns ?? [];
  const has = (...fields: readonly LineField[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  return (
    has("description") && has("packages") && has("net_weight_kg", "gross_weight_kg") && !has("amount", "unit_price")
  );
}

/** What the labels on the pages stand for. */
function statedOn(pages: readonly PageText[]): ReadonlySet<Concept> {
  const isRead = pages.some((page) => page.method === "ocr");
  return new Set(runsOf(pages.flatMap(segmentsOf), isRead).flatMap((run) => run.concepts));
}

/** What the lines at the top call the paper; each type counts its best title. */
function titlesOf(page: PageText): ReadonlyMap<DocumentType, number> {
  const height = typicalHeight(page.words);
  const best = new Map<DocumentType, number>();
  const lines = [
    ...segmentsOf(page).map(({ text, box }) => ({ text, box })),
    ...joinedLines(page),
    ...spacedLines(page),
  ];
  for (const { text, box } of lines) {
    const title = titleIn(text);
    if (!title) continue;
    const isLarge = box.height > height * TITLE_HEIGHT;
    const place = box.y < 0.16 ? 1 : box.y < UPPER ? 0.75 : 0.25;
    const weight = TITLE * place * (isLarge ? 1 : 0.7) * title.share;
    best.set(title.type, Math.max(best.get(title.type) ?? 0, weight));
  }
  return best;
}

/** Titles set in letters far apart are read as letters, and "P A C K I N G   L I S T" as two runs of them. */
function spacedLines(page: PageText): readonly Line[] {
  return rowsOf(page).flatMap((row) => {
    const letters = row.filter(({ text }) => /^\p{Lu}$/u.test(text));
    return letters.length < FEWEST_LETTERS ? [] : [{ text: textOf(letters), box: boxAround(letters) }];
  });
}
const FEWEST_LETTERS = 6;

interface Line {
  readonly text: string;
  readonly box: { readonly y: number; readonly height: number };
}

/** A title may be broken over two lines. */
function joinedLines(page: PageText): readonly Line[] {
  const top = segmentsOf(page).filter(({ box }) => box.y < UPPER);
  return top.flatMap((line) =>
    top
      .filter(
        ({ box }) =>
          box.y > line.box.y + line.box.height * 0.5 &&
          box.y < line.box.y + line.box.height * 2.2 &&
          Math.abs(box.x + box.width / 2 - line.box.x - line.box.width / 2) < 0.06,
      )
      .slice(0, 1)
      .map((next) => ({ text: `${line.text} ${next.text}`, box: line.box })),
  );
}

/** A word with the number of the paper behind it. */
const NUMBERED = /^\p{L}+\s*(?:\p{L}{1,3}[.°º]?|n[°ºo]|#|№)?\s*[:：#]?\s*(?=\S*\d{3})[A-Z\d][A-Z\d/._-]*$/iu;

/** A long line with a number or a colon in it announces something, and a code says in data what a paper is. */
function isLabelled(text: string): boolean {
  if (TYPE_CODE.test(text)) return true;
  return text.length > 40 && /[:：#№]\s*\S|\bno\b|number/iu.test(text);
}

const ENDS_WITH_NUMBER = /(?:(?<!\p{L})(?:no|nr|num|number|nummer|numero)|n[°º]|№|#|号|号码)\.?\s*[:：]?\s*$/iu;

/** "Packliste zu Lieferschein 26-40188" is no delivery note: what a paper goes with stands behind its own title. */
const TO_ANOTHER =
  /(?<=\p{L}{5}.*)\s(?:zu[mr]?|for|to|au|à la|relative [aà]u?|al|alla?|per|para|do|k|till?|bij|voor|behorende bij|gem(?:äß|\.)|according to|as per|ref\.?)\s(?=.*\d).*$/iu;

/** The code that data have for an invoice of any kind, with its English name, as viewers show it: "380 - Commercial invoice". */
const TYPE_CODE = /^\(?(?:380|381|384|386|389|326|751|875|876|877)\)?\s*[-–—:=]\s*\p{L}/u;

/** The longest title in a line, and how much of the line it is. */
function titleIn(given: string): { readonly type: DocumentType; readonly share: number } | null {
  const text = given.replace(TO_ANOTHER, "");
  const line = squeeze(text);
  if (isLabelled(text) || line.length < 3 || line.length > 110) return null;
  const name = NAMES_BY_LENGTH.find((each) => bears(line, each));
  const type = name === undefined ? undefined : TITLES[name];
  if (name === undefined || !type) return null;
  // "Commercial Invoice No." announces the number of one, perhaps on a paper that goes with it.
  if (ENDS_WITH_NUMBER.test(text)) return { type, share: 0.35 };
  const share = isTitleTwice(line, name) ? 1 : name.length / line.length;
  const isShort = name.length < 10 && /\p{Script=Latin}/u.test(name);
  // "Facture n° 8814" at the head of a page is its title and its number; further down it is a label.
  if (isShort && NUMBERED.test(text) && line.startsWith(name)) return { type, share: 0.4 };
  // "Ref. invoice" is a label; a title of one word stands alone.
  if (isShort && share < 0.8) return share < 0.3 ? null : { type, share: 0.2 };
  // "Invoice" inside a longer line is spoken of, not a title.
  return { type, share: share < 0.3 ? 0.12 : Math.min(1, 0.35 + share * 0.65) };
}

/** "发票 INVOICE" is one title in two languages, "PACKING LIST / WEIGHT NOTE" one in two words. */
function isTitleTwice(line: string, name: string): boolean {
  const other = line.replace(name, "");
  return other !== line && Object.hasOwn(TITLES, other);
}

/** Whether a line bears a title, or is one that was misread by a few letters. */
function bears(line: string, name: string): boolean {
  if (line.includes(name)) return true;
  const most = Math.floor(name.length / 7);
  return name.length >= 8 && Math.abs(line.length - name.length) <= 2 && distance(line, name, most) <= most;
}

function signsOf(pages: readonly PageText[]): ReadonlyMap<DocumentType, number> {
  const rows = pages.flatMap((page) => rowsOf(page).map((row) => fold(row.map((word) => word.text).join(" "))));
  const scores = new Map<DocumentType, number>();
  for (const [type, pattern, weight] of SIGNS) {
    const count = rows.filter((row) => pattern.test(row)).length;
    if (count > 0) scores.set(type, Math.min(count, MOST_SIGNS) * weight);
  }
  return scores;
}

/** Facts that only papers of foreign trade state. */
const TRADE: readonly Concept[] = [
  "origin",
  "gross_weight",
  "net_weight",
  "incoterm",
  "port_of_loading",
  "port_of_discharge",
  "hs_code",
  "container",
  "packages",
];

/** What kinds have in common with their neighbours is told apart by what only one of them has. */
function refine(scores: Map<DocumentType, number>, stated: ReadonlySet<Concept>, page: PageText | undefined): void {
  const get = (type: DocumentType) => scores.get(type) ?? 0;
  const move = (from: DocumentType, to: DocumentType) => {
    scores.set(to, get(to) + get(from));
    scores.delete(from);
  };
  const trade = TRADE.filter((concept) => stated.has(concept)).length;
  const isHouse = stated.has("master_number") || stated.has("hawb_number");
  if (get("air_waybill") > 0 && (get("house_air_waybill") >= 3 || isHouse)) move("air_waybill", "house_air_waybill");
  const isForwarders = get("house_bill_of_lading") >= 5 || stated.has("hbl_number") || stated.has("master_number");
  if (get("bill_of_lading") > 4 && isForwarders) move("bill_of_lading", "house_bill_of_lading");
  else if (get("bill_of_lading") > get("house_bill_of_lading")) scores.delete("house_bill_of_lading");
  // The same title stands over invoices for customs and for the tax office.
  if (get("invoice") >= 5 && isForCustoms(stated, trade) && !(page && isTaxedAtHome(stated, page)))
    move("invoice", "commercial_invoice");
  if (page) refineReceipt(scores, trade, page);
  if (stated.has("tracking_number") && (stated.has("declared_value") || stated.has("weight")) && isLabel(page))
    scores.set("express_waybill", get("express_waybill") + 5);
}

/** A forwarder charges tax for the carriage, and names the bills of the house; sellers of goods know none. */
function isForCustoms(stated: ReadonlySet<Concept>, trade: number): boolean {
  const isOfCarriage = HOUSE.some((concept) => stated.has(concept)) && stated.has("tax");
  return trade >= 3 && !isOfCarriage;
}

/** What is charged with tax goes to a neighbour, where nothing says over which border: wholesalers state origins too. */
function isTaxedAtHome(stated: ReadonlySet<Concept>, page: PageText): boolean {
  if (OVER_BORDERS.some((concept) => stated.has(concept))) return false;
  const field = fieldOf(runsOf(segmentsOf(page), page.method === "ocr"), styleOf([page]));
  return taxTables(field).some(({ isTold, isWhole, tax }) => isTold && isWhole && Number(tax.value) > 0);
}
const OVER_BORDERS: readonly Concept[] = ["incoterm", "port_of_loading", "port_of_discharge", "hs_code", "container"];
const HOUSE: readonly Concept[] = ["master_number", "hawb_number", "hbl_number"];

/** "Tax invoice" stands over what a till prints too. */
function refineReceipt(scores: Map<DocumentType, number>, trade: number, page: PageText): void {
  const score = scores.get("receipt") ?? 0;
  if (score === 0) return;
  const right = rightToReceipt(score, page);
  const isTills = right >= TILL && trade < 2 && isTillPaper(page);
  scores.set("receipt", right + (isTills ? (scores.get("invoice") ?? 0) : 0));
  if (isTills) scores.delete("invoice");
}

/** Labels of carriers say little in large letters. */
function isLabel(page: PageText | undefined): boolean {
  return page !== undefined && page.words.length < 260;
}
