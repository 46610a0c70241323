import type { DocumentType } from "../document/document";
import type { Box } from "../shared/sourced";
import { DEFINITIONS } from "./definitions";
import { type HeaderField, type ReadField, SEVERAL, SURE } from "./field";
import { calledOut, standingsOf } from "./learned/anchor";
import { fieldOfPages } from "./learned/learn";
import { reconcile } from "./reconcile";
import type { PageText } from "./words";

/** What a model says of a page: a fact and the characters by which the page states it. */
export interface ModelValue {
  readonly page: number;
  readonly name: HeaderField;
  readonly text: string;
}

/** A model's value is always asked, whatever speaks for it. */
export const MODEL_MOST = Math.min(0.85, SURE - 0.05);
/** One that stands among the words of the page is likelier than one that only the model saw. */
const ON_THE_PAGE = 0.75;
const SEEN_BY_THE_MODEL = 0.5;
const WHOLE_PAGE: Box = { x: 0, y: 0, width: 1, height: 1 };

type Known = Pick<ReadField, "name" | "line" | "confidence">;

/** The facts of a document of this type that were not read, or not surely; only for these is a model asked. */
export function unsureFacts(
  type: DocumentType,
  fields: readonly Known[],
  settled: readonly string[],
): readonly HeaderField[] {
  const names = new Set(DEFINITIONS[type].map(({ name }) => name));
  return [...names].filter((name) => {
    const read = fields.find((field) => field.name === name && field.line === null);
    return !SEVERAL.includes(name) && !settled.includes(name) && (read === undefined || read.confidence < SURE);
  });
}

/**
 * The values of a model that may be suggested: what the acceptors of their facts take, where nothing was read or only
 * something less likely. Arithmetic that contradicts one makes it less sure, and none is ever sure. What the page says to
 * the model is at worst a wrong value that a person is asked about; no other value changes by it.
 */
export function suggestionsOf(
  values: readonly ModelValue[],
  type: DocumentType,
  pages: readonly PageText[],
  fields: readonly ReadField[],
  asked: readonly HeaderField[],
): readonly ReadField[] {
  const places = fieldOfPages(pages);
  const firsts = values.filter((value, at) => values.findIndex((each) => each.name === value.name) === at);
  const suggested = firsts.flatMap(({ page, name, text }): readonly ReadField[] => {
    const sought = asked.includes(name) ? DEFINITIONS[type].find((each) => each.name === name) : undefined;
    const label = calledOut(name);
    const value = sought?.accept(text.trim(), { label, style: places.style }) ?? null;
    if (!sought || value === null) return [];
    const standing = standingsOf(value, sought, places).find(({ found }) => found.page === page)?.found;
    const confidence = standing ? ON_THE_PAGE : SEEN_BY_THE_MODEL;
    const read = fields.find((field) => field.name === name && field.line === null);
    if (read && (read.value === value || read.confidence >= confidence)) return [];
    const box = standing?.box ?? WHOLE_PAGE;
    return [{ name, line: null, value, raw: standing?.raw ?? text, page, box, confidence, method: "model" }];
  });
  const names = suggested.map((field) => field.name);
  const others = fields.filter((field) => field.line !== null || !names.includes(field.name as HeaderField));
  return reconcile([...others, ...suggested])
    .filter((field) => field.method === "model" && suggested.some((each) => each.name === field.name))
    .map((field) => ({ ...field, confidence: Math.min(field.confidence, MODEL_MOST) }));
}
