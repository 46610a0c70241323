import { compare, parseDecimal } from "../shared/decimal";
import type { Box } from "../shared/sourced";
import { FIELD_KIND, type FieldKind, type ReadField } from "./field";
import { boxAround, rowsOf, textOf } from "./layout";
import {
  parseAmount,
  parseCommodityDigits,
  parseCountry,
  parseCurrency,
  parseDate,
  parseIncoterm,
} from "./parse-value";
import type { PageText, Word } from "./words";

interface Place {
  readonly page: number;
  readonly box: Box;
}

interface Row {
  readonly page: number;
  readonly words: readonly Word[];
}

/**
 * Gives the values of a structured invoice the places at which its pages say the same, so that data and picture can be
 * looked at side by side. What the pages do not say keeps no place. Where a value stands more than once, the place at
 * which the page itself was read for that fact is the right one.
 */
export function placeOnPages(
  fields: readonly ReadField[],
  pages: readonly PageText[],
  readOnPages: readonly ReadField[],
): readonly ReadField[] {
  const rows = pages.flatMap((page) => rowsOf(page).map((words) => ({ page: page.number, words })));
  const header = fields
    .filter((field) => field.line === null)
    .map((field) => put(field, choose(field, placesOf(field, rows), readOnPages)));
  return [...header, ...placeLines(fields, rows)];
}

function put(field: ReadField, place: Place | null): ReadField {
  return place ? { ...field, page: place.page, box: place.box } : field;
}

function choose(field: ReadField, places: readonly Place[], readOnPages: readonly ReadField[]): Place | null {
  const known = readOnPages.find((each) => each.name === field.name && each.line === null);
  const same = known && places.find((place) => place.page === known.page && overlaps(place.box, known.box));
  if (same) return same;
  // Sums grow down a page: the last one is the one that counts.
  const isSum = field.name === "total" || field.name === "tax";
  return (isSum ? places.at(-1) : places[0]) ?? null;
}

/** Lines stand one below the other; the figures of a line stand on the height of its description. */
function placeLines(fields: readonly ReadField[], rows: readonly Row[]): readonly ReadField[] {
  const numbers = [...new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line])))];
  let after = 0;
  return numbers.flatMap((line) => {
    const own = fields.filter((field) => field.line === line);
    const lead = own.find((field) => field.name === "description") ?? own[0];
    const places = lead ? placesOf(lead, rows) : [];
    const anchor = places.find((place) => depthOf(place) > after) ?? null;
    if (anchor) after = depthOf(anchor);
    return own.map((field) => put(field, field === lead ? anchor : besides(anchor, placesOf(field, rows))));
  });
}

function besides(anchor: Place | null, places: readonly Place[]): Place | null {
  if (!anchor) return null;
  const near = places.filter((place) => Math.abs(depthOf(place) - depthOf(anchor)) < NEAR);
  return near.reduce<Place | null>(
    (best, place) =>
      best === null || Math.abs(depthOf(place) - depthOf(anchor)) < Math.abs(depthOf(best) - depthOf(anchor))
        ? place
        : best,
    null,
  );
}

/** A line of goods takes no more of a page than this. */
const NEAR = 0.045;

/** How far down the pages it stands, in pages. */
function depthOf({ page, box }: Place): number {
  return page + box.y + box.height / 2;
}

/** Everywhere that the pages say this value. */
function placesOf(field: ReadField, rows: readonly Row[]): readonly Place[] {
  const kind: FieldKind = FIELD_KIND[field.name];
  if (kind === "text") return textPlaces(field.value, rows);
  const says = SAYS[kind];
  return rows.flatMap(({ page, words }) =>
    words.flatMap((_, from) => {
      const length = [1, 2, 3, 4].find((count) => {
        const window = words.slice(from, from + count);
        return window.length === count && says(textOf(window), field.value);
      });
      return length ? [{ page, box: boxAround(words.slice(from, from + length)) }] : [];
    }),
  );
}

const SAYS: Readonly<Record<Exclude<FieldKind, "text">, (text: string, value: string) => boolean>> = {
  decimal: isSameNumber,
  integer: isSameNumber,
  date: (text, value) => /^\S*\d/.test(text) && parseDate(text) === value,
  currency: (text, value) => text.length <= 4 && parseCurrency(text) === value,
  country: (text, value) => text === value || (text.length > 3 && parseCountry(text) === value),
  incoterm: (text, value) => parseIncoterm(text) === value,
  commodity_code: (text, value) => parseCommodityDigits(text) === value,
};

function isSameNumber(text: string, value: string): boolean {
  const bare = text.replace(/^[€$£]|[€$£]$|^[A-Z]{3}\s|\s[A-Z]{3}$/g, "").trim();
  if (!/^-?[\d.,'’ ]*\d$/.test(bare)) return false;
  // "2.000" may be two or two thousand; here the value is known, and either reading may confirm it.
  const readings = [parseAmount(bare) ?? "", ...(GROUPED.test(bare) ? [bare.replace(/[.,'’ ]/g, "")] : [])];
  const wanted = parseDecimal(value);
  return readings.some((reading) => {
    const stated = parseDecimal(reading);
    return stated.ok && wanted.ok && compare(stated.value, wanted.value) === 0;
  });
}

const GROUPED = /^-?\d{1,3}([.,'’ ]\d{3})+$/;

/** The words of a text in one row, whatever their accents and blanks; the beginning of it when it goes on below. */
function textPlaces(value: string, rows: readonly Row[]): readonly Place[] {
  const wanted = folded(value);
  if (wanted === "") return [];
  const whole = rows.flatMap((row) => runsOf(row, (said) => said === wanted, wanted.length));
  if (whole.length > 0) return whole;
  const isBeginning = (said: string) => said.length >= BEGINNING && said.length * 3 >= wanted.length;
  return rows.flatMap((row) => runsOf(row, (said) => wanted.startsWith(said) && isBeginning(said), wanted.length));
}

/** So many letters and digits of a text are enough to know its beginning by. */
const BEGINNING = 8;

function runsOf({ page, words }: Row, isIt: (said: string) => boolean, limit: number): readonly Place[] {
  return words.flatMap((_, from) => {
    let said = "";
    let found = 0;
    for (let to = from; to < words.length && said.length < limit; to++) {
      said += folded(words[to]?.text ?? "");
      if (isIt(said)) found = to + 1;
    }
    return found > 0 ? [{ page, box: boxAround(words.slice(from, found)) }] : [];
  });
}

/** Letters and digits alone, small and without accents. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
