import { isCountryCode } from "./countries";
import { isPlaceCode } from "./lexicon/places";
import { parseCount } from "./parse-value";

const KINDS =
  /(?<!\p{L})(?:packages?|cartons?|ctns?|c\/s|pallets?|plts?|pkgs?|pieces?|pcs?|cases?|crates?|drums?|bags?|boxes|box|bales?|rolls?|colis|colli|collis|bultos|volumes?|units?|sacks?|cans?|barrels?|bundles?|coils?|parcels?|items?|containers?|packst\p{L}+|kartons?|paletten?|sac[ao]s?|sacchi|fardos?|caisses?|cajas?|cass[ae]|cartoni|cartones|scatole|kisten|kist|holzkisten|skrzyni[ea]?|skrzy[nń]|palety?|palet|palettes|koli|[cç]uval|s[aä]cke|tambores|fusti|skids?|totes?|ibcs?|件|箱|包|托)(?!\p{L})/iu;

const OUTER =
  "cartons?|ctns?|pallets?|plts?|cases?|crates?|drums?|bags?|boxes|bales?|kartons?|paletten?|palety?|palet|palettes|koli|kisten|skrzy\\p{L}+";
const COUNTS = new RegExp(`\\d\\)?\\s*(?:\\p{L}+ )?(?<!\\p{L})(?:${OUTER})(?!\\p{L})`, "giu");

/** Whether a text counts packages, and what they stand on or are packed in again: "1,240 CARTONS ON 31 PALLETS". */
export function countsTwice(text: string): boolean {
  return [...text.matchAll(COUNTS)].length > 1;
}
/** Which of the two counts, a person says. */
const TWICE = 0.85;

/** How much a text looks like a count of packages; an address begins with a number too. */
export const looksLikeCount = (_value: string, raw: string): number => {
  if (countsTwice(raw)) return TWICE;
  if (!/\p{L}/u.test(raw) || KINDS.test(raw)) return 1;
  const words = raw.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  const isFirst = /^\D{0,3}\d/.test(raw) || /\(\d+\)/.test(raw);
  return words.length > 1 || !isFirst ? 0.45 : 0.9;
};

/** A count with its word and nothing else: "6 PCS". */
export const piecesAlone = (text: string): string | null =>
  /^\d{1,4}\s*(?:pcs|pieces?|pkgs?|parcels?)\.?$/i.test(text.trim()) ? parseCount(text) : null;

/** The route of a parcel, of the country, the airport and the gate of the carrier: "TR-IST-MIX". */
export const routeCode = (text: string): string | null => {
  const match = /^([A-Z]{2})[-\s]([A-Z]{3})[-\s][A-Z0-9]{3}$/.exec(text.trim());
  return match?.[1] && match[2] && isCountryCode(match[1]) ? match[2] : null;
};

/** The code of a known airport that stands by itself. */
export const airportAlone = (text: string): string | null =>
  /^[A-Z]{3}$/.test(text.trim()) && isPlaceCode(text.trim()) ? text.trim() : null;
