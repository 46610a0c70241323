import type { LineField } from "./field";
import { distance, squeeze } from "./fold";
import { GOODS_LABELS } from "./lexicon/goods-labels";
import { HEADINGS } from "./lexicon/headings";
import { TRADE_HEADINGS } from "./lexicon/trade-headings";

const KNOWN = new Map<string, LineField | null>();
for (const [field, phrases] of [...HEADINGS, ...labels(), ...TRADE_HEADINGS])
  for (const phrase of phrases) if (!KNOWN.has(squeeze(phrase))) KNOWN.set(squeeze(phrase), field);
/** Those long enough to be known though a letter was misread, by their length: only what is as long is compared. */
const NAMES = new Map<number, string[]>();
for (const name of KNOWN.keys())
  if (name.length >= 7) NAMES.set(name.length, [...(NAMES.get(name.length) ?? []), name]);
const LONG_NAMES = [...NAMES]
  .flatMap(([length, names]) => (length >= 8 ? names : []))
  .sort((a, b) => b.length - a.length);

/** What labels a fact of the whole stands over the column of its parts too. */
function labels(): readonly (readonly [LineField, readonly string[]])[] {
  return [
    ["hs_code", GOODS_LABELS.hs_code ?? []],
    ["origin", GOODS_LABELS.origin ?? []],
  ];
}

/** Whether a text is a heading just as it stands. */
export function isKnownHeading(text: string): boolean {
  return KNOWN.has(squeeze(text));
}

/** The same lines are looked at again and again; beyond so many different ones it is another document. */
const MOST_KEPT = 4_000;
const LOOKED_AT = new Map<string, LineField | null | undefined>();

/** What a heading stands over; undefined when it is none that is known. */
export function headingOf(text: string): LineField | null | undefined {
  if (LOOKED_AT.has(text)) return LOOKED_AT.get(text);
  if (LOOKED_AT.size >= MOST_KEPT) LOOKED_AT.clear();
  const found = lookUp(text);
  LOOKED_AT.set(text, found);
  return found;
}

/** "USD / kg": money for one of something. */
const PRICE_PER =
  /^(?:(?:unit )?price |preis |prix |prezzo |precio |preço |cena )?(?:usd|us\$|eur|euro|€|gbp|£|cny|rmb|jpy|chf|cad|aud|inr|try|pln|czk|sek|nok|dkk|huf|brl|\$)\s?(?:\/|per|pro|je)\s?(?:kgs?|mt|t|ton|tonne|pcs?|pce|pc\.|ea|each|unit|set|pair|prs?|m2?|m²|m³|cbm|lt?r?|stk?|stück|szt|ks|ud|un|adet|ctn|box|doz|dz|yd|bag)\.?$/iu;
/** How much a package holds is written between what it is called in two languages: "Sacas 60kg Bags". */
const HOLDS = /\s\d+(?:[.,]\d+)?\s?(?:kgs?|g|l|ml|pcs)\.?(?=\s|$)/giu;

/** Forms number their columns as they number their boxes: "18. Net weight". */
const COLUMN_NUMBER = /^\(?\d{1,2}[.)]\s+(?=\p{L})/u;

function lookUp(text: string): LineField | null | undefined {
  const bare = text.replace(COLUMN_NUMBER, "").replace(/[(（[][^)）\]]*[)）\]]?/gu, " ");
  if (PRICE_PER.test(bare.trim())) return "unit_price";
  const whole = squeeze(bare);
  const direct = KNOWN.get(whole) ?? (KNOWN.has(whole) ? null : undefined);
  if (KNOWN.has(whole)) return direct as LineField | null;
  const plain = whole.replace(/(usd|eur|gbp|cny|rmb|jpy|kgs?|rm|myr|hkd|sgd|aud|cad|chf)$/u, "");
  if (plain.length > 1 && KNOWN.has(plain)) return KNOWN.get(plain) as LineField | null;
  // In two languages, or two things in one column: the first that is known.
  const halves = bare
    .replace(HOLDS, " / ")
    .split(/[/|\n]|(?<=\p{Script=Han})\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=\p{Script=Han})/u);
  const parts = [...halves, bare.replace(/\p{Script=Han}+/gu, " ")].map(squeeze).filter((part) => part.length > 1);
  if (parts.length > 1) for (const part of parts) if (KNOWN.has(part)) return KNOWN.get(part) as LineField | null;
  return misread(whole) ?? beginning(whole);
}

function misread(key: string): LineField | null | undefined {
  if (key.length < 7) return undefined;
  const most = key.length >= 14 ? 2 : 1;
  const lengths = Array.from({ length: 2 * most + 1 }, (_, index) => key.length - most + index);
  const name = lengths.flatMap((length) => NAMES.get(length) ?? []).find((each) => distance(each, key, most) <= most);
  return name === undefined ? undefined : (KNOWN.get(name) as LineField | null);
}

/** "Description of goods incl. dimensions" begins with a heading. */
function beginning(key: string): LineField | null | undefined {
  if (key.length > 60) return undefined;
  const name = LONG_NAMES.find((each) => key.startsWith(each));
  return name === undefined ? undefined : (KNOWN.get(name) as LineField | null);
}
