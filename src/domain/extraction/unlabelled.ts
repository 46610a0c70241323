import { hasPostalCheckDigit } from "../document/transport-number";
import { airWaybill } from "./accept";
import { looksLikePlace, place } from "./accept-place";
import { countryInside, countryNamed } from "./countries";
import type { HeaderField } from "./field";
import { type Segment, textOf } from "./layout";
import { namesPlace } from "./lexicon/places";
import { CURRENCIES, INCOTERMS, parseDate, parseWeightKg, withoutPoints } from "./parse-value";
import { routeOf } from "./route";
import { type Form, type Found, toFound } from "./seek";
import { COUNTED } from "./stated-packages";

type Accept = (text: string) => string | null;

/** The one value of this form; two different ones are none. */
export function findByForm(
  segments: readonly Segment[],
  { accept, trust, likeness, isSentence, isSum }: Form,
): Found | null {
  const found = segments.flatMap((segment) => {
    const inLine = toFound(segment.words, segment.page, { accept }, { label: "" });
    if (!isSentence || (inLine && !segment.text.endsWith(inLine.value))) return inLine ?? [];
    const next = wordsBelow(segment, segments);
    const isBroken = /-$/.test(segment.text) || /^port$/i.test(textOf(next));
    if (next.length === 0 || (inLine && !isBroken)) return inLine ?? [];
    return toFound([...segment.words, ...next], segment.page, { accept }, { label: "" }) ?? inLine ?? [];
  });
  const values = new Set(found.map((each) => each.value));
  if (values.size > 1 && isSum) {
    const sum = found.reduce((all, each) => all + Number(each.value), 0);
    const whole = found.find(({ value }) => Number(value) * 2 === sum);
    return whole ? { ...whole, score: trust } : null;
  }
  if (values.size !== 1) return null;
  const surest = found.reduce((best, each) => (each.sureness > best.sureness ? each : best));
  return { ...surest, score: trust * (likeness?.(surest.value) ?? 1) };
}

/** The words with which a sentence goes on in the line below. */
function wordsBelow(segment: Segment, segments: readonly Segment[]): Segment["words"] {
  const { x, y, height } = segment.box;
  const next = segments.find(
    ({ page, box }) =>
      page === segment.page && box.y > y + height * 0.6 && box.y < y + height * 2.4 && Math.abs(box.x - x) < 0.015,
  );
  return next && /\bfrom\b/i.test(segment.text) && !/[:.]$/.test(segment.text) ? next.words : [];
}

const CODES = CURRENCIES.join("|");
const CURRENCY_CODE = new RegExp(
  `\\bin\\s(${CODES})(?![A-Z])|(?:^|[\\s(])(${CODES})(?=[\\s).:]*$|\\)|[\\s:]*\\d)|\\d\\s*(${CODES})(?![A-Z])`,
);

/** An ISO 4217 code that stands alone, in brackets or at a figure. */
const currencyAtFigure: Accept = (text) => {
  const match = CURRENCY_CODE.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? OF_ONE.find(([sign]) => sign.test(text))?.[1] ?? inWords(text);
};

/** How moneys are called where a sum is written out, or over a column. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})u\.?\s?s\.?(?:a\.?)?\s?dollars?|united states dollars?|(?<!\p{L})dollars? (?:of )?(?:the )?(?:us|united states)|d[oó]lares (?:americanos|estadounidenses)|dollars? am[eé]ricains?|美元/iu,
    "USD",
  ],
  [/(?<!\p{L})(?:hong ?kong|hk) dollars?/iu, "HKD"],
  [/(?<!\p{L})singapore dollars?/iu, "SGD"],
  [/(?<!\p{L})australian dollars?/iu, "AUD"],
  [/(?<!\p{L})canadian dollars?/iu, "CAD"],
  [/(?<!\p{L})euros?(?!\p{L})/iu, "EUR"],
  [/pounds? sterling|sterling pounds?|british pounds?/iu, "GBP"],
  [/swiss francs?|schweizer franken/iu, "CHF"],
  [/(?<!\p{L})(?:japanese )?yen(?!\p{L})/iu, "JPY"],
  [/renminbi|chinese yuan|(?<!\p{L})yuan(?!\p{L})|人民币/iu, "CNY"],
  [/indian rupees?/iu, "INR"],
  [/ringgit/iu, "MYR"],
  [/rupiah/iu, "IDR"],
  [/(?<!\p{L})baht(?!\p{L})/iu, "THB"],
  [/korean won/iu, "KRW"],
  [/(?:uae|u\.a\.e\.|emirates) dirhams?/iu, "AED"],
  [/turkish liras?|t[uü]rk liras[iı]/iu, "TRY"],
  [/(?<!\p{L})z[lł]ot(?:y|ych|e)(?!\p{L})/iu, "PLN"],
];
/** Without these around it "euro" is a pallet. */
const OF_MONEY =
  /(?<!\p{L})(?:say|in words|sum of|only|amount|price|rate|value|total|currency|en lettres|en letras|in worten|in lettere|por extenso|montant|betrag|importe|importo|valor|bedrag|yaln[iı]z)(?!\p{L})|大写/iu;

function isWhole(name: string | undefined, text: string): boolean {
  return name !== undefined && name.length >= text.replace(/[\s.,:;()]+$/u, "").trim().length - 1;
}

function inWords(text: string): string | null {
  if (/pallet|palette|norm|palet/i.test(text)) return null;
  const isOfMoney = OF_MONEY.test(text);
  // By itself the name of a money is one; with other words it may be that of a firm.
  const called = CALLED.filter(([name]) => (isOfMoney ? name.test(text) : isWhole(name.exec(text)?.[0], text)));
  return called.length === 1 ? (called[0]?.[1] ?? null) : null;
}

/** Signs that no two currencies share, at a figure or in brackets. */
const OF_ONE: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Z])RM\s?\d|\(RM\)/, "MYR"],
  // An engine takes the sign for an S.
  [/(?<![A-Z])U[Ss]\$\s?(?:\d|\)?$)|\d\s?US\$|\(US\$\)|(?<![A-Z])USS\s?\d/, "USD"],
  [/€\s?(?:\d|\)?$)|\d\s?€|\(€\)/, "EUR"],
  [/£\s?(?:\d|\)?$)|\(£\)/, "GBP"],
];

const TERM = new RegExp(`(?:^|[\\s(])(${INCOTERMS.join("|")})(?:\\s+\\(?\\p{L}{2}|\\s*[,(]|$)`, "u");

/** An Incoterm before its named place. */
const incotermAtPlace: Accept = (text) => TERM.exec(text)?.[1] ?? pointedAtPlace(text);

/** "C.I.F. Hamburg"; "D.A.P. Silva" is a person. */
function pointedAtPlace(text: string): string | null {
  const plain = withoutPoints(text);
  const match = TERM.exec(plain);
  const place = match ? plain.slice(match.index).replace(/^\W*\p{Lu}{3}\W+/u, "") : "";
  return match && (/incoterm/i.test(text) || namesPlace(/^\p{L}+/u.exec(place)?.[0] ?? "")) ? (match[1] ?? null) : null;
}

/** The number of an invoice that is spoken of in running text. */
const invoiceSpokenOf: Accept = (text) => {
  if (/replac|supersed|cancel|ersetzt|storn|annul|credit(ed|s)/i.test(text)) return null;
  const match =
    /(?<![\p{L}])inv(?:oice)?\.?(?![\p{L}])\s*(?:no\.?|ref\.?|number)?\s*[:.;#]?\s*([A-Z0-9][A-Z0-9\-/._]{2,30})/iu.exec(
      text,
    );
  return match?.[1] && /\d{3}/.test(match[1]) ? match[1].replace(/[.\-_/]+$/, "") : null;
};

/** A longer one would take long to take apart. */
const LONGEST_SENTENCE = 300;

/** The port behind `from` or `to` of a sentence on the carriage. */
const spokenPort =
  (which: "from" | "to"): Accept =>
  (text) => {
    const route = routeOf(text);
    if (route) return place(route[which]);
    if (text.length > LONGEST_SENTENCE) return null;
    const match =
      /\bby (?:sea|air|rail|road|truck|vessel)\b.*?\bfrom[: ]+(\p{L}[\p{L} .,'()-]+?) to[: ]+(\p{L}[\p{L} .,'()-]+?)(?: via .*)?$/iu.exec(
        text,
      ) ??
      /\bfrom[: ]+(\p{L}[\p{L} .,'()-]+?) to[: ]+(\p{L}[\p{L} .,'()-]+?)(?:[,;]? (?:by|per|via|on)\b.*)?$/iu.exec(text);
    const said = (which === "from" ? match?.[1] : match?.[2])?.trim() ?? "";
    const name = place(said);
    // A sentence that ends with its line is read with the one below; that need not belong to it.
    return name !== null && (name.length < 26 || countryInside(name) !== null) ? name : null;
  };

/** The number of a postal item, whose check digit is right. */
const postalItem: Accept = (text) => {
  const match = /(?<![A-Z0-9])([A-Z]{2})\s?(\d{2,3})\s?(\d{3})\s?(\d{3,4})\s?([A-Z]{2})(?![A-Z0-9])/.exec(text);
  const digits = `${match?.[2] ?? ""}${match?.[3] ?? ""}${match?.[4] ?? ""}`;
  return match && digits.length === 9 && hasPostalCheckDigit(digits) ? `${match[1]}${digits}${match[5]}` : spaced(text);
};

/** Under bars the letters and figures of such a number stand apart: "L X 4 4 7 18 2 2 0 5 J P". */
function spaced(text: string): string | null {
  const match = /^([A-Z]{2})(\d{9})([A-Z]{2})$/.exec(text.replace(/\s/g, ""));
  return match?.[2] && hasPostalCheckDigit(match[2]) ? match[0] : null;
}

/** The number of a printed form, a letter or two and figures, as chambers and customs number their certificates. */
export const serialAlone: Accept = (text) =>
  /^(?:n[o°º]\.?\s*)?(?!(?:T|P|F|M|H|PO|TL|FX)\s?\d{3}[-\s]\d{4}$)([A-Z]{1,2}\s?(?:\d{3}[-\s]\d{4,7}|\d{6,9}|\d(?: \d{3}){2}))(?:\s+original)?$/i.exec(
    text.trim(),
  )?.[1] ?? null;

/** A number that stands alone in groups, as carriers print it over their bar codes. */
const groupedNumber: Accept = (text) =>
  /^(?:1Z[\s\dA-Z]{14,22}|\d{4} \d{4} \d{2,4}|\d{2} \d{4} \d{4}|\d{12,14})$/.test(text.trim())
    ? text.replace(/\s/g, "")
    : null;

/** The number of a parcel, by one of the forms that parcels have. */
const parcelNumber: Accept = (text) =>
  postalItem(text) ?? (text.trim().startsWith("1Z") ? null : airWaybill(text)) ?? groupedNumber(text);

/** A weight in running text, behind the word for it. */
function spokenWeight(word: string): Accept {
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${word})(?:\\s*(?:weight|wt))?\\.?\\s*[:：]?\\s*(\\d[\\d.,]*\\s*(?:kgs?|kilos?|mt))(?!\\p{L})`,
    "iu",
  );
  // "25 kg net" behind "of" or "x" is what one bag holds.
  const behind = new RegExp(
    `(?<!\\p{L}|\\d|(?:of|x|×|@|à|per)\\s{0,2}|[\\d.,])(\\d[\\d.,]*\\s*(?:kgs?|kilos?|mt))\\.?\\s*(?:${word})(?!\\p{L})`,
    "iu",
  );
  return (text) => {
    const match = pattern.exec(text) ?? behind.exec(text);
    return match?.[1] ? parseWeightKg(match[1], false) : null;
  };
}

/** What is paid somewhere, or must not be made there, comes from elsewhere. */
const MADE_OTHERWISE = /(?<!\p{L})(?:not|to be|payments?)(?!\p{L})[^.;:,]*$/iu;

/** "MADE IN CHINA", "product of Vietnam", as on the marks of packages. */
const madeIn: Accept = (text) => {
  const made = /(?<!\p{L})(?:made|manufactured|produced|grown) in\s+(?:the )?(\p{L}[\p{L} .]{1,30})/iu.exec(text);
  const product = /(?<!\p{L})products? of\s+(?:the )?(\p{L}[\p{L} .]{1,30})(?![\p{L} .])/iu.exec(text);
  const said = made ?? product;
  if (!said || MADE_OTHERWISE.test(text.slice(0, said.index))) return null;
  const named = (said[1] ?? "").replace(/[\s.]+$/, "");
  // "Products of India Mills Ltd" are those of a firm.
  return countryNamed(named) ?? (made ? countryNamed(named.split(" ")[0] ?? "") : null);
};

/** What a sentence says of a carriage may be about another one, so that a person is asked. */
const SPOKEN = 0.89;

/** The facts that are told by their form where no label tells them. */
export const FORMS: Partial<Readonly<Record<HeaderField, Form>>> = {
  invoice_number: { accept: invoiceSpokenOf, trust: 0.85 },
  date: { accept: (text) => parseDate(text), trust: 0.75 },
  currency: { accept: currencyAtFigure, trust: 0.9 },
  incoterm: { accept: incotermAtPlace, trust: 0.88 },
  country_of_origin: { accept: madeIn, trust: 0.88 },
  net_weight_kg: { accept: spokenWeight("nett?o?s?|netti|n\\.?\\s?w\\.?"), trust: 0.88 },
  gross_weight_kg: { accept: spokenWeight("gross|brutt?o?s?|lordi?o?|g\\.?\\s?w\\.?"), trust: 0.88 },
  packages: COUNTED,
  port_of_loading: { accept: spokenPort("from"), likeness: looksLikePlace, trust: SPOKEN, isSentence: true },
  port_of_discharge: { accept: spokenPort("to"), likeness: looksLikePlace, trust: SPOKEN, isSentence: true },
  transport_number: { accept: parcelNumber, trust: 0.92 },
};
