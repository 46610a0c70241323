import { looksLikeCount, piecesAlone } from "./parcel-marks";
import { parseCount, parseDate } from "./parse-value";
import type { Sought } from "./seek";
import { COUNTED, packagesInWords, saidToContain } from "./stated-packages";

const NO_COUNT =
  /^\W*[\d.,]+\s*(?:kgs?|kilos?|gr?|lbs?|ml|l|ltrs?|cbm|m3|m³|mm|cm|%)(?![\p{L}\d])|^\s*\d+\s*[-–~]\s*\d+\s*$/iu;
/** Whether a text is a date, perhaps with a time behind it, and not one somewhere among other words. */
const WHOLE_DATE =
  /^\W*(?:\d{1,4}[-/]\d{1,2}[-/]\d{2,4}(?!\d)|(?:\d{1,4}(?:st|nd|rd|th)?[\s./年-]+(?:\d{1,2}|(?:de )?\p{L}{3,12}\.?)[\s./,月-]+(?:de )?\d{2,4}|\p{L}{3,9}\.? ?\d{1,2},? ?\d{4})日?[\s\d:.]*$)/iu;
const isDate = (text: string) => WHOLE_DATE.test(text) && parseDate(text) !== null;
const IN_ALL =
  /^[^=x×*@]*=\s*(\d{1,5})(?=\s*(?:packages?|pkgs?|packst\p{L}+|colis|colli|kolli|bultos|volumes?|koli)(?!\p{L}))/iu;
const COUNT = {
  // "Packed in 25 kgs net bags" says how heavy a package is, and "23 - 41" which numbers the packages bear.
  // And "3 crates, 1 pallet = 4 colli" says what both are.
  accept: (text: string) => (NO_COUNT.test(text) || isDate(text) ? null : parseCount(IN_ALL.exec(text)?.[1] ?? text)),
  likeness: looksLikeCount,
  places: { same: 1, right: 0.95, below: 0.93, above: 0.2 },
};
export const PACKAGES: Sought = {
  name: "packages",
  at: [["packages", 1]],
  ...COUNT,
  forms: [{ accept: packagesInWords, trust: 0.88 }],
};
/** Where goods are carried a piece is a package; where they are sold it is an article. */
export const PIECES: Sought = {
  name: "packages",
  at: [
    ["packages", 1],
    ["pieces", 0.95],
  ],
  ...COUNT,
  forms: [
    { accept: saidToContain, trust: 0.88 },
    { accept: packagesInWords, trust: 0.88 },
    COUNTED,
    { accept: piecesAlone, trust: 0.85 },
  ],
};
