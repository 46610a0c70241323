import { containersIn, repairedContainersIn } from "@/domain/document/transport-number";
import type { DocumentType } from "../document/document";
import { besideBarCodes } from "./bar-codes";
import { readCargo } from "./cargo-table";
import { classify } from "./classify";
import { DEFINITIONS } from "./definitions";
import { doubtLists } from "./doubt-lists";
import { LEAST, type ReadField } from "./field";
import { readGoodsTable } from "./goods-table";
import { readHeader, runsOfPages } from "./header";
import { boxAround, rowsOf, type Segment, segmentsOf, textOf } from "./layout";
import { layoutFor, withLessons } from "./learned/apply";
import { headingsOf } from "./learned/columns";
import type { Layout } from "./learned/layout-lesson";
import { fieldOfPages } from "./learned/learn";
import { recognise } from "./learned/recognise";
import { fieldOf } from "./near";
import { parseCommodityDigits } from "./parse-value";
import { readReceiptLines } from "./receipt-lines";
import { reconcile } from "./reconcile";
import { candidatesFor, type Sought } from "./seek";
import type { PageText } from "./words";

interface Reading {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
}

/**
 * Reads what a document says from the words of its pages, helped by what was learned of papers that look like it. What
 * is not on the pages is not in the answer.
 */
export function readDocument(pages: readonly PageText[], layouts: readonly Layout[] = []): Reading {
  const classified = classify(pages);
  const places = layouts.length > 0 ? fieldOfPages(pages) : NOWHERE;
  const { layout, type, confidence } = layoutFor(recognise(places, layouts), classified.type, classified.confidence);
  const method = pages.some((page) => page.method === "ocr") ? "ocr" : "text_layer";
  const learned = layout ? headingsOf(layout) : undefined;
  const { lines, totals, headings } = WITHOUT_GOODS.includes(type) ? NO_TABLE : readGoodsTable(pages, method, learned);
  const read = readHeader(pages, type, method, headings);
  const cargo = CARGO.includes(type) ? readCargo(pages, method) : [];
  const known = cargo.map((field) => field.name);
  // What stands in the column of the cargo is what the carrier took over; a label elsewhere may mean a part of it.
  const header = read.filter((field) => !known.includes(field.name) || !isAmbiguous(field));
  const fields = [
    ...header,
    ...[...cargo, ...totals].filter(
      (total, at, all) => isAsked(type, total) && isNew(total, header) && isNew(total, all.slice(0, at)),
    ),
    ...(WITH_LINES.includes(type) ? lines : []),
    ...codes(pages, lines, method, type),
    ...containers(pages, method, type),
  ];
  const told = doubtLists(reconcile(withLessons(fields, layout, type, places)));
  // A till rounds, and prints prices with and without tax; what it adds up is no test of the lines.
  const bought = type === "receipt" ? readReceiptLines(pages, method) : [];
  const stated = besideBarCodes(told, pages, type).filter(isLikelyEnough);
  return { type, typeConfidence: confidence, fields: [...stated, ...bought] };
}

/** A fact less likely than this is left empty, and asked. */
function isLikelyEnough({ line, confidence }: ReadField): boolean {
  return line !== null || confidence >= LEAST;
}

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

/** Papers whose tables, if they have any, are none of goods with their codes. */
const WITHOUT_GOODS: readonly DocumentType[] = ["receipt", "quality_report", "product_label", "payment_slip", "other"];

const NOWHERE = fieldOf([]);
const NO_TABLE: ReturnType<typeof readGoodsTable> = { lines: [], totals: [], headings: [] };

function isAsked(type: DocumentType, { name }: ReadField): boolean {
  return DEFINITIONS[type].some((definition) => definition.name === name);
}

/** Commodity codes stand for the whole document too; those without a table are read beside their label. */
function codes(
  pages: readonly PageText[],
  lines: readonly ReadField[],
  method: ReadField["method"],
  type: DocumentType,
): readonly ReadField[] {
  if (WITHOUT_GOODS.includes(type)) return [];
  const inTable = lines
    .filter((field) => field.name === "hs_code")
    .map((field) => ({ ...field, name: "hs_codes" as const, line: null }));
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
  const all = unique([...inTable, ...beside]);
  return all.length > 0 ? all : unique(atLabels(pages, method));
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

const CODE_AT_END = /(?<![\p{L}])h\.?s\.?\s*(?:code)?\s*[:：]?$/iu;

/** A code may stand on the line below the letters that announce it, and more of them on the lines below that. */
function withContinuation(segment: Segment, segments: readonly Segment[]): string {
  const isAnnounced = CODE_AT_END.test(segment.text) || commodityCodesIn(segment.text).length > 0;
  if (!isAnnounced) return segment.text;
  let text = segment.text;
  let last = segment;
  for (const each of segments) {
    const gap = each.box.y - last.box.y;
    const isUnder =
      each.page === last.page &&
      each.row > last.row &&
      gap < last.box.height * 2.6 &&
      Math.abs(each.box.x - last.box.x) < 0.03;
    if (!isUnder || !/^[\d.\s,;/]{6,}$/.test(each.text)) continue;
    text += `, ${each.text}`;
    last = each;
  }
  return text;
}

function commodityCodesIn(text: string): readonly string[] {
  const match =
    /(?<![\p{L}])h\.?\s?s\.?\s*(?:code|no|tariff)?s?\.?\s*(?:no\.?|code)?\s*[:：#]?\s*([\d.,\s/;]+)|商品编码[:：]?\s*([\d.,\s/;]+)/iu.exec(
      text,
    );
  return (match?.[1] ?? match?.[2] ?? "")
    .split(/[,;/]|\s(?=\d{4})/)
    .flatMap((part) => parseCommodityDigits(part) ?? []);
}

function containers(pages: readonly PageText[], method: ReadField["method"], type: DocumentType): readonly ReadField[] {
  if (WITHOUT_GOODS.includes(type)) return [];
  const found = pages.flatMap((page) =>
    rowsOf(page).flatMap((row) => {
      const text = textOf(row);
      const where = {
        name: "container_numbers" as const,
        line: null,
        raw: text,
        page: page.number,
        box: boxAround(row),
      };
      return [
        ...containersIn(text).map((value) => ({ ...where, value, confidence: 0.94, method })),
        ...repairedContainersIn(text).map((value) => ({
          ...where,
          value,
          confidence: 0.85,
          method: "checksum_repair" as const,
        })),
      ];
    }),
  );
  return unique(found);
}

function unique(fields: readonly ReadField[]): readonly ReadField[] {
  return fields.filter((field, index) => fields.findIndex((each) => each.value === field.value) === index);
}
