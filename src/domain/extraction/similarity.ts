import type { PageText } from "./words";

/** So many words side by side are one shingle: enough to be rare, few enough to survive a misread word. */
const SHINGLE_WORDS = 3;

/** The shingles of pages: every run of three words, letters and digits alone. */
export function shinglesOf(pages: readonly Pick<PageText, "words">[]): ReadonlySet<string> {
  const words = pages.flatMap((page) =>
    page.words.flatMap(
      ({ text }) =>
        text
          .normalize("NFKC")
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  );
  const runs = words.flatMap((_, at) => {
    const run = words.slice(at, at + SHINGLE_WORDS);
    return run.length === SHINGLE_WORDS ? [run.join(" ")] : [];
  });
  return new Set(runs);
}

/** Which share of all shingles both have, 0 to 1; nothing is like nothing. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}
