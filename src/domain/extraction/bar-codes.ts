import { type DocumentType, TRANSPORT_DOCUMENT_TYPES } from "../document/document";
import { hasAirWaybillCheckDigit } from "../document/transport-number";
import { type BarCodeNumber, isTold, type NumberKind, numberIn } from "./bar-code-numbers";
import type { HeaderField, ReadField } from "./field";
import { distance } from "./fold";
import type { BarCode, PageText } from "./words";

/** Print and bar code say the same, letter by letter. */
const BORNE_OUT = 0.98;
/** A bar code alone, which tells by its check digit what it is. */
const TOLD = 0.95;
/** A bar code alone that may be the number of anything. */
const UNTOLD = 0.75;
/** Print and bar code differ: a person is asked. */
const DISPUTED = 0.8;
/** Print that is no surer than this may be another number altogether. */
const UNSURE = 0.7;
/** So many letters apart are a misreading, not another number. */
const MISREAD = 3;

/** Which numbers in bar codes are a fact of a paper of this type. Others are only compared with what is printed. */
const EXPECTED: Partial<Record<DocumentType, readonly (readonly [HeaderField, readonly NumberKind[]])[]>> = {
  air_waybill: [["transport_number", ["air_waybill"]]],
  house_air_waybill: [["master_number", ["air_waybill"]]],
  express_waybill: [["transport_number", ["parcel", "postal_item", "consignment", "logistic_unit", "unnamed"]]],
  postal_declaration: [["transport_number", ["postal_item", "parcel", "logistic_unit", "unnamed"]]],
};

/** What is compared with the bar codes, on papers of any type. */
const COMPARED: readonly string[] = ["transport_number", "master_number", "container_numbers"];

interface Found extends BarCodeNumber {
  readonly code: BarCode;
  readonly page: number;
}

/**
 * Sets what was read beside the bar codes of the pages. A number that both say is sure; one that only a bar code says is
 * taken from it; where they differ, a person is shown both. What a bar code holds that is no number of a carriage, such
 * as a link, a payment or an article, changes nothing.
 */
export function besideBarCodes(
  fields: readonly ReadField[],
  pages: readonly PageText[],
  type: DocumentType,
): readonly ReadField[] {
  const found = pages.flatMap((page) =>
    (page.codes ?? []).flatMap((code) => {
      const number = numberIn(code);
      return number ? [{ ...number, code, page: page.number }] : [];
    }),
  );
  if (found.length === 0) return fields;
  const borneOut = fields.map((field) => compared(field, found, type));
  const settled = (EXPECTED[type] ?? []).reduce<readonly ReadField[]>(
    (known, [name, kinds]) =>
      settle(
        known,
        name,
        found.filter(({ kind }) => kinds.includes(kind)),
      ),
    borneOut,
  );
  return TRANSPORT_DOCUMENT_TYPES.includes(type) ? [...settled, ...newContainers(settled, found)] : settled;
}

/** That bars say the same letters proves the letters; that they are this number, only bars that tell what they count, or that are expected to. */
function compared(field: ReadField, found: readonly Found[], type: DocumentType): ReadField {
  const expected = (EXPECTED[type] ?? []).flatMap(([name, kinds]) => (name === field.name ? kinds : []));
  const isSame =
    field.line === null &&
    COMPARED.includes(field.name) &&
    found.some((each) => saysSame(field, each) && (isTold(each) || expected.includes(each.kind)));
  return isSame ? { ...field, confidence: Math.max(field.confidence, BORNE_OUT) } : field;
}

function saysSame({ value }: Pick<ReadField, "value">, number: BarCodeNumber): boolean {
  return bare(value) === bare(number.value);
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function settle(fields: readonly ReadField[], name: HeaderField, found: readonly Found[]): readonly ReadField[] {
  const printed = fields.find((field) => field.name === name && field.line === null);
  const best = theOne(found);
  if (!best || (printed && found.some((each) => saysSame(printed, each)))) return fields;
  if (!printed) return [...fields, fieldOf(name, best, isTold(best) ? TOLD : UNTOLD)];
  return fields.map((field) => (field === printed ? disputed(name, printed, best) : field));
}

/** The one number that it can be: the one that tells what it is, else the only one there is. */
function theOne(found: readonly Found[]): Found | null {
  const told = found.filter(isTold);
  const candidates = told.length > 0 ? told : found;
  const [first, ...others] = candidates;
  return first && others.every((other) => other.value === first.value) ? first : null;
}

/**
 * A bar code is not misread: where the print is near it, or was doubted anyway, or the bars tell what they count, they
 * come first. Bars that may count anything only make a print asked that says something else altogether.
 */
function disputed(name: HeaderField, printed: ReadField, best: Found): ReadField {
  const isMisread = distance(bare(printed.value), bare(best.value), MISREAD) <= MISREAD;
  // A print that was taken for want of a better, and is no such number by its check digit, does not speak against them.
  const isNone = best.kind === "air_waybill" && printed.confidence < UNSURE && !hasAirWaybillCheckDigit(printed.value);
  if (isMisread && isNone) return fieldOf(name, best, TOLD);
  if (isMisread || printed.confidence < UNSURE || isTold(best))
    return { ...fieldOf(name, best, DISPUTED), otherReading: printed.value };
  return { ...printed, confidence: Math.min(printed.confidence, DISPUTED) };
}

function fieldOf(name: HeaderField, { value, code, page }: Found, confidence: number): ReadField {
  return { name, line: null, value, raw: code.text, page, box: code.box, confidence, method: "barcode" };
}

function newContainers(fields: readonly ReadField[], found: readonly Found[]): readonly ReadField[] {
  const known = new Set(fields.filter(({ name }) => name === "container_numbers").map(({ value }) => value));
  return found.flatMap((each) => {
    if (each.kind !== "container" || known.has(each.value)) return [];
    known.add(each.value);
    return [fieldOf("container_numbers", each, TOLD)];
  });
}
