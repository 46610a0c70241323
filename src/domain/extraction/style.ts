import type { PageText } from "./words";

/** How a document writes what can be written in two ways. */
export interface Style {
  /** The mark before decimals; null where the figures do not tell. */
  readonly decimal: "." | "," | null;
  /** Which of two numbers of a date is the day; null where no date tells. */
  readonly dates: "day_first" | "month_first" | null;
  /** The same where one of its dates tells, and not only the habit of its place. */
  readonly toldDates?: Style["dates"];
}

export const UNKNOWN_STYLE: Style = { decimal: null, dates: null };

/** Learns the habits of a document from those of its figures that can be read in one way only. */
export function styleOf(pages: readonly PageText[]): Style {
  const text = pages.map((page) => page.words.map((word) => word.text).join(" ")).join(" ");
  const points = count(text, /(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{2}(?![\d.,])/g);
  const commas = count(text, /(?<![\d.,])\d{1,3}(?:[.\s]\d{3})*,\d{2}(?![\d.,])/g);
  const dayFirst = count(text, /(?<!\d)(1[3-9]|2\d|3[01])[./-](0?[1-9]|1[0-2])[./-](\d{4}|\d{2})(?!\d)/g);
  const monthFirst = count(text, /(?<!\d)(0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])[/-](\d{4}|\d{2})(?!\d)/g);
  return {
    decimal: points > commas ? "." : commas > points ? "," : null,
    dates:
      dayFirst > monthFirst
        ? "day_first"
        : monthFirst > dayFirst
          ? "month_first"
          : isAmerican(text, pages)
            ? "month_first"
            : null,
    toldDates: dayFirst > monthFirst ? "day_first" : monthFirst > dayFirst ? "month_first" : null,
  };
}

const LETTER = 8.5 / 11;

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** Where only American places and dollars are named, dates are written the American way. */
function isAmerican(text: string, pages: readonly PageText[]): boolean {
  // Paper of their own format is used nowhere else that writes such codes.
  const isLetter = pages.every(({ aspect }) => Math.abs(aspect - LETTER) < 0.002);
  return (
    /\b[A-Z]{2} \d{5}(-\d{4})?\b/.test(text) &&
    (isLetter || /\bzip\b|\bEIN\b|\bSSN\b|\bUSD\b|US\$/i.test(text)) &&
    !/\bVAT\b|€|£/.test(text)
  );
}
