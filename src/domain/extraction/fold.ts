/** Lower case, without accents, so that what engines and writers do differently reads the same. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[đĐ]/g, "d")
    .replace(/ı/g, "i")
    .replace(/[æÆ]/g, "ae")
    .toLowerCase();
}

/** A run of letters, of Han characters or of digits, and where in its text it stands. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\p{Script=Han}+|\p{N}+|[\p{L}\p{M}]+|[#№]/gu;

/** The tokens of a text, folded; what parts them is left out. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Only the letters, figures and Han characters, folded: labels are compared so, for engines lose blanks and points. */
export function squeeze(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}#№]/gu, "");
}

/**
 * Whether a text begins with one of the squeezed phrases; a short one only where it ends with a word: cash is not
 * cashmere.
 */
export function beginsWith(text: string, phrases: readonly string[]): boolean {
  const whole = squeeze(text);
  const ends = new Set<number>();
  let end = 0;
  for (const token of tokensOf(text)) {
    end += token.text.length;
    ends.add(end);
  }
  return phrases.some((phrase) => whole.startsWith(phrase) && (phrase.length > 6 || ends.has(phrase.length)));
}

/** The two rows that `distance` works on; it is asked thousands of times a page and makes nothing anew. */
let before = new Uint16Array(256);
let current = new Uint16Array(256);

/** How many letters must be changed, put in or left out to make one text of the other; more than `most` is not counted. */
export function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with changes nothing.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let [rows, columns] = [a.length, b.length];
  while (rows > start && columns > start && a.charCodeAt(rows - 1) === b.charCodeAt(columns - 1)) {
    rows -= 1;
    columns -= 1;
  }
  return between(a.slice(start, rows), b.slice(start, columns), most);
}

function between(a: string, b: string, most: number): number {
  if (before.length <= b.length) [before, current] = [new Uint16Array(b.length + 1), new Uint16Array(b.length + 1)];
  const far = most + 1;
  for (let column = 0; column <= b.length; column++) before[column] = Math.min(column, far);
  for (let row = 1; row <= a.length; row++) {
    if (fillRow(a, b, row, most) >= far) return far;
    [before, current] = [current, before];
  }
  return before[b.length] as number;
}

/** Fills the current row, no further from the diagonal than `most`, beyond which every cost is more; gives its least. */
function fillRow(a: string, b: string, row: number, most: number): number {
  const far = most + 1;
  const [first, last] = [Math.max(1, row - most), Math.min(b.length, row + most)];
  current[first - 1] = first === 1 ? Math.min(row, far) : far;
  let least = current[first - 1] as number;
  for (let column = first; column <= last; column++) {
    const change = (before[column - 1] as number) + (a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1);
    const above = column === row + most ? far : (before[column] as number) + 1;
    const cost = Math.min(change, above, (current[column - 1] as number) + 1, far);
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
