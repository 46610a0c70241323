import { firm, isLegalForm, looksLikeParty, party } from "./accept";
import type { Run } from "./find-labels";
import { boxAround } from "./layout";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";

/** Lines of an address stand one under the other, aligned at the left. */
interface Block {
  readonly lines: readonly Run[];
}

const LINE_GAP = 2.1;
const POSTCODE =
  /(?:^|[\s-])(?:[A-Z]{1,2}[- ])?\d{4,6}\s+\p{Lu}[\p{L}.'-]+|\p{L}{3,},?\s+(?:[A-Z]{2}\s+)?\d{5}(?:-\d{4})?$|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/u;
/** The head of a page, where its writer puts his name. */
const HEAD = 0.2;
/** A letterhead or an address without a label is a habit; a person confirms it. */
const TRUST = 0.8;

/** The firm that writes: named at the top of the first page, in the line above the address, or at its foot. */
export function letterhead(field: Field, taken: readonly string[]): Found | null {
  const first = (field.byPage.get(1) ?? []).filter((run) => run.concepts.length === 0);
  const top = first.filter(({ box }) => box.y < HEAD).sort((a, b) => b.box.height - a.box.height || a.box.y - b.box.y);
  const named = firstFirm(top, taken, TRUST);
  if (named) return named;
  const line = first.find(({ text, box }) => box.y < 0.35 && /[•●·|–-]\s.*\d{4,6}/u.test(text));
  const sender = line ? firstFirm([line], taken, TRUST, true) : null;
  if (sender) return sender;
  const foot = first.filter(({ box }) => box.y > 0.8);
  return firstFirm(foot, taken, TRUST * 0.9) ?? plainHead(first, taken);
}

function firstFirm(runs: readonly Run[], taken: readonly string[], trust: number, isLoose = false): Found | null {
  for (const run of runs) {
    const found = toFound(
      run.words,
      run.page,
      { accept: isLoose ? party : firm, likeness: looksLikeParty },
      { label: "" },
    );
    if (found && !taken.includes(found.value))
      return { ...(isLoose ? found : withBeginning(found, run, runs)), score: trust * found.score };
  }
  return null;
}

/** A name too long for a line begins on the one above, in the same hand. */
function withBeginning(found: Found, run: Run, runs: readonly Run[]): Found {
  const above = runs.find(({ box, text }) => {
    const gap = run.box.y - box.y;
    const isOver = gap > run.box.height * 0.6 && gap < run.box.height * 1.8;
    const isAligned =
      Math.abs(box.x - run.box.x) < 0.01 || Math.abs(box.x + box.width / 2 - run.box.x - run.box.width / 2) < 0.01;
    const isAlike = Math.abs(box.height - run.box.height) < run.box.height * 0.18;
    return isOver && isAligned && isAlike && firm(text) === null && party(text) !== null && !/\d/.test(text);
  });
  if (!above || found.value.split(/\s+/).length > 4) return found;
  const words = [...above.words, ...run.words];
  const raw = `${above.text} ${found.raw}`;
  return { ...found, value: party(raw) ?? found.value, raw, box: boxAround(words) };
}

/** The largest line at the top, when it is no title; shops write their names so. */
function plainHead(runs: readonly Run[], taken: readonly string[]): Found | null {
  const top = runs.filter(
    ({ box, text }) => box.y < 0.14 && !/invoice|rechnung|facture|receipt|packing|page|\d{4}/i.test(text),
  );
  const tallest = Math.max(0, ...top.map(({ box }) => box.height));
  const heads = top.filter(({ box }) => box.height > tallest * 0.8).sort((a, b) => a.box.y - b.box.y);
  for (const run of heads) {
    const found = toFound(run.words, run.page, { accept: party, likeness: looksLikeParty }, { label: "" });
    if (found && !taken.includes(found.value)) return { ...found, score: 0.66 };
  }
  return null;
}

/** The shop's name: the first line of a receipt that is a name at all, preferring one with a legal form. */
export function shopName(field: Field): Found | null {
  const top = (field.byPage.get(1) ?? []).filter(({ box, concepts }) => concepts.length === 0 && box.y < 0.3);
  const head = top.slice(0, 7);
  const named = firstFirm(head, [], 0.9);
  if (named) return withEnd(named, head);
  for (const run of head) {
    const found = toFound(run.words, run.page, { accept: party, likeness: looksLikeParty }, { label: "" });
    if (found && found.value.length > 4) return { ...found, score: 0.75 };
  }
  return null;
}

/** The rest of a name that did not fit its line. */
function withEnd(found: Found, head: readonly Run[]): Found {
  const next = head.find(
    ({ box }) => box.y > found.box.y + found.box.height * 0.4 && box.y < found.box.y + found.box.height * 2.6,
  );
  if (!next || !isLegalForm(next.text)) return found;
  const value = party(`${found.raw} ${next.text}`);
  return value === null
    ? found
    : { ...found, value, raw: `${found.raw} ${next.text}`, box: around(found.box, next.box) };
}

function around(a: Found["box"], b: Found["box"]): Found["box"] {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The addressee: the first line of an address that stands in the upper part of the first page without a label. */
export function addressee(field: Field, taken: readonly string[]): Found | null {
  const blocks = blocksOf((field.byPage.get(1) ?? []).filter((run) => run.concepts.length === 0 && run.box.y < 0.45));
  const addresses = blocks.filter(({ lines }) => lines.length >= 2 && lines.some(({ text }) => POSTCODE.test(text)));
  for (const { lines } of addresses.sort((a, b) => weight(b) - weight(a))) {
    for (const run of lines.slice(0, 2)) {
      const found = toFound(run.words, run.page, { accept: party, likeness: looksLikeParty }, { label: "" });
      if (found && !taken.includes(found.value) && !/[•●·|]/u.test(run.text))
        return { ...found, score: 0.72 * found.score };
    }
  }
  return null;
}

/** Addressees stand in the window of an envelope: at the left, below the head. */
function weight({ lines }: Block): number {
  const { x, y } = lines[0]?.box ?? { x: 1, y: 1 };
  return (x < 0.4 ? 1 : 0) + (y > 0.1 ? 1 : 0) + (lines.some(({ text }) => /tel|fax|@|www/i.test(text)) ? -1 : 0);
}

function blocksOf(runs: readonly Run[]): readonly Block[] {
  const blocks: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.box.y - b.box.y)) {
    const block = blocks.find((each) => {
      const last = each.at(-1);
      return (
        last !== undefined &&
        Math.abs(last.box.x - run.box.x) < 0.02 &&
        run.box.y - last.box.y > last.box.height * 0.5 &&
        run.box.y - last.box.y < Math.max(last.box.height, run.box.height) * LINE_GAP
      );
    });
    if (block) block.push(run);
    else blocks.push([run]);
  }
  return blocks.map((lines) => ({ lines }));
}
