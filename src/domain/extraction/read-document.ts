import type { DocumentType } from "../document/document";
import { classify } from "./classify";
import type { ReadField } from "./field";
import { readGoodsTable } from "./goods-table";
import { containersIn, DEFINITIONS } from "./header";
import { findAtLabel } from "./labels";
import { boxAround, segmentsOf } from "./layout";
import { parseCommodityDigits } from "./parse-value";
import { reconcile } from "./reconcile";
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
  const lines = type === "other" || type === "receipt" ? [] : readGoodsTable(pages, method);
  const fields = [
    ...headerFields(pages, type, method),
    ...lines,
    ...codes(pages, lines, method, type),
    ...containers(pages, method, type),
  ];
  return { type, typeConfidence: confidence, fields: reconcile(fields) };
}

function headerFields(
  pages: readonly PageText[],
  type: DocumentType,
  method: ReadField["method"],
): readonly ReadField[] {
  const segments = pages.flatMap(segmentsOf);
  return DEFINITIONS[type].flatMap(({ name, ...sought }) => {
    const found = findAtLabel(segments, sought);
    return found ? [{ name, line: null, ...found, method }] : [];
  });
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
  const beside = pages.flatMap((page) =>
    segmentsOf(page).flatMap((segment) => {
      const match =
        /h\.?s\.?\s*(?:code|no|tariff)?s?\.?\s*[:：#]?\s*([\d.,\s/;]+)|商品编码[:：]?\s*([\d.,\s/;]+)/iu.exec(
          segment.text,
        );
      return (match?.[1] ?? match?.[2] ?? "").split(/[,;/]|\s(?=\d{4})/).flatMap((part) => {
        const value = parseCommodityDigits(part);
        const confidence = Math.min(...segment.words.map((word) => word.confidence)) * 0.97;
        return value
          ? [
              {
                name: "hs_codes" as const,
                line: null,
                value,
                raw: part.trim(),
                page: page.number,
                box: segment.box,
                confidence,
                method,
              },
            ]
          : [];
      });
    }),
  );
  return unique(beside);
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
