import { containersIn, repairedContainersIn } from "@/domain/document/transport-number";
import type { DocumentType } from "../document/document";
import { classify } from "./classify";
import { DEFINITIONS } from "./definitions";
import type { ReadField } from "./field";
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
  const { lines, totals, headings } =
    type === "other" || type === "receipt" ? NO_TABLE : readGoodsTable(pages, method, learned);
  const header = readHeader(pages, type, method, headings);
  const fields = [
    ...header,
    ...totals.filter((total) => isAsked(type, total) && !header.some((field) => field.name === total.name)),
    ...(WITH_LINES.includes(type) ? lines : []),
    ...codes(pages, lines, method, type),
    ...containers(pages, method, type),
  ];
  return { type, typeConfidence: confidence, fields: reconcile(withLessons(fields, layout, type, places)) };
}

/** Papers that list goods one by one; on the others the table only says how many packages of what weight there are. */
const WITH_LINES: readonly DocumentType[] = ["commercial_invoice", "invoice", "packing_list", "postal_declaration"];

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
  if (type === "other" || type === "receipt") return [];
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
    /(?<![\p{L}])h\.?\s?s\.?\s*(?:code|no|tariff)?s?\.?\s*(?:no\.?|code)?\s*[:：#]?\s*([\d.,\s/;]+)|商品编码[:：]?\s*([\d.,\s/;]+)/iu.exec(
      text,
    );
  return (match?.[1] ?? match?.[2] ?? "")
    .split(/[,;/]|\s(?=\d{4})/)
    .flatMap((part) => parseCommodityDigits(part) ?? []);
}

function containers(pages: readonly PageText[], method: ReadField["method"], type: DocumentType): readonly ReadField[] {
  if (type === "other" || type === "receipt") return [];
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
        ...containersIn(text).map((value) => ({ ...where, value, confidence: 0.96, method })),
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
