/** What a tax on sales is called on invoices, in the languages of Europe and of trade. */
const TAX =
  "mwst|m\\.?w\\.?st|mehrwertsteuer|ust|u\\.?st|umsatzsteuer|vat|v\\.a\\.t|tva|t\\.v\\.a|iva|i\\.v\\.a|btw|b\\.t\\.w|moms|mva|alv|dph|gst|hst|sst|sales tax|tax|kdv|áfa|afa|ddv|pdv";
const INCLUDED =
  "zzgl|zuzügl|zuzueglich|zuzüglich|zuzuglich|plus|inkl|inklusive|incl|including|includes|darin|enthaltene?n?|davon|dont|di cui|waarvan|varav|heraf|herav|w tym|add|hierin|hiervon";
const RATE = "\\d{1,2}(?:[.,]\\d{1,3})?\\s?%";
/** "on 495.50 EUR", the sum that it is reckoned from. */
const FROM =
  "(?:\\s+(?:auf|von|aus|on|of|sur|su|over|op|på|af|av|de)\\s+[^\\d\\s]{0,3}\\s?\\d[\\d.,' ]*(?:€|EUR|CHF|USD)?)?";

/** A tax with its rate before it ("zzgl. 19 % MwSt."), or in brackets behind it ("VAT - Norway (25% on $136.00)"). */
const PHRASE = new RegExp(
  `(?:(?:(?:${INCLUDED})(?!\\p{L})\\.?\\s*){0,4}\\(?${RATE}\\)?\\s*(?:gesetzl(?:iche)?\\.?\\s*|ges\\.?\\s*)?(?:${TAX})(?!\\p{L})\\.?${FROM}|(?:${TAX})(?!\\p{L})\\.?\\s*[-–]?\\s*[\\p{L} ]{0,20}\\(${RATE}(?:\\s+(?:on|of|incl\\.?)[^)]*)?\\)|(?:${TAX})(?!\\p{L})\\.?\\s*${RATE}(?=\\s*[:：]?\\s*$))\\s*([:：])?`,
  "iuy",
);

/** The words at this place of a text that announce an amount of tax and state its rate; null where none do. */
export function taxPhraseAt(text: string, start: number): { readonly end: number; readonly hasColon: boolean } | null {
  PHRASE.lastIndex = start;
  const match = PHRASE.exec(text);
  return match ? { end: start + match[0].trimEnd().length, hasColon: match[1] !== undefined } : null;
}
