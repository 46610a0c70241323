import { firm, isLegalForm, looksLikeParty, party } from "./accept";
import type { Run } from "./find-labels";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";

/** The shop's name: the first line of a receipt that is a name at all, preferring one with a legal form. */
export function shopName(field: Field): Found | null {
  const top = (field.byPage.get(1) ?? []).filter(({ box, concepts }) => concepts.length === 0 && box.y < 0.3);
  const head = top.slice(0, 7);
  const named = firstFirm(head);
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

function firstFirm(runs: readonly Run[]): Found | null {
  for (const run of runs) {
    const found = toFound(run.words, run.page, { accept: firm, likeness: looksLikeParty }, { label: "" });
    if (found) return { ...found, score: 0.9 * found.score };
  }
  return null;
}
