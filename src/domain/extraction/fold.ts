/** Lower case, without accents, so that what engines and writers do differently reads the same. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
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

/** How many letters must be changed, put in or left out to make one text of the other; more than `most` is not counted. */
export function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const change = (before[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cost = Math.min(change, (before[column] as number) + 1, (current[column - 1] as number) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = current;
  }
  return before[b.length] as number;
}
