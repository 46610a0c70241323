import { hasAirWaybillCheckDigit } from "../document/transport-number";
import type { Accept, Around } from "./acceptor";
import { STREET } from "./address";
import { AFTER_FORM, AFTER_MARK, REGISTERED } from "./behind-form";
import { withoutContact } from "./contact-behind";
import { isCountryName } from "./countries";
import { BARE_FORM, isFirm, isUnfinished, LEGAL_FORM, withoutStates } from "./legal-form";
import { namesPlace } from "./lexicon/places";
import { isNobody } from "./nobody";
import { CURRENCIES, INCOTERMS, parseAmount, parseDate, parseWeightKg } from "./parse-value";
import { inPoundsOf } from "./pounds";

/** Set so wide that each sign became a word: "H - 2 0 2 6 / 0 2 1 9". */
const SPREAD = /^\S(?: \S){4,}$/;
/** Nothing but figures, printed in groups, perhaps behind the letters of a series: "7 2281 00419", "VR 7004 4188 21". */
const IN_GROUPS = /^[#:№]?\s*(\d{1,4}(?: \d{2,8}){1,4}|[A-Z]{1,4} \d{2,6}(?: \d{2,8}){1,4})$/;
/** A number goes on behind a stroke at which it was read apart: "GSP/DHK/2026/ 118804". */
const OPEN_END = /(?<=[A-Z\d])(?:\s?(\/)\s?|(-)\s)(?=\d{3,}$)|(?<=^[A-Z]{2,5})(-)\s(?=[A-Z])/i;
/** Electronic invoices of Turkey have three letters, a year and nine figures, of which the last may stand apart. */
const E_INVOICE = /^[A-Z\d]{3}20\d{2}(?:\s?\d){9}$/;

/** A series with its year, and the number in it: "A/26 02915", "FV/2026 118", "EPB/DHK/GSP 118427". */
const IN_SERIES = /^[#:№\s]*([A-Z]{1,4}[/-]?(?:20)?\d{2}\s\d{3,8}|[A-Z]{2,5}(?:\/[A-Z]{2,5}){1,3}\s\d{4,8})$/;

/** Letters that head figures and number nothing: "FOB/CIF 12500". */
const OF_TRADE = new RegExp(`(?<!\\p{L})(?:${[...INCOTERMS, ...CURRENCIES].join("|")}|TEL|FAX|PO|VAT)(?!\\p{L})`, "u");

/** The number of a paper: letters and digits, a digit at least, and no date. */
export const documentNumber: Accept = (said) => {
  if (SPREAD.test(said)) return documentNumber(said.replace(/\s/g, ""));
  const groups = IN_GROUPS.exec(said.trim())?.[1];
  if (groups !== undefined && parseDate(groups, "day_first") === null) return groups;
  const inSeries = IN_SERIES.exec(said.trim())?.[1];
  if (inSeries !== undefined && !OF_TRADE.test(inSeries)) return inSeries;
  const text = said.replace(OPEN_END, "$1$2$3").replace(E_INVOICE, (whole) => whole.replace(/\s/g, ""));
  const match =
    /^[#:\s№°º]*(?:no\.?\s*)?((?:[A-Z]{1,4}(?:-[A-Z]{1,4})?[\s.]{0,2}(?=\d))?[A-Z0-9][A-Z0-9\-–/._]{1,34})(?![A-Z0-9])/iu.exec(
      text,
    );
  const number = match?.[1]?.replace(/[.\-–_/]+$/, "") ?? "";
  if (!/\d/.test(number) || number.length < 2) return null;
  // A date, an amount with its decimals, a telephone number and a share are no numbers of papers.
  if (parseDate(number, "day_first") !== null || (parseDate(text) !== null && parseDate(text.slice(0, 14)) !== null))
    return null;
  if (/^\d{1,3}(,\d{3})*\.\d{2}$|^\d+\s*%/.test(number)) return null;
  return number;
};

/** How much a number looks like that of a paper: short ones are pages and lines. */
export const looksLikeNumber = (value: string, raw: string): number => {
  const digits = value.replace(/\D/g, "").length;
  const length = digits >= 4 ? 1 : digits === 3 ? 0.93 : digits === 2 ? 0.8 : 0.62;
  // Which copy of the paper it is says nothing against its number.
  const rest = raw
    .replace(value, "")
    .replace(/(?<!\p{L})(original|duplicate|triplicate|copy)(?!\p{L})/giu, "")
    .trim();
  const isAddress = /\p{L}{4,}.*\p{L}{3,}/u.test(rest) && !parseDate(rest) ? 0.6 : 1;
  return length * isAddress;
};

/** Capitals and figures alone, of which some were read apart: "ABCD5 5 812 0". */
const READ_APART = /^[A-Z]{4}[A-Z\d]*(?:\s\d+)+$/;

/** The number of a bill of lading or a house waybill, which is at least so long. */
export const carriedNumber: Accept = (text, around) => {
  const number = documentNumber(READ_APART.test(text) ? text.replace(/\s/g, "") : text, around);
  return number && /\d{3}/.test(number) && number.length >= 5 ? number : null;
};

/** Of the number of an air waybill that is broken over two lines one half is none. */
const HALF = /^\d{3}-\d{1,7}$/;

export const masterNumber: Accept = (text, around) => {
  const number = airWaybill(text) ?? carriedNumber(text, around);
  return number !== null && HALF.test(number) ? null : number;
};

export const FORM_WORDS =
  /^(by (?:the )?(?:carrier|vessel|sea|air|road|rail|truck)|insert |complete |full style|this (?:sea|bill|b)|if (?:order|other)|unless |be |tel|fax|phone|e-?mail|address|add\.?|attn|attention|vat|tax id|date|no\.?|name|account|ref|nif|eori|invoice|page|terms|currency|shipper|consignee|buyer|seller|exporter|importer|notify|airport|port|p\.?o\.? box|contact|www\.|http|iban|swift|bic|gst|abn|ust|postfach|c\/o|zip|tva|siret|hrb|.?s? ?load,? ?(stow|count)|said to contain|as agreed|signature|please|payment|same as|as above|see |and |or |for |the |not negotiable|non[- ]negotiable|on arrival|original|copy|upon |prepaid|collect|issued|dated)\b\s*[:.]?/i;

/** What a form is filled with where nothing is declared: "NIL", "NVD" (no value declared), "NCV" (no customs value). */
export const NOTHING =
  /^(nil|n\.?v\.?d|n\.?c\.?v|n\.?[/.]?a|n\.?[/.]?m|none|null|not applicable|as agreed|as above|ditto|same|t\.?b\.?[aciy]|as per (attached|invoice).*|received|eingegangen|ingekomen|ontvangen|re[çc]u|ricevuto|recibido|recebido|wpłynęło|doručeno|modtaget|mottatt|mottagen|paid|bezahlt|pay[ée]e?|betaald|pagat[oa]|pagad[oa]|duplicat[ae]?|duplikat|see (attached|below).*|same as (above|consignee|shipper|buyer).*|slip|list|note|sheet|copy|-+|x+|unknown|other)\.?$/i;

/** To whom a firm belongs, who owns it, and who sends its bills. */
const OF_ANOTHER =
  /^(?:an? )?(?:division|member|subsidiary|brand|company) of\b|^(?:inh|inhaber(?:in)?|prop|proprietor)\b[.:]|^(?:abrechnung durch|billed by|une soci[ée]t[ée] du|eine? (?:unternehmen|marke) der)\b/i;

/** Before the name of who keeps a shop. */
const RUN_BY =
  /^(?:owned and )?(?:operated|run|managed) by\s+|^betrieben (?:von|durch)\s+|^exploit[ée] par\s+|^gestito da\s+|^operado por\s+/i;

/** The name of a firm or a person. */
export const party: Accept = (text) => {
  const whole = text
    .replace(
      /^\(?(name|complete name.*?address|name and address|company( name)?|messrs\.?|m\/s\.?|firma|name\/firma)\)?\s*[:：.]?\s+/i,
      "",
    )
    .replace(RUN_BY, "")
    .replace(/^[|[\]\s*•·:_.\-–]+|[|[\]\s*•·_]+$/g, "")
    .replace(/\s+(tel|phone|fax|attn|vat( no)?|e-?mail)\b.*$/i, "")
    .replace(/\s+(?:[•●·|]|-|–)\s+.*\d{4,}.*$/u, "")
    .replace(REGISTERED, "")
    .replace(AFTER_FORM, "$1")
    .replace(AFTER_MARK, "$1")
    .trim();
  const name = beforeAddress(unbroken(withoutContact(whole).replace(CALLED, "")));
  const letters = name.replace(/[^\p{L}]/gu, "").length;
  const digits = name.replace(/\D/g, "").length;
  const hasName = letters >= 3 && letters > digits * 1.5 && name.length >= 3 && name.length <= 110;
  if (
    !hasName ||
    // The end of a bracket that was opened in the line above.
    /^\p{Ll}[^(]*\)$/u.test(name) ||
    /^[(/\\,]|^\p{Ll}{2,} \p{Ll}/u.test(name) ||
    FORM_WORDS.test(name) ||
    OF_ANOTHER.test(name) ||
    NOTHING.test(name) ||
    BARE_FORM.test(name) ||
    /[:：]$|\s(?:and|or|of|the|to|by|with|for|is|are|not)$/i.test(name)
  )
    return null;
  if (REGISTER.test(name) || isCountryName(name) || parseDate(name) !== null || /@|www\.|https?:/.test(name))
    return null;
  if (isNobody(name)) return null;
  // "CFR Da Nang" is a term with its place, and one word with figures in it is a number.
  if (TERM.test(name) || /\bcapital\b.*\d/i.test(name) || /^(?=.*\d\D*\d)[A-Z\d./-]+$/.test(name)) return null;
  if ((STREET.test(name) || /\d{4,}$/.test(name)) && !LEGAL_FORM.test(name) && !ORGANISATION.test(name)) return null;
  return LEGAL_FORM.test(name.split(/\s+/).at(-1) ?? "") ? name.replace(/[,;]$/, "") : name.replace(/[,;.]$/, "");
};

/** How a letter calls upon a person, before the name. */
const CALLED =
  /^(?:herrn?|frau|eheleute|fam\.|mme|mlle|monsieur|madame|mrs\.?|mr\.?|egr\. sig\.|dhr\.|mevr\.)\s+(?=\p{Lu})/iu;

/** A word that was broken at the end of a line is one again. */
function unbroken(text: string): string {
  return text.replace(/(?<=\p{Ll}{3})- (?=\p{Ll}{3})/gu, "");
}

/** The number of a register of firms, and the court that keeps it. */
const REGISTER = /^(?:hr[ab]|pr|vr|gnr|fn|rcs|krs)\.?:?\s?\d/i;

/** Those who are no firms and have names of their own, often with the street of a house. */
const ORGANISATION =
  /(?<!\p{L})(?:vve|w\.?e\.?g|stweg|svj|stichting|vereniging|gemeente|gemeinde|stadtwerke|landkreis|verein|sci|association|copropri[ée]t[ée]|sdc|condominio|comunidad|wsp[óo]lnota|bosta(?:ds)?r[äa]tt?sf[öo]rening|brf|sameie|borettslag|asunto|homeowners?|hoa)(?!\p{L})/iu;

const TERM = new RegExp(`^(?:${INCOTERMS.join("|")})(?![\\p{L}\\d])`, "u");

/** The name that begins a line on which its address goes on behind commas. */
function beforeAddress(text: string): string {
  const parts = text.split(/,\s*/);
  const isAddress = (part: string) => /\d/.test(part) || STREET.test(part) || isCountryName(part);
  const first = parts.findIndex((part, index) => index > 0 && isAddress(part));
  if (first < 0) return text;
  const named = parts.findLastIndex((part, index) => index < first && LEGAL_FORM.test(part));
  return parts.slice(0, named >= 0 ? named + 1 : 1).join(", ");
}

/** The number of a house at the end. */
const HOUSE = /\p{L}{3}[\s,.]+\d{1,4}\s?[-/]?\s?[a-z\d]{0,2}$/iu;

/** More small words than names. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{2}/u.test(word));
  // "Me gusta olive" is a name, as long as it is.
  const isShort = words.length < 4 && /^\p{Lu}/u.test(text);
  return words.length > 2 && !isShort && words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length / 2;
}

/** How much a text looks like the name of a firm. */
export const looksLikeParty = (value: string): number => {
  if (LEGAL_FORM.test(value)) return 1;
  if (/^to (the )?order/i.test(value)) return 0.95;
  const words = value.split(/\s+/).length;
  // A town, a street with its number and a sentence are no firms, though they may stand where one is sought.
  if (ORGANISATION.test(value)) return 0.86;
  if ((words < 4 && namesPlace(value)) || HOUSE.test(value) || isSentence(value)) return 0.45;
  return words > 9 ? 0.5 : /\d/.test(value) ? 0.72 : words === 1 && value.length < 6 ? 0.7 : 0.86;
};

/** The rest of a name: words and no figures. */
const GOES_ON = /^\p{Lu}[\p{L}\s.'’&-]{2,40}$/u;

/** The end of a name that was too long for its line: its legal form, perhaps with the last words before it. */
export const isLegalForm = (said: string, before = ""): boolean => {
  const text = withoutStates(said);
  const head = text.split(/,\s*/)[0] ?? "";
  // Behind the form the address may begin on the same line.
  if (head !== text && BARE_FORM.test(head)) return true;
  const rest = text.replace(new RegExp(LEGAL_FORM.source, "giu"), "");
  if (/^\(haftungsbeschr.nkt\),?$/i.test(text.trim())) return true;
  if (isUnfinished(before) && GOES_ON.test(text) && party(text) !== null) return true;
  if (rest === text || /\d/.test(text)) return false;
  const isBare =
    text.length < 30 && /^(\(haftungsbeschr(ä|a)nkt\)|de( de)*|import|export|&|and)?[\s\p{P}&]*$/iu.test(rest.trim());
  const isOpen = /^[\p{Lu}\p{Lo}\d].*[^.]$/u.test(before) && !LEGAL_FORM.test(before) && !STREET.test(before);
  return isBare || (isOpen && text.split(/\s+/).length <= 7 && party(text) !== null);
};

/** The name of a firm, known by its legal form. */
export const firm: Accept = (text, around) => (isFirm(text) ? party(text, around) : null);

/** How currencies are written beside figures. */
const MONEY_WORDS = new RegExp(
  `(?<!\\p{L})(?:${CURRENCIES.join("|")}|RMB|RM|Rs|Rp|Fr|kr|zł|(?:US|AU|CA|HK|NT|S|A|C|R)(?=\\$))\\.?(?!\\p{L})|(?<=\\d\\s?)(?:K[čc]?|Ft|lei|kn|TL|₺)(?!\\p{L})`,
  "giu",
);

/** The sign of the euro is in no engine's alphabet and becomes a letter: "1.431,00e". */
const EURO_MISREAD = /(?<=\d[.,]\d{2})\s?[eEcC]$/;

/** An amount of money, with or without its currency. */
export const amount: Accept = (text, around) => {
  const stripped = text
    .replace(MONEY_WORDS, " ")
    .replace(EURO_MISREAD, "")
    .replace(/[€£$¥￥₹₩=*]/g, " ")
    // One bracket alone is that of a remark which goes over several words.
    .replace(/^\s*\(([^)]*)$|^([^(]*)\)\s*$/, "$1$2")
    .trim();
  // So many figures in a row are a number of something.
  if (/\d{9,}/.test(stripped) || !/^[-−–+]?\s?[\d.,'’\s]+[-−]?$/.test(stripped) || !/\d/.test(stripped)) return null;
  // Of figures that each have their decimals the last is meant: "2,54 0,20 2,74".
  const last =
    stripped.split(/(?<=\d[.,]\d{2})\s+(?=(?:\d{1,3}(?:[.,'’]\d{3})+|\d+)[.,]\d{2}(?!\d))/).at(-1) ?? stripped;
  const value = parseAmount(last.replace(/[-−–+]/g, ""), around?.style?.decimal);
  return value !== null && isTakenAway(last === stripped ? text : last) && Number(value) !== 0 ? `-${value}` : value;
};

/** A dash before a sum, or close behind its decimals, takes it away; "100,-" is a round sum. */
function isTakenAway(text: string): boolean {
  return (
    /^\s*[-−](?=\s?(?:\d|[€£$¥￥₹₩]|\p{Lu}{2,3}\s?\d))/u.test(text) ||
    /^\s*(?:[€£$¥￥₹₩]|\p{Lu}{2,3}\$?|kr\.?)\s?[-−–](?=\d)/u.test(text) ||
    /\d[.,]\d{2}\s?[-−]$/.test(text.trim())
  );
}

/** How much a figure looks like a sum: few tills pay in whole units of less than a hundred. */
export const looksLikeMoney = (value: string, raw: string): number =>
  /^\D*\d{1,2}\D*$/.test(raw) && Number(value) !== 0 && !/[€£$¥₩]|RM|Rp|kr|\p{Lu}{3}/u.test(raw) ? 0.62 : 1;

/** A weight at its label: kilograms where the label or the value says so or nothing else; tonnes are converted. */
export const weightKg: Accept = (text, around) => weightIn(text, around);

/** Two weights in one box whose label names both. */
const PAIR = /^(\d[\d.,'’\s]*(?:kgs?)?)\s*\/\s*(\d[\d.,'’\s]*(?:kgs?)?)\.?$/i;

/** The gross weight, or the net one, of a box that may state both: "25192.80 / 26130.00". */
export const weightOf =
  (which: "gross" | "net"): Accept =>
  (text, around) => {
    const pair = PAIR.exec(text.trim());
    const label = (around?.label ?? "").toLowerCase();
    if (!pair || !/net/.test(label) || !/gross|brut/.test(label)) return weightIn(text, around);
    const isNetFirst = label.indexOf("net") < label.search(/gross|brut/);
    return weightIn((isNetFirst === (which === "net") ? pair[1] : pair[2]) ?? "", around);
  };

function weightIn(said: string, around: Around | undefined): string | null {
  // "gross | kg 2,091.0" has the unit before the figure.
  const text = said.replace(/^(kgs?)\.?\s+(\d[\d.,]*)$/i, "$2 $1");
  const label = around?.label ?? "";
  if (/\b(cbm|m3|m³|pcs|pieces|ctns?|cartons?|usd|eur|%)\b/i.test(text) && !/\d\s*(kgs?|kgm|mt|t)\b/i.test(text))
    return null;
  // "Net 30" is a term of payment, and "gross" alone may be money.
  const isNamed = /kg|kilo|weight|gewicht|poids|peso|mass|wt\b|g\.?\s?w|n\.?\s?w|wgt|[毛净重]/i.test(label);
  const isBare = /^[\d.,'’\s]+$/.test(text.replace(/^\W+/, "")) && !/\d{7,}/.test(text);
  const weight = parseWeightKg(inPoundsOf(label, text), isNamed && isBare, around?.style?.decimal);
  // Nothing that is carried on one paper weighs a million tonnes; figures of two columns ran together.
  return weight !== null && Number(weight) < HEAVIEST ? weight : null;
}
const HEAVIEST = 1e9;

/** How much a figure looks like a weight: the year of a date stands alone too. */
export const looksLikeWeight = (_value: string, raw: string): number => (/^(19|20)\d{2}$/.test(raw.trim()) ? 0.45 : 1);

/** The number of an air waybill whose check digit is right; the airport may stand between its parts. */
export const airWaybill = (text: string): string | null => {
  const shown = airWaybillForm(text);
  return shown !== null && hasAirWaybillCheckDigit(shown) ? shown : null;
};

/** What has the form of such a number; at its label it is one, though a figure of it may be misread or mistyped. */
export const airWaybillForm = (text: string): string | null => {
  const match = /(?<!\d)(\d{3})(?:[\s|]*[A-Z]{3}[\s|]*|[\s-–]{0,3})(\d{4})\s?(\d{4})(?!\d)/.exec(text);
  return match ? `${match[1]}-${match[2]}${match[3]}` : null;
};

/** The number under which a carrier follows a parcel. */
export const trackingNumber = (text: string): string | null => {
  const plain = text.replace(/^[#:\s]+/, "").trim();
  const compact = plain.replace(/[ -]/g, "");
  if (/^1Z[A-Z0-9]{16}$/.test(compact)) return compact;
  if (/^[A-Z0-9 -]{8,28}$/i.test(plain) && /\d{5}/.test(compact)) return airWaybill(text) ?? compact;
  return airWaybill(text);
};
