import { isLegalForm } from "./accept";
import { squeeze, tokensOf } from "./fold";
import { isFirm } from "./legal-form";
import type { Concept } from "./lexicon/concepts";
import { namesPlace } from "./lexicon/places";
import { parseDate } from "./parse-value";

/** Words of a text that are those of a label. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly Concept[];
  readonly hasColon: boolean;
  readonly hint: string;
  readonly likeness: number;
}

/** "Currency of the tax" is another label than "currency". */
const GOES_ON = /^\s*(of|der|des|du|de la|de l['’]|della|dell['’]|van de|zur|zum|für) ?\p{L}/iu;

/** A number, with the letters that many begin with: "No. VHC 441289", "No. RC23-1867499". */
const NUMBER_BEHIND =
  /^\s*[#№\d]|^\s*[A-Z]{1,5}[-/]?\d{3}|^\s*[A-Z]{1,5} \d{3,}\s*$|^\s*[A-Z]{1,5}\d{0,4}(?:[-/][A-Z\d]{1,5}){0,3}[-/]\d{3,}\s*$/;

/** Behind a tax stands how much is taken: "@6%". */
function isRated({ concepts }: Match, rest: string): boolean {
  return concepts.includes("tax") && /^\s*[@(]?\s*\d{1,2}([.,]\d+)?\s*%/.test(rest);
}

/** "46 CARTONS" counts cartons; the number of a box counts nothing. */
function isCounted(text: string, { start, concepts }: Match): boolean {
  const isCount = /(?<![IVX]\.)(?<!\d)\d+\s*$/.test(text.slice(0, start));
  return isCount && concepts.some((each) => each === "packages" || each === "pieces");
}

/** "Sur facture FC-261893" names the invoice that a credit note is about. */
function isOfAnother(text: string, { start, concepts }: Match): boolean {
  if (!concepts.includes("invoice_number")) return false;
  return BEFORE_ANOTHER.test(text.slice(0, start)) || BEGINS_ANOTHER.test(text.slice(start));
}
const OF =
  "(?:sur|zu|zur|zu unserer|zu ihrer|auf|sulla|su|alla|op|bij|til|till|bezug|storno|storniert|annule|annulla|rectifica|corrects|cancels|credits)(?: la| l| unsere| die)?";
const BEFORE_ANOTHER = new RegExp(`(?<!\\p{L})${OF}\\s*:?\\s*$`, "iu");
const BEGINS_ANOTHER = new RegExp(`^${OF}\\s+\\p{L}`, "iu");

/** "Rechnungsdatum21.10.2026", as where a text layer has no blank between two columns. */
function isDateSetClose({ concepts }: Match, key: string, rest: string): boolean {
  const isDate = concepts.some((each) => each === "date" || each.endsWith("_date"));
  return isDate && key.length > 4 && parseDate(rest, "day_first") !== null;
}

/** "%IVA" stands over rates. */
function isRateHeading(text: string, { start, concepts }: Match): boolean {
  return concepts.includes("tax") && /^\W*%\s*$/.test(text.slice(0, start));
}

/** "DE 262 419 083" is the number of a firm, not from whom something comes, and "A 0448217" that of a series. */
function isCode({ concepts, hasColon }: Match, words: string, rest: string): boolean {
  const isWay = squeeze(words).length < 3 && concepts.some((each) => each === "from" || each === "to");
  return (isWay && /^\s*\d/.test(rest)) || (words === "A" && !hasColon);
}

/** "CP 6610 4482 3 FR" is the number of a parcel of the post, and no code of a place. */
function isPostalItem(words: string, rest: string): boolean {
  return /^[A-Z]{2}\s?$/.test(words) && /^[\s\d]{9,13}[A-Z]{2}\s*$/.test(rest);
}

/** "Shipper's authorisation" is something of the shipper's. */
function isOwner(words: string, rest: string): boolean {
  return /['’]s?\s*$/i.test(words) && rest.trim() !== "";
}

/** Behind a short word for where a carriage begins or ends stands the code of an airport: "ORG BCN". */
function isAirport({ concepts }: Match, rest: string): boolean {
  return concepts.some((each) => each === "departure" || each === "destination") && /^\s*[A-Z]{3}\s*$/.test(rest);
}

/** Behind "from" and "to" stands a port: "to FELIXSTOWE, UK". */
function isRoute({ concepts }: Match, rest: string): boolean {
  const isWay = concepts.some((each) => each === "from" || each === "to");
  return (
    isWay &&
    /^\s*\p{Lu}/u.test(rest) &&
    rest.length < 40 &&
    !isLegalForm(rest) &&
    namesPlace(rest.replace(/,.*$/, "").trim())
  );
}

function isPlace(match: Match, rest: string): boolean {
  return isAirport(match, rest) || isRoute(match, rest);
}

/** What tills call their papers is a word of its own elsewhere, and announces a number only before one. */
function isTillWordAlone({ concepts, hasColon }: Match, words: string, rest: string): boolean {
  if (concepts.some((each) => each !== "till_number")) return false;
  // At the end of its line it may announce what stands further to the right, if it says that it does.
  const isOpen = rest.trim() === "" && (hasColon || /#|№|n[o°º]/i.test(words));
  return !isOpen && !TILL_NUMBER.test(rest);
}
const TILL_NUMBER = /^[\s.:#№]*(?:n[o°º]?[.:\s]+)?[A-Z]{0,4}[-/]?\d[\dA-Z/-]{2,}(?![\dA-Z.,])/i;

/** "KOPER" is a buyer, and a port: what is called like a place announces nobody unless it says so. */
function isPort({ concepts, hasColon }: Match, words: string): boolean {
  const name = words.replace(/[([].*$/, "").trim();
  return !hasColon && concepts.includes("buyer") && /^\p{Lu}+$/u.test(name) && namesPlace(name);
}

/** "customer until paid for in full" goes on a sentence; no label of a party is written small before small words. */
function isOfSentence({ concepts, hasColon }: Match, words: string, rest: string): boolean {
  const isParty = concepts.some((each) => ["buyer", "seller", "consignee", "shipper", "bill_to"].includes(each));
  return isParty && !hasColon && !/\p{Lu}/u.test(words) && /^\s*(?:\p{Ll}+\s+){2}/u.test(rest);
}

/** "COMERCIAL AUSTRAL S.A." is a firm whose name begins like the label of a salesman. */
function beginsFirm({ concepts, hasColon }: Match, words: string, rest: string): boolean {
  const isOneName = /^\p{Lu}+\s*$/u.test(words) && rest === rest.toUpperCase();
  return !hasColon && concepts.every((each) => each === "other_party") && isOneName && isFirm(rest);
}

/** "EXPORTADORA FRUTOS DEL VALLE SPA": firms of South America are called by what they do. */
function isTrade({ hasColon }: Match, words: string, rest: string): boolean {
  return !hasColon && /^(?:ex|im)portador(?:a|es|as)?\s*$/iu.test(words) && isFirm(rest);
}

/** "TO THE ORDER OF" is an instruction, however it was read. */
function isOrder(words: string): boolean {
  return /^to the order/i.test(words);
}

/** What words of labels may be instead, whatever stands around them. */
const NO_LABELS: readonly ((text: string, match: Match, words: string, rest: string) => boolean)[] = [
  isRateHeading,
  isCounted,
  isOfAnother,
  (_text, match, words, rest) => isCode(match, words, rest),
  (_text, match, words, rest) => isTillWordAlone(match, words, rest),
  (_text, match, words) => isPort(match, words),
  (_text, match, words, rest) => beginsFirm(match, words, rest),
  (_text, match, words, rest) => isTrade(match, words, rest),
  (_text, _match, words) => isOrder(words),
  (_text, match, words, rest) => isOfSentence(match, words, rest),
  (_text, _match, words, rest) => isPostalItem(words, rest),
];

/** Whether the words announce something where they stand, and are not a part of what is announced. */
export function isLabelHere(text: string, match: Match, isFirst: boolean): boolean {
  const words = text.slice(match.start, match.end);
  const key = squeeze(words);
  const rest = text.slice(match.end);
  if (NO_LABELS.some((each) => each(text, match, words, rest))) return false;
  // "INV76786" is a number, not a label with one; a date may be set close to its label.
  if (/^[-–/]?\d/.test(rest) && /\p{L}$/u.test(words)) return isFirst && isDateSetClose(match, key, rest);
  if (match.hasColon) return isFirst || key.length > 1;
  // "Lieferant GmbH" is the name of a firm.
  if (isLegalForm(rest.trim()) || GOES_ON.test(rest) || isOwner(words, rest)) return false;
  // What goes on as a word is no label: "shipper's load", "date-stamped".
  if (/^\p{L}/u.test(rest) && !/\s$/.test(words)) return /\p{Script=Han}/u.test(key) !== /^\p{Script=Han}/u.test(rest);
  const isWhole = rest.trim() === "" || isRated(match, rest);
  if (isFirst)
    return (
      isWhole || key.length > 3 || /\p{Script=Han}{2}/u.test(key) || NUMBER_BEHIND.test(rest) || isPlace(match, rest)
    );
  return !/[([（]\s*$/.test(text.slice(0, match.start)) && (isLabelInside(words, rest) || isTillNumber(match, rest));
}

/** What tills call their papers announces a number wherever it stands: "10:17 Bon 4471". */
function isTillNumber({ concepts }: Match, rest: string): boolean {
  return concepts.every((each) => each === "till_number") && TILL_NUMBER.test(rest);
}

/** Inside a line only what is long enough, or stands before a figure, is a label and not a word. */
function isLabelInside(words: string, rest: string): boolean {
  const { length } = squeeze(words);
  const isLong = tokensOf(words).length > 1 && length >= 8 && !/^\s*\p{Ll}/u.test(rest);
  return isLong || (length >= 4 && /^\s*[-#]?\s*\d/.test(rest));
}
