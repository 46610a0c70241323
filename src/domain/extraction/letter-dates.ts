import { datedText } from "./accept-date";
import { type Segment, toSegment } from "./layout";
import { namesPlace } from "./lexicon/places";
import { parseDate } from "./parse-value";
import { type Found, toFound } from "./seek";

/** So sure is the date behind a town's name. */
const SIGNED = 0.82;

/** "Landshut, den 14.10.26", "Lézignan, le 12 octobre 2026": how letters are dated. */
const DATED_LETTER = /^\p{L}[\p{L}\s.'-]{2,24},\s*(?:(?:den|am|le|li|il|el|dnia|dne|dňa|the)\s+)?(?=\d)/u;
const TOWN_AND_DATE = /^\p{L}[\p{L}\s.'-]{2,32}\s?,?\s+(?=\d|[A-Z]\p{L}{2})/u;

/**
 * A date behind the name of a town, as officers and carriers date what they sign. Where several have signed, the latest:
 * an authority certifies what the exporter has declared before. Of a letter it is the first, at its head.
 */
export function datedAtPlace(segments: readonly Segment[], isLetter: boolean): Found | null {
  const found = withDatesApart(segments).flatMap((segment) =>
    (TOWN_AND_DATE.test(segment.text) || DATED_LETTER.test(segment.text)) && segment.text.length < 54
      ? (toFound(
          segment.words,
          segment.page,
          {
            accept: (text) =>
              namesPlace(text.replace(/\d.*$/, "")) || /^\p{L}[\p{L}-]+\s?,/u.test(text) || DATED_LETTER.test(text)
                ? datedText(text)
                : null,
          },
          { label: "" },
        ) ?? [])
      : [],
  );
  const latest = () =>
    found.reduce<Found | null>((late, each) => (late && late.value > each.value ? late : each), null);
  const one = isLetter ? found[0] : latest();
  return one ? { ...one, score: SIGNED } : null;
}

/** "Erfurt, den" with its date after a gap, as forms of letters have it. */
const TOWN_ALONE = /^\p{L}[\p{L}\s.'-]{2,24},\s*(?:den|am|le|li|il|el|dnia|dne|dňa|the|a|op)$/u;
const WITHIN_FORM = 0.2;

function withDatesApart(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, at) => {
    const next = segments[at + 1];
    const isApart =
      next?.page === segment.page &&
      next.row === segment.row &&
      next.box.x - segment.box.x - segment.box.width < WITHIN_FORM &&
      TOWN_ALONE.test(segment.text) &&
      parseDate(next.text, "day_first") !== null;
    return isApart ? toSegment([...segment.words, ...next.words], segment.page, segment.row) : segment;
  });
}

/** The upper part of a page, where letters are dated. */
const HEAD = 0.5;
const ALONE = 0.72;
/** The longest way to write a date, with the name of its day. */
const LONGEST_DATE = 30;

/** The one date that stands by itself at the head of a letter, with no word that says what it is. */
export function dateAlone(segments: readonly Segment[]): Found | null {
  const found = segments
    .filter(({ page, box, text }) => page === 1 && box.y < HEAD && text.length < LONGEST_DATE)
    .flatMap(({ words, page }) => toFound(words, page, { accept: wholeDate }, { label: "" }) ?? []);
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? { ...first, score: ALONE } : null;
}

/** A date with nothing beside it but the day of the week. */
const wholeDate = (text: string): string | null =>
  /^(?:\p{L}+,?\s+)?(?:\d{1,4}(?:st|nd|rd|th|er|º|°)?[\s./-]+(?:\d{1,2}|\p{L}{3,}\.?)[\s./,-]+\d{2,4}|\p{L}{3,}\.? \d{1,2},? \d{4})\.?$/iu.test(
    text,
  )
    ? datedText(text)
    : null;
