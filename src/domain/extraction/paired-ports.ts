import { looksLikePlace, place } from "./accept-place";
import { isCountryName } from "./countries";
import type { Run } from "./find-labels";
import { namesPlace } from "./lexicon/places";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";

/** Two ports behind one caption for both. */
export interface PortPair {
  readonly loading: Found;
  readonly discharge: Found;
}

/** What parts them: "BUENOS AIRES — HONG KONG". */
const MARK = /^(?:[—–/>→-]+|to)$/i;
/** They stand in the line below their caption, no further than so many of its heights. */
const REACH = 3;
const ALIGNED = 0.03;
/** The number of the box before the caption is no part of it. */
const NUMBERED = 0.05;

/** The ports of a box that is captioned for both, one before and one behind a mark. */
export function portPair({ byPage }: Field): PortPair | null {
  for (const page of byPage.values())
    for (const [at, first] of page.entries()) {
      const second = page.slice(at + 1, at + 3).find(({ text }) => !MARK.test(text));
      if (!second || !isCaptionForBoth(first, second)) continue;
      const below = page.filter((run) => run.concepts.length === 0 && isUnder(run, first));
      // Under a caption of its own each port has a place of its own.
      if (page.some((run) => run.concepts.length === 0 && isUnder(run, second) && !below.includes(run))) continue;
      const pair = below.map(partsOf).find((each) => each !== null);
      if (pair) return pair;
    }
  return null;
}

function isCaptionForBoth(first: Run, second: Run): boolean {
  return (
    first.segment === second.segment &&
    first.page === second.page &&
    first.concepts.includes("port_of_loading") &&
    second.concepts.includes("port_of_discharge")
  );
}

function isUnder({ box }: Run, caption: Run): boolean {
  const gap = box.y - caption.box.y - caption.box.height;
  const aside = box.x - caption.box.x;
  const isNear = gap > -caption.box.height * 0.3 && gap < caption.box.height * REACH;
  return isNear && aside < ALIGNED && aside > -NUMBERED;
}

function partsOf(run: Run): PortPair | null {
  const at = run.words.findIndex(({ text }) => MARK.test(text));
  const accept = { accept: place, likeness: looksLikePlace };
  const loading = at > 0 ? toFound(run.words.slice(0, at), run.page, accept, { label: "" }) : null;
  const discharge = at > 0 ? toFound(run.words.slice(at + 1), run.page, accept, { label: "" }) : null;
  return loading && discharge && isPort(loading) && isPort(discharge) ? { loading, discharge } : null;
}

/** "NINGBO - CHINA" is one port and its country, and "GDANSK via SINGAPORE" more than one. */
function isPort({ value }: Found): boolean {
  return (!isCountryName(value) || namesPlace(value)) && !/\bvia\b/i.test(value);
}
