import type { DocumentType } from "@/domain/document/document";
import { FIELD_KIND, type HeaderField, type ReadField, SEVERAL, SURE } from "@/domain/extraction/field";
import type { PartReading } from "@/domain/extraction/packet";

/** Facts that are read for the customs value and that the exchange format has no place for. */
const OURS: readonly string[] = ["freight", "insurance", "unit"];

type Value = string | number | readonly string[];

interface Said {
  readonly doc_type: string;
  readonly fields: Record<string, Value>;
  readonly line_items: Record<string, Value>[];
  /** How sure the reader is of each of them, of a list of its least sure member; no part of the exchange format. */
  readonly confidence: {
    readonly doc_type: number;
    readonly fields: Record<string, number>;
    readonly line_items: Record<string, number>[];
  };
}

/** What a file says, in the exchange format: its first document, and where it holds several each with its pages. */
export function toPrediction(
  parts: readonly PartReading[],
): Said & { readonly documents?: readonly (Said & { readonly pages: readonly number[] })[] } {
  const [first, ...others] = parts;
  if (!first)
    return {
      doc_type: "other",
      fields: {},
      line_items: [],
      confidence: { doc_type: 0, fields: {}, line_items: [] },
    };
  if (others.length === 0) return said(first);
  return { ...said(first), documents: parts.map((part) => ({ pages: pagesOf(part), ...said(part) })) };
}

/** The exchange format knows fewer types; of those that it does not know only what is sure is said. */
const EXCHANGED: Partial<Record<DocumentType, string>> = {
  pro_forma_invoice: "commercial_invoice",
  quality_report: "other",
  product_label: "other",
  payment_slip: "other",
};

function said({ type, typeConfidence, fields: read }: PartReading): Said {
  const exchanged = EXCHANGED[type] ?? type;
  const fields = type === "packing_list" ? withShipper(read) : read;
  const stated = fields.filter(
    (field) =>
      !OURS.includes(field.name) && (exchanged !== "other" || (field.line === null && field.confidence >= SURE)),
  );
  return {
    doc_type: exchanged,
    fields: header(stated),
    line_items: lines(stated, canonical),
    confidence: {
      doc_type: typeConfidence,
      fields: surenessOfHeader(stated),
      line_items: lines(stated, (field) => field.confidence),
    },
  };
}

/** Who writes a list of what was packed on paper of his own sends it; the exchange format has both names for him. */
function withShipper(fields: readonly ReadField[]): readonly ReadField[] {
  const seller = fields.find(({ name }) => name === "seller");
  return seller && !fields.some(({ name }) => name === "shipper")
    ? [...fields, { ...seller, name: "shipper" }]
    : fields;
}

function pagesOf({ firstPage, lastPage }: PartReading): readonly number[] {
  return Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
}

function header(fields: readonly ReadField[]): Record<string, Value> {
  const out: Record<string, Value> = {};
  for (const field of fields.filter((each) => each.line === null)) {
    if (!SEVERAL.includes(field.name)) out[field.name] = canonical(field);
    else out[field.name] = [...((out[field.name] as string[] | undefined) ?? []), field.value];
  }
  return out;
}

function surenessOfHeader(fields: readonly ReadField[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const { name, confidence } of fields.filter((each) => each.line === null))
    out[name] = Math.min(out[name] ?? 1, confidence);
  return out;
}

function lines<T>(fields: readonly ReadField[], of: (field: ReadField) => T): Record<string, T>[] {
  const numbers = [...new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line])))].sort(
    (a, b) => a - b,
  );
  return numbers.map((line) =>
    Object.fromEntries(fields.filter((field) => field.line === line).map((field) => [field.name, of(field)])),
  );
}

function canonical(field: ReadField): Value {
  const kind = FIELD_KIND[field.name as HeaderField];
  return kind === "decimal" || kind === "integer" ? Number(field.value) : field.value;
}
