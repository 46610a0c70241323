import { FORM_WORDS, NOTHING } from "./accept";
import type { Accept } from "./acceptor";
import { countryInside, isCountryCode, isCountryName } from "./countries";
import { fold } from "./fold";
import { LEGAL_FORM, withoutStates } from "./legal-form";
import { isPlaceCode, namesPlace, placeReadApart } from "./lexicon/places";
import { routeOf } from "./route";

/** Words that stand where ports stand and are none. */
const NO_PORT =
  /^(by |via |the |and |date|flight|carrier|vessel|terms|sea|air|freight|total|as |for |your|our|see|shipment|shipped|transport|airport|prepaid|collect|usd|eur|zero|one|two|three|criteri\w+|not |page|on |in |of )\b|\b(bank|prepaid|payment|invoice|number|organi[sz]ations?|department|ministry|authority)\b/i;

/** The name of a port, an airport or a town. */
export const place: Accept = (text) => {
  const name = text
    .replace(/^[|[\]\s:.\-–]+|[|[\]\s,;.:]+$/g, "")
    .replace(/\s+(from|to|via|date|by (?:sea|air|road|rail|truck|vessel))$/i, "")
    .replace(/\s*[(（]\s*[A-Z]{3,5}\s*[)）]$/, "")
    .replace(/^([A-Z]{2}[A-Z2-9]{3})\s*[-/]?\s+(\p{L}{2}.*)$/u, (whole, code, name) =>
      isCodeOf(code, name) ? name : whole,
    )
    .replace(/,?\s+[A-Z]{2}[A-Z2-9]{3}\d[A-Z]?$/u, "")
    .replace(/^(.*?\p{L})(?: sea| air)? port$/iu, (whole, name) =>
      namesPlace(whole.toLowerCase()) && !/^(khalifa|hamad)$/i.test(name) ? name : whole,
    )
    .replace(/^port of (?=\p{L})/iu, "")
    // An engine takes the comma before a country for a point.
    .replace(/(?<=\p{L}{4})\.(\p{L}{3}[\p{L} ]*)$/u, (whole, end) => (isCountryName(end) ? `, ${end}` : whole))
    // Of a name that was broken at its hyphen.
    .replace(/(?<=\p{L})-\s+(?=\p{L})/gu, "-");
  const isName = /^[\p{L}][\p{L}\s.,'’()/&-]{1,50}$/u.test(name) && (name.length > 2 || /^[A-Z]{2,3}$/.test(name));
  return isName &&
    // "Port Klang" is a port, though "port" alone begins what is none.
    (!FORM_WORDS.test(name) || (/^port \p{L}/iu.test(name) && namesPlace(name))) &&
    !NOTHING.test(name) &&
    !NO_PORT.test(name) &&
    !isOpen(name) &&
    fold(name) !== "to"
    ? (placeReadApart(name) ?? name)
    : placeReadApart(name);
};

/** A bracket that is not closed is the beginning of something longer. */
function isOpen(text: string): boolean {
  return text.includes("(") !== text.includes(")");
}

/** Whether five letters before a name are its UN/LOCODE, and no part of it. */
function isCodeOf(code: string, name: string): boolean {
  return isPlaceCode(code) || (isCountryCode(code.slice(0, 2)) && namesPlace(name) && !namesPlace(code.toLowerCase()));
}

/** How much a text looks like a port or an airport. */
export const looksLikePlace = (value: string, raw = value): number => {
  if (!namesPlace(raw) && placeReadApart(raw) !== null) return 0.85;
  if (namesPlace(value)) return 1;
  if (/^[A-Z]{2}[A-Z2-9]{3}$/.test(value)) return 0.95;
  return countryInside(value) !== null ? 0.93 : value.split(/\s+/).length > 4 ? 0.55 : 0.78;
};

/** The country that a place's name ends with, on the next line. */
export const isRestOfPlace = (text: string, before = ""): boolean => {
  const joined = `${before} ${text}`;
  if (/\d|:/.test(text) || text.length > 30) return false;
  const isCountry = /,\s*[\p{L} ]*$/u.test(before) && countryInside(before) === null && countryInside(joined) !== null;
  return (
    isCountry ||
    (!namesPlace(before) && namesPlace(joined)) ||
    /^(de|des|of|charles|city|malpensa|international)\b/i.test(text)
  );
};

/** A port behind `from` or `to`, where firms may stand as well. */
const portNotFirm: Accept = (text, around) => {
  const route = around?.label && /\bto\b/i.test(text) ? (text.split(/\s+to\s+/i)[0] ?? text) : text;
  // A country alone is where goods are from or go to; ships lie in its ports.
  const isCountry = isCountryName(route.trim()) && !namesPlace(route);
  return LEGAL_FORM.test(withoutStates(route)) || isCountry ? null : place(route, around);
};

const PAIR = /^([A-Z]{3})\s*(?:\/|-|–|>|→|to)+\s*([A-Z]{3})$/;

/** Where the carriage begins; of two codes side by side, or of a route, the first. */
export const loadingPlace: Accept = (text, around) => {
  const first = PAIR.exec(text.trim())?.[1] ?? routeAt(text, around)?.from;
  return first ? place(first, around) : portNotFirm(text, around);
};

/** Where the carriage ends; of two codes side by side, or of a route, the second. */
export const dischargePlace: Accept = (text, around) => {
  const last = PAIR.exec(text.trim())?.[2] ?? routeAt(text, around)?.to;
  return last ? place(last, around) : portNotFirm(text, around);
};

/** At the label of one port its name may have a dash; at others two ports stand on both sides of it. */
function routeAt(text: string, around: Parameters<Accept>[1]): ReturnType<typeof routeOf> {
  const label = around?.label ?? "";
  return /port|hafen|porto|puerto|havn|hamn|haven|liman|pelabuhan|港/iu.test(label) ? null : routeOf(text, label);
}
