import { SEVERAL } from "@/domain/extraction/field";
import type { FieldRecord } from "./records";

/** What is to be done so that the table says what was read, and still says what people settled. */
interface Merged {
  readonly add: readonly FieldRecord[];
  /** Rows that keep their id, so that whoever looks at one is not left with one that is gone. */
  readonly change: readonly FieldRecord[];
  readonly remove: readonly string[];
}

/** Two readings that say different things are no surer than this, however sure each of them was. */
const DISPUTED = 0.6;

/**
 * Puts a reading beside what is known of the document. While a document is read for the first time, what was suggested
 * page by page gives way. When it was read before, every difference is kept on its field and asked; a settled value is
 * never changed by it.
 */
export function mergeReadings(
  known: readonly FieldRecord[],
  read: readonly FieldRecord[],
  isReadAgain: boolean,
): Merged {
  return isReadAgain ? compare(known, read) : replace(known, read);
}

function replace(known: readonly FieldRecord[], read: readonly FieldRecord[]): Merged {
  const taken = new Set(known.filter(isSettled).map(placeOf));
  const wanted = new Map(read.filter((field) => !taken.has(placeOf(field))).map((field) => [sameAs(field), field]));
  const suggested = known.filter((field) => !isSettled(field));
  const kept = new Set(suggested.map(sameAs).filter((key) => wanted.has(key)));
  return {
    add: [...wanted].flatMap(([key, field]) => (kept.has(key) ? [] : [field])),
    change: [],
    remove: suggested.filter((field) => !kept.has(sameAs(field))).map((field) => field.id),
  };
}

function compare(known: readonly FieldRecord[], read: readonly FieldRecord[]): Merged {
  // Once a person arranged the lines, their numbers are no longer those of the page, and a reading cannot be laid on them.
  const isArranged = known.some((field) => field.line !== null && field.method === "typed");
  const comparable = read.filter((field) => !isArranged || field.line === null);
  const readAt = new Map(comparable.map((field) => [placeOf(field), field]));
  const knownAt = new Set(known.map(placeOf));
  return {
    add: comparable.filter((field) => !knownAt.has(placeOf(field))),
    change: known.flatMap((field) => {
      if (isArranged && field.line !== null) return [];
      const now = readAt.get(placeOf(field));
      const changed = isSettled(field) ? besideSettled(field, now) : besideSuggested(field, now);
      return changed ? [changed] : [];
    }),
    remove: [],
  };
}

/** A settled value stands; a reading that says what neither the person nor the machine said before is proposed. */
function besideSettled(field: FieldRecord, now: FieldRecord | undefined): FieldRecord | null {
  const isNews = now !== undefined && now.value !== field.value && now.value !== field.machineValue;
  const otherReading = isNews ? now.value : null;
  return otherReading === field.otherReading ? null : { ...field, otherReading };
}

function besideSuggested(field: FieldRecord, now: FieldRecord | undefined): FieldRecord | null {
  const { id, precedence } = field;
  if (!now) return { ...field, otherReading: "", confidence: Math.min(field.confidence, DISPUTED) };
  if (now.value === field.value)
    return sameAs(now) === sameAs(field) && field.otherReading === null ? null : { ...now, id, precedence };
  return { ...now, id, otherReading: field.value, confidence: Math.min(now.confidence, DISPUTED) };
}

function isSettled({ status }: FieldRecord): boolean {
  return status !== "suggested";
}

/** Which fact of the document it is; of facts that it states several times, which of them. */
function placeOf({ name, line, value, machineValue }: FieldRecord): string {
  return SEVERAL.includes(name) ? `${name}.${machineValue ?? value}` : `${name}.${line}`;
}

/** The same for two readings that say the same of the same place, and as surely. */
function sameAs({ name, line, value, page, box, confidence }: FieldRecord): string {
  return JSON.stringify([name, line, value, page, box?.x, box?.y, box?.width, box?.height, confidence]);
}
