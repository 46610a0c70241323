import type { Look, Verdict } from "@/domain/evidence/verify-bundle";
import type { BundleFault } from "./evidence-bundle";
import english from "./messages/verdict.en.json";
import chinese from "./messages/verdict.zh.json";
import type { TrustFault } from "./trust";
import type { Language } from "./words";

const WORDS: Readonly<Record<Language, typeof english>> = { en: english, zh: chinese };

/** Why no bundle was found in a file. */
export type UnreadFault = BundleFault | "no_attachment" | "too_large";

/** The verdict in one sentence. What is false is named by the first look that did not hold. */
export function sentenceOf({ kind, looks, status, witnesses }: Verdict, language: Language): string {
  const words = WORDS[language];
  if (kind === "true" && status) return fill(words.true[status.state], { asOf: instantOf(status.asOf) });
  if (kind === "unwitnessed") return words.unwitnessed[witnesses.length === 0 ? "none" : "few"];
  const first = looks.find(({ check, holds }) => !holds && check !== "checkpoint_witnessed");
  return first ? fill(words.false[first.check], { where: placeOf(first, language) }) : words.unreadable.not_bundle;
}

/** What became of the release and as of when; null where nobody who is trusted says so. */
export function sentenceOfStatus({ status }: Pick<Verdict, "status">, language: Language): string | null {
  return status && fill(WORDS[language].states[status.state], { asOf: instantOf(status.asOf) });
}

/** One look in a sentence: what was looked at, where, and whether it held. */
export function sentenceOfLook(look: Look, language: Language): string {
  return fill(WORDS[language].looks[look.check][look.holds ? "holds" : "fails"], { where: placeOf(look, language) });
}

/** What a field of a statement is called; null for one that there is no word for. */
export function titleOfField(name: string, language: Language): string | null {
  const { key, number } = partsOf(name);
  const titles: Readonly<Record<string, string>> = WORDS[language].fields;
  const title = Object.hasOwn(titles, key) ? titles[key] : undefined;
  return title === undefined ? null : fill(title, { number });
}

/** The order in which fields are read: the release, what was declared, its lines, the tax, the papers, then others. */
export function compareFields(one: string, two: string): number {
  const [left, right] = [rankOf(one), rankOf(two)];
  const differing = left.findIndex((rank, at) => rank !== right[at]);
  return differing === -1
    ? one.localeCompare(two, "en", { numeric: true })
    : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** Why a file is no bundle, in one sentence. */
export function sentenceOfUnread(fault: UnreadFault, language: Language): string {
  return WORDS[language].unreadable[fault];
}

/** What is wrong with a file of keys, in one sentence. */
export function sentenceOfTrustFault({ code, where }: TrustFault, language: Language): string {
  const place = language === "zh" ? `（${where}）` : ` (${where})`;
  return fill(WORDS[language].trust[code], { where: where === "" ? "" : place });
}

/** An instant as people read it, in UTC and to the second: `2026-12-01 09:30:00 UTC`. */
export function instantOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/**
 * The text with what no reader sees written out: a name out of a file could else move the cursor of a terminal, or turn
 * the sentence around it.
 */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`);
}

const ORDER = Object.keys(english.fields);
const GROUPS = ["release", "shipment", "declaration", "line", "tax", "paper"];

/** The group of a field, the number of its line or paper, and its place within the group. */
function rankOf(name: string): readonly number[] {
  const { key, number } = partsOf(name);
  const [group, place] = [GROUPS.indexOf(name.split(".")[0] ?? ""), ORDER.indexOf(key)];
  return [group === -1 ? GROUPS.length : group, Number(number), place === -1 ? ORDER.length : place];
}

/** A field's name without the number of its line or paper, and that number; empty for a field that has none. */
function partsOf(name: string): { readonly key: string; readonly number: string } {
  const number = /^(?:line|paper)\.(\d+)\./.exec(name)?.[1] ?? "";
  return { key: number === "" ? name : name.replace(`.${number}.`, ".*."), number };
}

function placeOf({ check, where }: Look, language: Language): string {
  const title = check === "fields_stated" ? titleOfField(where, language) : null;
  return title === null ? where : `${title} (${where})`;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => visible(values[name] ?? hole));
}
