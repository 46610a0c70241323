import type { ReadField } from "./field";
import { runsOfPages } from "./header";
import { boxAround, type Segment, segmentsOf } from "./layout";
import { fieldOf } from "./near";
import { parseCommodityDigits } from "./parse-value";
import { candidatesFor, type Sought } from "./seek";
import type { PageText } from "./words";

/** Commodity codes stand for the whole document too; those without a table are read beside the letters that announce them. */
export function readCommodityCodes(
  pages: readonly PageText[],
  lines: readonly ReadField[],
  method: ReadField["method"],
): readonly ReadField[] {
  const inTable = lines
    .filter((field) => field.name === "hs_code")
    .map((field) => ({ ...field, name: "hs_codes" as const, line: null }));
  const segments = pages.flatMap(segmentsOf);
  const beside = segments.flatMap((segment) => {
    const parts = announced(segment, segments);
    const words = parts.flatMap((part) => part.words);
    return commodityCodesIn(parts.map((part) => part.text).join(", ")).map((value) => ({
      name: "hs_codes" as const,
      line: null,
      value,
      raw: parts.map((part) => part.text).join(" "),
      page: segment.page,
      box: boxAround(words),
      confidence: Math.min(...words.map((word) => word.confidence)) * 0.97,
      method,
    }));
  });
  const all = uniqueFields([...inTable, ...beside]);
  return all.length > 0 ? all : uniqueFields(atLabels(pages, method));
}

/** Of fields with the same value, the first. */
export function uniqueFields(fields: readonly ReadField[]): readonly ReadField[] {
  return fields.filter((field, index) => fields.findIndex((each) => each.value === field.value) === index);
}

const CODES: Sought = { name: "hs_codes", at: [["hs_code", 1]], accept: parseCommodityDigits, perStep: 0.95 };

/** Codes that stand in a box of their own. */
function atLabels(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const field = fieldOf(runsOfPages(pages, method === "ocr"));
  return candidatesFor(CODES, field)
    .filter(({ place, score }) => place !== "above" && score > 0.6)
    .map(({ value, raw, page, box, score, sureness }) => ({
      name: "hs_codes" as const,
      line: null,
      value,
      raw,
      page,
      box,
      confidence: score * sureness,
      method,
    }));
}

/** An engine takes the letter of "CODE" for a figure. */
const HS = String.raw`(?<!\p{L})h\.?\s?s\.?\)?\s*(?:c[o0]de|no|tariff|number|heading)?s?\.?\s*(?:no\.?|c[o0]de|number)?\s*[:：#]?\s*`;
/** What codes are called in other languages and at other customs. */
const NATIONAL = String.raw`(?<!\p{L})(?:g\.?t\.?i\.?p\.?|n\.?c\.?m\.?|h\.?t\.?s\.?|hsn|taric|zolltarif(?:nummer|nr)?|warennummer|partida arancelaria|fracci[oó]n arancelaria|codice doganale|code douanier|customs tariff)\.?\s*(?:no\.?|nr\.?|n[°º]|code|kodu)?\s*[:：#]?\s*`;
const ANNOUNCED = new RegExp(`(?:${HS}|${NATIONAL})[,;]?\\s*([\\d.,\\s/;]+)|商品编码[:：]?\\s*([\\d.,\\s/;]+)`, "iu");
/** The letters that announce a code, with nothing behind them. */
const OPEN = new RegExp(`${HS}$`, "iu");
/** "CODE 731815" behind "H.S.", where a line is set so wide that the two stand apart. */
const REST_OF_WORDS = /^(?:c[o0]des?|no\.?|numbers?|tariff)(?=[\s:.]|$)[\s:.]*(?:no\.?)?[\d\s.,;/:]*$/i;
const ONLY_CODES = /^[\d.\s,;/]{4,}$/;
/** So much blank, in widths of the page, still belongs to a line that is set wide. */
const WIDE = 0.04;

/** The segment that announces codes, and those behind it and below it that go on with them. */
function announced(segment: Segment, segments: readonly Segment[]): readonly Segment[] {
  const isAnnounced = OPEN.test(segment.text) || commodityCodesIn(segment.text).length > 0;
  if (!isAnnounced) return [segment];
  const parts = [segment, ...behind(segment, segments)];
  const starts = [segment.box.x, ...before(segment, segments)];
  let last = segment;
  for (const each of segments) {
    const isNext = each.page === last.page && each.row > last.row && each.box.y - last.box.y < last.box.height * 2.6;
    const isUnder = isNext && starts.some((start) => Math.abs(each.box.x - start) < 0.03);
    const isRestOfWords = last === segment && OPEN.test(segment.text) && REST_OF_WORDS.test(each.text);
    const isCodes = ONLY_CODES.test(each.text) && (/\d{4}/.test(each.text) || each.text.length <= 2);
    if (!isUnder || (!isCodes && !isRestOfWords)) continue;
    parts.push(each, ...behind(each, segments));
    last = each;
  }
  return parts;
}

/** What goes on with the codes on the same line. */
function behind(segment: Segment, segments: readonly Segment[]): readonly Segment[] {
  const edge = segment.box.x + segment.box.width;
  const next = segments.find(
    (each) => each.page === segment.page && each.row === segment.row && each.box.x >= edge && each.box.x - edge < WIDE,
  );
  const goesOn = next && (REST_OF_WORDS.test(next.text) || ONLY_CODES.test(next.text));
  return goesOn ? [next, ...behind(next, segments)] : [];
}

/** Where the parts of the line before the segment begin: below the first of them the line is gone on with. */
function before(segment: Segment, segments: readonly Segment[]): readonly number[] {
  const previous = segments.findLast(
    ({ page, row, box }) =>
      page === segment.page &&
      row === segment.row &&
      box.x + box.width <= segment.box.x &&
      segment.box.x - box.x - box.width < WIDE,
  );
  return previous ? [previous.box.x, ...before(previous, segments)] : [];
}

function commodityCodesIn(text: string): readonly string[] {
  // Between "H.S." and "CODE" on the parts of one line stands no code.
  const match = ANNOUNCED.exec(
    withoutRemarks(text).replace(/,\s*(?=(?:c[o0]des?|no|numbers?|tariff)(?!\p{L}))/giu, " "),
  );
  return (match?.[1] ?? match?.[2] ?? "")
    .split(/[;/]|,(?!\d{3}(?!\d))|\s(?=\d{4}|\d{1,3},\d{3}(?!\d))/)
    .flatMap((part) => parseCommodityDigits(part) ?? parseCommodityDigits(closed(part)) ?? []);
}

/** Without what stands in brackets behind codes: for which of the goods they are. */
function withoutRemarks(text: string): string {
  return text.replace(/(?<=\d{4}[\d.]*)\s*[(（][^()（）\d]{1,40}[)）](?=\s*(?:[,;/]|$))/gu, "");
}

/** "84 8 2.10" was read apart: figures that are a code when put together. */
function closed(part: string): string {
  const figures = part.replace(/\s/g, "");
  return /^\d{4}\.?\d{2}(?:\.?\d{2}){0,2}$/.test(figures) ? figures : "";
}
