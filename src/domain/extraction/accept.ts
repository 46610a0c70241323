import { hasAirWaybillCheckDigit } from "../document/transport-number";
import type { Accept } from "./labels";
import { parseAmount, parseDate } from "./parse-value";

/** The number of a paper: letters and digits, a digit at least, and no date. */
export const documentNumber: Accept = (text) => {
  const match = /^[#:\s]*([A-Z0-9][A-Z0-9\-/._]{2,30})(?![A-Z0-9])/i.exec(text);
  return match?.[1] && /\d/.test(match[1]) && parseDate(text) === null ? match[1].replace(/[.\-_/]+$/, "") : null;
};

/** The same where nothing else stands: what begins with a number may be an address. */
export const bareNumber: Accept = (text) => {
  const match = /^[#:\s]*([A-Z0-9][A-Z0-9\-/.]{4,30})(?:\s+(?:original|copy|duplicate))?$/i.exec(text.trim());
  return match?.[1] && /\d{4}/.test(match[1]) ? documentNumber(match[1]) : null;
};

const FORM_WORDS =
  /^(tel|fax|phone|e-?mail|address|add\.?|attn|vat|tax id|date|no\.?|name|account|ref|nif|eori|invoice|page|terms|currency|shipper|consignee|buyer|seller|exporter|importer|notify|airport|port)\b\s*[:.]?/i;

/** What a form is filled with where nothing is declared: "NIL", "NVD" (no value declared), "NCV" (no customs value). */
const NOTHING = /^(nil|n\.?v\.?d|n\.?c\.?v|n\.?[/.]?a|none|null|not applicable|as agreed|t\.?b\.?[aciy])\.?$/i;

/** The name of a firm or a person. */
export const party: Accept = (text) => {
  const name = text
    .replace(/^\(?(name|complete name.*?address|name and address|company)\)?\s*[:：]?\s*/i, "")
    .replace(/^[|[\]\s]+|[|[\]\s]+$/g, "");
  const hasName =
    /\p{L}{2,}.*\p{L}/u.test(name) &&
    !/^[\d/(]/.test(name) &&
    !FORM_WORDS.test(name) &&
    !NOTHING.test(name) &&
    name.length >= 4 &&
    name.length <= 90;
  return hasName && !/[:：]$/.test(name) ? name.replace(/[,;]$/, "") : null;
};

const LEGAL_FORM =
  /(?<![\p{L}\d])(ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|gmbh|ag|kg|ohg|s\.?a|sarl|s\.?a\.?r\.?l|sas|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|pvt|pte|pty|plc|co|company|fze|fzco|fzc|ltda|lda|oy|oyj|ab|a\/s|aps|as|k\.?k|kft|z ?o\.?o|sdn|bhd|d\.o\.o|jsc|ooo)\.?(?![\p{L}])|有限公司|株式会社|有限责任公司|公司$/iu;

/** A legal form and nothing else: the end of a name that was too long for its line. */
export const isLegalForm = (text: string): boolean => {
  const rest = text.replace(new RegExp(LEGAL_FORM.source, "giu"), "");
  return rest !== text && /^(de c\.?v)?[\s\p{P}&]*$/iu.test(rest.trim());
};

/** The name of a firm, known by its legal form. */
export const firm: Accept = (text) => (LEGAL_FORM.test(text) ? party(text) : null);

/** The name of a port, an airport or a town. */
export const place: Accept = (text) => {
  const name = text.replace(/^[|[\]\s]+|[|[\]\s,;]+$/g, "");
  return /^[\p{L}][\p{L}\s.,'()/-]{2,50}$/u.test(name) && !FORM_WORDS.test(name) && !NOTHING.test(name) ? name : null;
};

/** A port behind `from` or `to`, where firms may stand as well. */
export const portNotFirm: Accept = (text) => (LEGAL_FORM.test(text) ? null : place(text));

/** An amount of money, with or without its currency. */
export const amount: Accept = (text) => {
  const stripped = text.replace(/[A-Z]{2,3}\$?|US\$|[€£$¥]/g, " ").trim();
  return /^[-\d.,'’\s]+$/.test(stripped) && /\d/.test(stripped) ? parseAmount(stripped) : null;
};

/** The number of an air waybill whose check digit is right; the airport may stand between its parts. */
export const airWaybill: Accept = (text) => {
  const match = /(?<!\d)(\d{3})(?:[\s|]*[A-Z]{3}[\s|]*|[\s-]?)(\d{4})\s?(\d{4})(?!\d)/.exec(text);
  if (!match) return null;
  const shown = `${match[1]}-${match[2]}${match[3]}`;
  return hasAirWaybillCheckDigit(shown) ? shown : null;
};

/** The number under which a carrier follows a parcel. */
export const trackingNumber: Accept = (text) => {
  const plain = text.replace(/^[#:\s]+/, "").trim();
  const compact = plain.replace(/ /g, "");
  return airWaybill(text) ?? (/^[A-Z0-9 ]{8,24}$/i.test(plain) && /\d{6}/.test(compact) ? compact : null);
};
