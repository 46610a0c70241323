import type { Box } from "../shared/sourced";
import { squeeze, tokensOf } from "./fold";
import { joinedLabels } from "./joined-labels";
import { type Known, knownAs, LONGEST } from "./known-labels";
import { isLabelHere, type Match } from "./label-here";
import { boxAround, cutAt, type Segment, textOf } from "./layout";
import { isFirm } from "./legal-form";
import type { Concept } from "./lexicon/concepts";
import { namesPlace } from "./lexicon/places";
import { CURRENCIES } from "./parse-value";
import { taxPhraseAt } from "./tax-phrase";
import type { Word } from "./words";

/** A part of a segment: the words of a label, or what stands at it. */
export interface Run {
  readonly page: number;
  readonly row: number;
  readonly box: Box;
  readonly words: readonly Word[];
  readonly text: string;
  /** What the label stands for; empty for a value. */
  readonly concepts: readonly Concept[];
  /** Whether the label announces what follows it. */
  readonly hasColon: boolean;
  /** What stands in brackets behind the label: a unit, a currency. */
  readonly hint: string;
  /** 1 where the words are those of the label, less where an engine misread some. */
  readonly likeness: number;
  /** Which segment of its page the run is a part of. */
  readonly segment: number;
}

/** The longest label has so many parts. */
const MOST_TOKENS = 14;

/** Takes segments apart into labels and values. What an engine read may be misread by a letter. */
export function runsOf(segments: readonly Segment[], isRead: boolean): readonly Run[] {
  const runs = joinedLabels(segments).flatMap((segment, index) => runsIn(segment, index, isRead));
  return runs.map((run, at) =>
    run.concepts.length > 0 && isSameAs(runs[at - 1], run) ? { ...run, concepts: [] } : run,
  );
}

/** "Same as" before the name of a box refers to it, and begins none. */
function isSameAs(before: Run | undefined, run: Run): boolean {
  return before?.row === run.row && before.page === run.page && /(?:^|\s)same as$/i.test(before.text);
}

function runsIn(segment: Segment, index: number, isRead: boolean): readonly Run[] {
  const matches = matchesIn(segment.text, isRead);
  const value = (words: readonly Word[]): readonly Run[] => {
    const bare = withoutMarks(words);
    return bare.length === 0
      ? []
      : [
          {
            ...placeOf(segment, bare, index),
            concepts: [],
            hasColon: false,
            hint: "",
            likeness: 1,
          },
        ];
  };
  if (matches.length === 0) return value(segment.words);
  const runs: Run[] = [];
  let rest: readonly Word[] = segment.words;
  let offset = 0;
  for (const match of matches) {
    const [before, from] = cutAt(rest, match.start - offset);
    const skipped = offset + textOf(before).length;
    // "Proforma 26-08-19 dated ..." may be broken before its last figures, which number no box.
    const isDated = /^dated\b/i.test(segment.text.slice(match.start));
    const isPartOfLabel =
      (!isDated && isBoxNumber(textOf(before), match)) ||
      (runs.length === 0 && isOtherTongue(textOf(before), match, segment.text));
    if (before.length > 0 && !isPartOfLabel) runs.push(...value(before));
    const lead = segment.text.slice(skipped).length - segment.text.slice(skipped).trimStart().length;
    const begin = before.length > 0 ? skipped + lead : match.start;
    const [label, behind] = cutAt(from, match.end - begin);
    if (label.length > 0) {
      const { concepts, hasColon, hint, likeness } = match;
      runs.push({ ...placeOf(segment, label, index), concepts, hasColon, hint, likeness });
    }
    rest = behind;
    offset = segment.text.length - textOf(behind).length;
  }
  const label = runs.at(-1);
  if (rest.length > 0 && !(label && isInstruction(label, textOf(rest)))) runs.push(...value(rest));
  return runs;
}

/** Labels behind which forms say what to write, or what the carrier is not answerable for. */
const INSTRUCTED: readonly Concept[] = [
  "shipper",
  "exporter",
  "seller",
  "consignee",
  "importer",
  "buyer",
  "other_party",
];
const INSTRUCTION =
  /negotiable|named person|bearer|clause|responsib|see (?:note|back|box)|optional|insert|complete|full (?:name|address|style)|name[,;/]?\s?(?:and |& )?(?:full )?address|\(?if any|si elle existe|phone ?\/ ?fax|state notify|unless|wherever|if other than/i;

/** Whether words behind a label say how to fill its box in, and are not what it was filled in with. */
function isInstruction({ concepts, hasColon }: Run, text: string): boolean {
  return !hasColon && concepts.some((each) => INSTRUCTED.includes(each)) && INSTRUCTION.test(text);
}

const MARK = /^[:：|.,;=–—-]+$/u;

/** Without the marks that lead to a value or end it; those inside part a name from its address. */
function withoutMarks(words: readonly Word[]): readonly Word[] {
  const first = words.findIndex((word) => !MARK.test(word.text));
  const last = words.findLastIndex((word) => !MARK.test(word.text));
  return first < 0 ? (words.length === 1 ? words : []) : words.slice(first, last + 1);
}

/** "Dotyczy / Ref.:" is one label in two languages, of which one is not known. */
function isOtherTongue(text: string, { end, hasColon }: Match, whole: string): boolean {
  const isHalf = /^[^\d:]*\p{L}[^\d:]*\/$/u.test(text.trim()) && (hasColon || whole.slice(end).trim() === "");
  return isHalf && !isFirm(text) && !namesPlace(text.replace(/\W+$/, ""));
}

/** The number of the box of a form, which stands before the label; a number of packages stands before its word too. */
function isBoxNumber(text: string, match: Match): boolean {
  return (
    /^\W*(?:\d{1,2}\s?[a-z]?[.)]|[IVX]{1,4}\.\d{1,2}[a-z]?[.)]?)\W*$/iu.test(text) ||
    (/^\d{1,2}[a-z]?$/i.test(text) && !match.concepts.includes("packages") && !match.concepts.includes("pieces"))
  );
}

function placeOf(segment: Segment, words: readonly Word[], index: number) {
  return { page: segment.page, row: segment.row, segment: index, words, text: textOf(words), box: boxAround(words) };
}

/** Forms number their boxes: "7.", "(2b)", and in parts: "I.5". */
const BOX_NUMBER = /^\W*(\(?(?:[IVX]{1,4}\.)?\d{1,2}[a-z]?\)?\W*)?$/iu;

/** The labels in a text, from the left; those that stand side by side are one. */
function matchesIn(text: string, isRead: boolean): readonly Match[] {
  const tokens = tokensOf(text);
  const matches: Match[] = [];
  let from = 0;
  while (from < tokens.length && from >= 0) {
    const start = tokens[from]?.start ?? 0;
    const match = longestAt(text, tokens, from, isRead);
    const last = matches.at(-1);
    const isFirst = from === 0 || BOX_NUMBER.test(text.slice(0, start));
    const isBehindLabel = last !== undefined && /^[\s/|&、,，.:：()（）—-]*$/u.test(text.slice(last.end, start));
    // The sign in "Doc No. #778845" is part of what the label announces.
    const isSign = isBehindLabel && last?.hasColon && /^[#№]/.test(text.slice(start));
    if (!match || isSign || !isLabelHere(text, match, isFirst || isBehindLabel)) {
      from += 1;
      continue;
    }
    const own = { ...match, start: startInHan(text, match, last, isRead) };
    const isOne = last && isBehindLabel && (!last.hasColon || shares(last, match)) && isTwin(last, match, text);
    if (isOne) matches.splice(-1, 1, asOne(last, match));
    else matches.push(own);
    from = tokens.findIndex((token) => token.start >= match.end);
  }
  return matches;
}

/** A label in two languages begins with its Chinese word, wherever in the line: "NINGBO 至 To: ...". */
function startInHan(text: string, { start }: Match, last: Match | undefined, isRead: boolean): number {
  const from = last?.end ?? 0;
  const before = /(?<!\p{Script=Han})(\p{Script=Han}{1,6})\s*$/u.exec(text.slice(from, start));
  return before?.[1] && knownAs(squeeze(before[1]), isRead) ? from + before.index : start;
}

function asOne(a: Match, b: Match): Match {
  return { ...b, start: a.start, concepts: [...new Set([...a.concepts, ...b.concepts])], hint: b.hint || a.hint };
}

function shares(a: Match, b: Match): boolean {
  return a.concepts.some((concept) => b.concepts.includes(concept));
}

/** Two labels side by side are one in two languages, or one box for two things. */
function isTwin(a: Match, b: Match, text: string): boolean {
  const isHan = (match: Match) => /\p{Script=Han}/u.test(text.slice(match.start, match.end));
  return shares(a, b) || isHan(a) !== isHan(b) || /[/&]/.test(text.slice(a.end, b.start));
}

type Tokens = ReturnType<typeof tokensOf>;

function longestAt(text: string, tokens: Tokens, from: number, isRead: boolean): Match | null {
  const start = tokens[from]?.start ?? 0;
  const tax = taxPhraseAt(text, start);
  if (tax) return { start, ...tax, concepts: ["tax"], hint: "", likeness: 1 };
  let key = "";
  let likely = "";
  let best: (Match & { readonly length: number }) | null = null;
  for (const [index, token] of tokens.slice(from, from + MOST_TOKENS).entries()) {
    // A label ends at its colon.
    const isBeyond = index > 0 && /[:：]/.test(text.slice(tokens[from + index - 1]?.end, token.start));
    key += token.text;
    likely += lettered(text, token, isRead);
    if (isBeyond || key.length > LONGEST + 2) break;
    const known = knownWith(key, token.text, isRead) ?? knownWith(likely, "", isRead && likely !== key);
    if (known && !isWorse(known, key, best)) best = { start, ...ending(text, token.end), ...known, length: key.length };
  }
  const isOther = best?.concepts.includes("total") && !best.hasColon && GOES_ON_SMALL.test(text.slice(best.end));
  return best && isOther ? { ...best, likeness: best.likeness * OTHER_TOTAL } : best;
}

/** A label that is spelt as it should be is not given up for one hardly longer that is not. */
function isWorse(
  known: Known,
  key: string,
  best: { readonly likeness: number; readonly length: number } | null,
): boolean {
  return best !== null && known.likeness < best.likeness && key.length < best.length + 4;
}

/** "Bil1" and "N0": a figure that is set close behind a small word's letters was one of them. */
function lettered(text: string, token: Tokens[number], isRead: boolean): string {
  if (!isRead) return token.text;
  const letter = /^(?:0|1{1,2})$/.test(token.text) ? token.text.replace(/0/g, "o").replace(/1/g, "l") : "";
  return letter !== "" && /(?<!\p{L})\p{L}{1,4}$/u.test(text.slice(0, token.start)) ? letter : token.text;
}

/** A misread word may be forgiven, not a figure taken into it. */
function knownWith(key: string, last: string, isRead: boolean): Known | null {
  const known = knownAs(key, isRead);
  return known && known.likeness < 1 && /\d/.test(last) ? null : known;
}

/** "Total" before another word is the total of something. */
const GOES_ON_SMALL = /^\s*\p{Ll}{3}/u;
const OTHER_TOTAL = 0.7;

const CODES = CURRENCIES.join("|");
const BEHIND = new RegExp(
  `^[°ºª]?['’]?s?[°º]?\\.?\\s*((?:[(（[][^)）\\]]{0,60}[)）\\]]|in\\s+(?:kgs?|kilos?|usd|eur)\\b\\.?|(?:${CODES})(?=\\s*(?:[:：]|$)))\\s*)*[.。]?\\s*([:：])?`,
  "iu",
);

/** Behind a label: the point of an abbreviation, its unit or currency in brackets, a colon. */
function ending(text: string, end: number): Pick<Match, "end" | "hasColon" | "hint"> {
  const behind = BEHIND.exec(text.slice(end));
  const whole = behind?.[0] ?? "";
  return {
    end: end + whole.length,
    hasColon: behind?.[2] !== undefined,
    hint: /[(（[]([^)）\]]*)/.exec(whole)?.[1] ?? new RegExp(CODES).exec(whole)?.[0] ?? "",
  };
}
