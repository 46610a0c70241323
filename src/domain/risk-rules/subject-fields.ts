/** What a field of a subject holds. A commodity code is a text; a date is a text of the form YYYY-MM-DD. */
export type FieldType = "text" | "number" | "boolean" | "date";

export type FieldGroup = "declaration" | "parties" | "goods" | "values" | "consistency" | "history" | "consumers";

export interface SubjectField {
  readonly name: string;
  readonly type: FieldType;
  /** What a number counts; null for what is not counted. Money is in the currency of the history. */
  readonly unit: string | null;
  readonly group: FieldGroup;
}

const field = (group: FieldGroup, type: FieldType, name: string, unit: string | null = null): SubjectField => ({
  name,
  type,
  unit,
  group,
});

/**
 * The dictionary of what a rule of risk may ask of a line of goods: every value as it was known when the line was
 * assessed, never later. The words are in the messages, under `rules.field`.
 */
export const SUBJECT_FIELDS: readonly SubjectField[] = [
  field("declaration", "text", "stage"),
  field("declaration", "date", "day"),
  field("declaration", "text", "regime"),
  field("declaration", "text", "office"),
  field("declaration", "text", "mode"),
  field("declaration", "text", "preference"),
  field("declaration", "number", "documents", "papers"),
  field("declaration", "boolean", "isRetail"),
  field("parties", "text", "importer"),
  field("parties", "text", "importerTier"),
  field("parties", "number", "importerAgeWeeks", "weeks"),
  field("parties", "text", "declarant"),
  field("parties", "text", "exporter"),
  field("goods", "text", "commodityCode"),
  field("goods", "text", "origin"),
  field("goods", "text", "dispatch"),
  field("goods", "number", "packages", "packages"),
  field("goods", "number", "grossKg", "kg"),
  field("goods", "number", "netKg", "kg"),
  field("goods", "number", "grossPerPackage", "kg per package"),
  field("goods", "boolean", "isVague"),
  field("values", "number", "invoiceValue", "money"),
  field("values", "number", "customsValue", "money"),
  field("values", "number", "freight", "money"),
  field("values", "number", "dutyRate", "per cent"),
  field("values", "number", "duty", "money"),
  field("values", "number", "vat", "money"),
  field("values", "number", "unitPrice", "money per kg"),
  field("values", "number", "typicalUnitPrice", "money per kg"),
  field("values", "number", "priceRatio", "times the typical price"),
  field("consistency", "number", "declaredPackages", "packages"),
  field("consistency", "number", "transportPackages", "packages"),
  field("consistency", "boolean", "packagesDiffer"),
  field("consistency", "boolean", "weightsDiffer"),
  field("consistency", "boolean", "consigneeDiffers"),
  field("history", "number", "earlierDeclarations", "declarations"),
  field("history", "number", "foundRate", "share from 0 to 1"),
  field("history", "boolean", "newPair"),
  field("consumers", "number", "sameAddressPersons30d", "persons in 30 days"),
  field("consumers", "number", "samePhonePersons30d", "persons in 30 days"),
  field("consumers", "number", "samePayerPersons30d", "persons in 30 days"),
  field("consumers", "number", "ordersOfConsumer30d", "orders in 30 days"),
];

const BY_NAME: ReadonlyMap<string, SubjectField> = new Map(SUBJECT_FIELDS.map((each) => [each.name, each]));

/** The field of this name; undefined where the dictionary has none. */
export function fieldNamed(name: string): SubjectField | undefined {
  return BY_NAME.get(name);
}

/** The name of the dictionary that is nearest to a misspelt one; null where none is near. */
export function nearestField(name: string): string | null {
  const wanted = name.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const { name: known } of SUBJECT_FIELDS) {
    const distance = editDistance(wanted, known.toLowerCase());
    if (!best || distance < best.distance) best = { name: known, distance };
  }
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.name : null;
}

/** How many letters must be put in, taken out or changed to make one word the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
