import { dateStyle, number, numberStyle } from "./formats";
import { label } from "./pools/words";
import { type Random, random } from "./random";
import type { Firm } from "./shipment";

/** A value of the truth; a list holds several accepted forms, or the members of a set. */
export type Value = string | number | readonly string[];
/** One row of goods of the truth. */
export type Item = Record<string, Value>;

/** One paper while it is being drawn: what it shows goes into its truth as it is shown, and nothing else does. */
export interface Sheet {
  readonly type: string;
  readonly lang: string;
  readonly layout: string;
  /** What differs from paper to paper of one layout. */
  readonly r: Random;
  /** What all papers of a layout share. */
  readonly s: Random;
  readonly fields: Record<string, Value>;
  readonly items: Item[];
  readonly labelled: string[];
  /** Types that a reader may take it for as well, since nothing on it tells. */
  readonly alike: string[];
  /** True when a table of goods is judged. */
  judged: boolean;
  /** Millimetres; a receipt is narrow. */
  size: readonly [number, number];
  currency: string;
  /** Notes a fact and gives its text for the page. */
  put(field: string, value: Value, shown?: string): string;
  /** The sheet's word for a field, always the same. */
  word(key: string): string;
  money(value: number): string;
  /** With as many decimals as asked. */
  num(value: number, decimals?: number): string;
  day(iso: string): string;
}

const PLACES = ["port_of_loading", "port_of_discharge"];

/** A text for a page. */
export function safe(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A sheet of a layout, with the facts that are judged on papers of its type. */
export function sheet(type: string, lang: string, layout: string, r: Random, labelled: readonly string[]): Sheet {
  const s = random(`layout ${layout}`);
  const numbers = numberStyle(s, lang);
  const date = dateStyle(s, lang);
  const spoken = new Map<string, string>();
  const fields: Record<string, Value> = {};
  const made: Sheet = {
    type,
    lang,
    layout,
    r,
    s,
    fields,
    items: [],
    labelled: [...labelled],
    alike: [],
    judged: false,
    size: [210, 297],
    currency: "USD",
    put(field, value, shown) {
      // A place is right as it is written too: with its code, or with the word port.
      fields[field] ??=
        PLACES.includes(field) && shown && Array.isArray(value) ? [...new Set([...value, shown])] : value;
      return safe(shown ?? String(Array.isArray(value) ? value[0] : value));
    },
    word(key) {
      // A stream of its own for each word, so that asking in another order changes none.
      const known = spoken.get(key) ?? label(random(`${layout} ${key}`), key, lang);
      spoken.set(key, known);
      return known;
    },
    money: (value) => number(value, made.currency === "JPY" ? 0 : 2, numbers),
    num: (value, decimals) => number(value, decimals ?? decimalsOf(value), numbers),
    day: date,
  };
  return made;
}

function decimalsOf(value: number): number {
  return (String(value).split(".")[1] ?? "").length;
}

/** Both names of a firm, as the truth accepts them. */
export function names(firm: Firm, withChinese: boolean): Value {
  return withChinese && firm.zh ? [firm.name, firm.zh] : firm.name;
}

/** A port or airport: its name, its code, and both with the country. */
export function placeForms(place: readonly [string, string], countryName: string): readonly string[] {
  return [place[0], place[1], `${place[0]}, ${countryName}`];
}

/** Writes a place in one of its forms. */
export function writePlace(r: Random, place: readonly [string, string], countryName: string): string {
  const [name, code] = place;
  return r.pick([
    name,
    name,
    name.toUpperCase(),
    `${name}, ${countryName}`,
    `${name.toUpperCase()}, ${countryName.toUpperCase()}`,
    `${name} (${code})`,
    `${code} ${name}`,
    `${name.toUpperCase()} PORT`.replace("PORT PORT", "PORT"),
  ]);
}
