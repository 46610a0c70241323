import { containersIn } from "@/domain/document/transport-number";
import type { DocumentType } from "../document/document";
import { firm } from "./accept";
import { classify } from "./classify";
import type { ReadField } from "./field";
import { readGoodsTable } from "./goods-table";
import { ALL_LABELS, DEFINITIONS } from "./header";
import { type Found, findAtLabel, labelTest, splitAtLabels, toFound } from "./labels";
import { boxAround, type Segment, segmentsOf } from "./layout";
import { doubtOtherCurrencies } from "./other-currency";
import { parseCommodityDigits } from "./parse-value";
import { reconcile } from "./reconcile";
import { findByForm } from "./unlabelled";
import type { PageText } from "./words";

interface Reading {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
}

/** Reads what a document says from the words of its pages. What is not on the pages is not in the answer. */
export function readDocument(pages: readonly PageText[]): Reading {
  const { type, confidence } = classify(pages);
  const method = pages.some((page) => page.method === "ocr") ? "ocr" : "text_layer";
  const { lines, totals, headings } = type === "other" || type === "receipt" ? NO_TABLE : readGoodsTable(pages, method);
  const header = headerFields(pages, type, method, headings);
  const fields = [
    ...header,
    ...totals.filter((total) => isAsked(type, total) && !header.some((field) => field.name === total.name)),
    ...lines,
    ...codes(pages, lines, method, type),
    ...containers(pages, method, type),
  ];
  return { type, typeConfidence: confidence, fields: reconcile(fields) };
}

const NO_TABLE: ReturnType<typeof readGoodsTable> = { lines: [], totals: [], headings: [] };

function isAsked(type: DocumentType, { name }: ReadField): boolean {
  return DEFINITIONS[type].some((definition) => definition.name === name);
}

function headerFields(
  pages: readonly PageText[],
  type: DocumentType,
  method: ReadField["method"],
  headings: (typeof NO_TABLE)["headings"],
): readonly ReadField[] {
  // What stands over a column is the label of the column and of nothing else.
  const isHeading = ({ page, box }: Segment) =>
    headings.some(
      (each) => each.page === page && box.y + box.height / 2 >= each.top && box.y + box.height / 2 <= each.bottom,
    );
  const segments = splitAtLabels(
    pages.flatMap(segmentsOf).filter((segment) => !isHeading(segment)),
    ALL_LABELS,
  );
  const fields = DEFINITIONS[type].flatMap(({ name, weak, form, ...sought }) => {
    const found =
      findAtLabel(segments, sought, isLabel) ??
      (weak ? findAtLabel(segments, weak, isLabel) : null) ??
      (form ? findByForm(segments, form) : null);
    return found ? [{ name, line: null, ...found, method }] : [];
  });
  const sure = doubtOtherCurrencies(fields).map(({ label: _label, ...field }) => field);
  const isNamed = sure.some((field) => field.name === "seller");
  const head = LETTERHEAD_TYPES.includes(type) && !isNamed ? letterhead(segments) : null;
  return head ? [...sure, { name: "seller", line: null, ...head, method }] : sure;
}

const isLabel = labelTest(ALL_LABELS);

/** Documents that their seller writes on paper of his own. */
const LETTERHEAD_TYPES: readonly DocumentType[] = ["commercial_invoice", "invoice", "packing_list"];
const LETTERHEAD_HEIGHT = 0.16;
/** A letterhead is a habit, not a label; a person confirms it. */
const LETTERHEAD_TRUST = 0.85;

/** The firm at the top of the first page. */
function letterhead(segments: readonly Segment[]): Found | null {
  for (const { page, box, words } of segments) {
    if (page !== 1 || box.y > LETTERHEAD_HEIGHT) continue;
    const found = toFound(words, page, firm, LETTERHEAD_TRUST);
    if (found) return found;
  }
  return null;
}

/** Commodity codes stand for the whole document too; those without a table are read beside their label. */
function codes(
  pages: readonly PageText[],
  lines: readonly ReadField[],
  method: ReadField["method"],
  type: DocumentType,
): readonly ReadField[] {
  if (type === "other" || type === "receipt") return [];
  const inTable = lines
    .filter((field) => field.name === "hs_code")
    .map((field) => ({ ...field, name: "hs_codes" as const, line: null }));
  if (inTable.length > 0) return unique(inTable);
  const segments = pages.flatMap(segmentsOf);
  const beside = segments.flatMap((segment) =>
    commodityCodesIn(withContinuation(segment, segments)).map((value) => ({
      name: "hs_codes" as const,
      line: null,
      value,
      raw: segment.text,
      page: segment.page,
      box: segment.box,
      confidence: Math.min(...segment.words.map((word) => word.confidence)) * 0.97,
      method,
    })),
  );
  if (beside.length > 0) return unique(beside);
  const found = findAtLabel(segments, CODE_LABEL, isLabel);
  if (!found) return [];
  const { label: _label, ...code } = found;
  return [{ name: "hs_codes", line: null, ...code, method }];
}

const CODE_LABEL = {
  labels: ["h\\.?s\\.? ?(code|no\\.?|tariff)|(tariff|commodity|customs) (code|no\\.?|number)|商品编码|税号"],
  accept: parseCommodityDigits,
};
const CODE_AT_END = /(?<![\p{L}])h\.?s\.?\s*(?:code)?\s*[:：]?$/iu;

/** A code may stand on the line below the letters that announce it. */
function withContinuation(segment: Segment, segments: readonly Segment[]): string {
  if (!CODE_AT_END.test(segment.text)) return segment.text;
  const below = segments.find(
    (each) =>
      each.page === segment.page &&
      each.row > segment.row &&
      each.row <= segment.row + 2 &&
      Math.abs(each.box.x - segment.box.x) < 0.03,
  );
  return below ? `${segment.text} ${below.text}` : segment.text;
}

function commodityCodesIn(text: string): readonly string[] {
  const match =
    /(?<![\p{L}])h\.?s\.?\s*(?:code|no|tariff)?s?\.?\s*[:：#]?\s*([\d.,\s/;]+)|商品编码[:：]?\s*([\d.,\s/;]+)/iu.exec(
      text,
    );
  return (match?.[1] ?? match?.[2] ?? "")
    .split(/[,;/]|\s(?=\d{4})/)
    .flatMap((part) => parseCommodityDigits(part) ?? []);
}

function containers(pages: readonly PageText[], method: ReadField["method"], type: DocumentType): readonly ReadField[] {
  if (type === "other" || type === "receipt") return [];
  const found = pages.flatMap((page) =>
    segmentsOf(page).flatMap((segment) =>
      containersIn(segment.text).map((value) => ({
        name: "container_numbers" as const,
        line: null,
        value,
        raw: segment.text,
        page: page.number,
        box: boxAround(segment.words),
        confidence: 0.95,
        method,
      })),
    ),
  );
  return unique(found);
}

function unique(fields: readonly ReadField[]): readonly ReadField[] {
  return fields.filter((field, index) => fields.findIndex((each) => each.value === field.value) === index);
}
