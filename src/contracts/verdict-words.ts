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
  return first ? fill(words.false[first.check], { where: first.where }) : words.unreadable.not_bundle;
}

/** One look in a sentence: what was looked at, where, and whether it held. */
export function sentenceOfLook({ check, where, holds }: Look, language: Language): string {
  return fill(WORDS[language].looks[check][holds ? "holds" : "fails"], { where });
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

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => visible(values[name] ?? hole));
}
