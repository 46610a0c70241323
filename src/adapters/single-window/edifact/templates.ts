import { fault, type MessageFault } from "@/domain/message/fault";
import type { PlainValues } from "@/domain/message/field";
import { componentOf, segment } from "./interchange";
import type { Segment } from "./syntax";

/**
 * A segment with its fields: `MEA+AAE+AAD+KGM:{grossWeightKg}`. What is not a field has to stand there as it is. A field
 * with a star takes as many components of that many characters as its text needs, `FTX+AAA+++{description*70}`.
 */
export interface Template {
  readonly text: string;
  readonly tag: string;
  readonly elements: readonly (readonly Part[])[];
  readonly fields: readonly string[];
}

type Part = { readonly literal: string } | { readonly field: string; readonly chunk: number | null };

/** Free text and names have at most five components in UN/EDIFACT D.96B (C108, C080). */
const CHUNKS = 5;

/** Compiles templates, in the order in which their segments are written. */
export function templates(...texts: readonly string[]): readonly Template[] {
  return texts.map((text) => {
    const [tag = "", ...elements] = text.split("+");
    const parts = elements.map((element) => element.split(":").map(partOf));
    const fields = parts.flat().flatMap((part) => ("field" in part ? [part.field] : []));
    return { text, tag, elements: parts, fields };
  });
}

function partOf(text: string): Part {
  const [, field, chunk] = /^\{(\w+)(?:\*(\d+))?\}$/.exec(text) ?? [];
  return field ? { field, chunk: chunk ? Number(chunk) : null } : { literal: text };
}

/** The segments of the values that are there; a template without any value is left out. */
export function writeTemplates(all: readonly Template[], values: PlainValues): readonly Segment[] {
  return all.flatMap((template) =>
    template.fields.some((field) => (values[field] ?? null) !== null) ? writeTemplate(template, values) : [],
  );
}

function writeTemplate({ tag, elements }: Template, values: PlainValues): readonly Segment[] {
  const long = elements.flat().find((part) => "field" in part && part.chunk !== null);
  const chunks = long && "field" in long ? chunksOf(values[long.field] ?? "", long.chunk ?? 0) : [[]];
  return chunks.map((chunk) =>
    segment(
      tag,
      ...elements.map((parts) =>
        parts.flatMap((part) => {
          if ("literal" in part) return [part.literal];
          return part.chunk === null ? [values[part.field] ?? ""] : chunk;
        }),
      ),
    ),
  );
}

/** Pieces of so many characters, five to a segment; one empty one for no text. */
function chunksOf(value: string, size: number): readonly (readonly string[])[] {
  const characters = [...value];
  const pieces = Array.from({ length: Math.max(1, Math.ceil(characters.length / size)) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(""),
  );
  return Array.from({ length: Math.ceil(pieces.length / CHUNKS) }, (_, index) =>
    pieces.slice(index * CHUNKS, (index + 1) * CHUNKS),
  );
}

/** The values of a segment by a template; null where the segment is not of it. */
function matchTemplate(template: Template, given: Segment): PlainValues | null {
  if (given.tag !== template.tag) return null;
  const values: Record<string, string | null> = {};
  const height = Math.max(given.elements.length, template.elements.length);
  for (let element = 0; element < height; element += 1) {
    const found = matchElement(template.elements[element] ?? [], given, element);
    if (!found) return null;
    Object.assign(values, found);
  }
  return values;
}

function matchElement(parts: readonly Part[], given: Segment, element: number): PlainValues | null {
  const [first] = parts;
  const components = given.elements[element] ?? [];
  if (first && "field" in first && first.chunk !== null) return { [first.field]: components.join("") };
  const values: Record<string, string | null> = {};
  for (let at = 0; at < Math.max(parts.length, components.length); at += 1) {
    const [part, value] = [parts[at] ?? { literal: "" }, componentOf(given, element, at)];
    if ("field" in part) values[part.field] = value === "" ? null : value;
    else if (part.literal !== value) return null;
  }
  return values;
}

/** Whether a segment is of a template. */
export function isOf(template: Template, given: Segment): boolean {
  return matchTemplate(template, given) !== null;
}

/** Collects the values of a group of segments; what comes twice or belongs to no template is named. */
export function collect(
  form: string,
  all: readonly Template[],
  segments: readonly Segment[],
  at: string,
  faults: MessageFault[],
): PlainValues {
  const values: Record<string, string | null> = {};
  for (const each of segments) {
    const template = all.find((candidate) => isOf(candidate, each));
    if (template)
      addValues(
        template,
        each,
        values,
        (field) => fault("repeated_element", form, `${at}${field}`, { value: wordsOf(each) }),
        faults,
      );
    else faults.push(fault("unknown_element", form, `${at}${each.tag}`, { value: wordsOf(each) }));
  }
  return values;
}

function addValues(
  template: Template,
  given: Segment,
  values: Record<string, string | null>,
  repeated: (field: string) => MessageFault,
  faults: MessageFault[],
): void {
  for (const [field, value] of Object.entries(matchTemplate(template, given) ?? {})) {
    const isLong = template.text.includes(`{${field}*`);
    if (Object.hasOwn(values, field) && !isLong) faults.push(repeated(field));
    values[field] = isLong ? (values[field] ?? "") + (value ?? "") : value;
  }
}

function wordsOf({ tag, elements }: Segment): string {
  return [tag, ...elements.map((components) => components.join(":"))].join("+");
}

/** Every field of the rules, null where nothing was found. */
export function complete<K extends string>(rules: Readonly<Record<K, unknown>>, values: PlainValues) {
  return Object.fromEntries(Object.keys(rules).map((field) => [field, values[field] || null])) as Record<
    K,
    string | null
  >;
}
