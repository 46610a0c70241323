import { firm, isLegalForm, looksLikeParty, party } from "./accept";
import type { Run } from "./find-labels";
import { boxAround, textOf } from "./layout";
import { LEGAL_FORM } from "./legal-form";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";
import { isTitle } from "./title";
import type { Word } from "./words";

/** The head of a receipt, and so many lines of it in which a name is looked for. */
const HEAD = 0.3;
const MOST_LINES = 7;
/** Where prices begin the head is over. */
const PRICED = /(?:^|\s)\W?\d{1,3}(?:[.,]\d{3})*[.,]\d{2,3}\s?[A-Z*]{0,2}$/;
/** What tells a shop by its legal form, and a line by standing where names stand. */
const TRUST = 0.9;
const TRUST_PLAIN = 0.75;
/** The number of a firm in its register, behind its name. */
const REGISTERED = /\s*\(?(?:company|co|reg|roc|no|[\s.:]){0,12}\(?\s*[A-Z]{0,2}-?\d[\d\s]{4,}-?\s?[A-Z]?\s*\)?$/i;
/** Who owns the shop, or runs it for a firm, by the trade that he is a master of as well. */
const OWNER =
  /^\W*(?:inh(?:aber(?:in)?)?|prop(?:rietor|r)?|owner|g[eé]rant[e]?|titular|titolare|eigenaar|w[lł]a[sś]ciciel|apotheker(?:in)?|\p{L}*(?:bäcker|fleischer|metzger|friseur|konditor|optiker|florist)meister(?:in)?)(?:\.|:|\s)/iu;
const GREETING =
  /^\W*(?:welcome|thank|tax invoice|invoice|receipt|copy|reprint|page|date|tel|duplicate|original|customer copy|order|table|selamat|willkommen|bienvenue|bienvenid|benvenut|welkom|witamy|struk|kassenbon|quittung|bon|ticket|documento|paragon|kvitto|kvittering|kuitti)\b/i;
/** The number under which a shop is registered, whatever an engine made of its label. */
const REGISTER =
  /^\W*(?:co(?:mpany)?\.? ?(?:reg|n[o0])|reg(?:istration|d)?\b|roc\b|brn\b|ssm\b|[gs]st\b|vat\b|tin\b|uen\b|abn\b|npwp\b|branch\b|store ?(?:#|no)).*\d/i;

/** The shop's name: the first line of a receipt that is a name at all, preferring one with a legal form. */
export function shopName(field: Field): Found | null {
  const lines = headOf(field);
  for (const [index, line] of lines.entries()) {
    const text = textOf(line);
    if (OWNER.test(text) || (firm(text.replace(REGISTERED, "")) === null && !isLegalForm(text))) continue;
    const before = lines[index - 1];
    const isOpen = isLegalForm(text) || wordsOfName(text) < 2;
    const isRest = before !== undefined && isOpen && !BEGINS_FIRM.test(text) && isName(before);
    const found = nameIn(isRest ? [...before, ...line] : line);
    if (found) return { ...withEnd(found, line, lines[index + 1]), score: TRUST * found.score };
  }
  const plain = lines.find((line) => isName(line) && textOf(line).length > 4);
  const found = plain && nameIn(plain);
  return found ? { ...found, score: TRUST_PLAIN } : null;
}

/** How many words a name has without its legal form: one alone is hardly all of it. */
function wordsOfName(text: string): number {
  const words = text.split(" ");
  const form = words.findIndex((word) => LEGAL_FORM.test(word));
  // In French the form stands first: "SARL VENTOUX RESTAURATION".
  return form > 0 ? form : words.length - 1;
}

/** The first lines of the paper; tills set their words so wide that one line looks like several columns. */
function headOf(field: Field): readonly (readonly Word[])[] {
  const page = field.byPage.get(1) ?? [];
  const begin = Math.min(...page.map(({ box }) => box.y));
  const top = page.filter(({ box, text }) => box.y < begin + HEAD && !isTitle(text));
  const rows = new Map<number, Run[]>();
  for (const run of top) rows.set(run.row, [...(rows.get(run.row) ?? []), run]);
  return [...rows.values()]
    .filter((row, index) => row[0]?.concepts.length === 0 || (index === 0 && isNameAfterAll(row)))
    .slice(0, MOST_LINES)
    .filter((_, index, all) => all.slice(0, index + 1).every((row) => !PRICED.test(row.at(-1)?.text ?? "")))
    .map((row) => row.flatMap((run) => [...run.words]).sort((a, b) => a.box.x - b.box.x));
}

/** "City Central Car Park" begins with a word that is a label elsewhere. */
function isNameAfterAll(row: readonly Run[]): boolean {
  const [first, second] = row;
  return second !== undefined && first?.hasColon === false && !/\d/.test(row.map(({ text }) => text).join(" "));
}

/** The number of a branch behind the name of its chain. */
const BRANCH = /(?<=\p{L}{3})\s+(?:#|n[ro]\.?)?\s?\d{2,5}$/iu;

/** Without the numbers that stand behind a name. */
function bare(text: string): string {
  return text.replace(REGISTERED, "").replace(BRANCH, "");
}

function isName(line: readonly Word[]): boolean {
  const text = textOf(line);
  return !GREETING.test(text) && !REGISTER.test(text) && /\p{L}{2}/u.test(text) && (party(bare(text))?.length ?? 0) > 2;
}

function nameIn(words: readonly Word[]): Found | null {
  const accept = (text: string) => party(bare(text));
  return toFound(words, 1, { accept, likeness: looksLikeParty }, { label: "" });
}

/** A form that stands before the name of a firm of its own, which runs the shop. */
const BEGINS_FIRM = /^\W*(?:s\.?a\.?r\.?l|s\.?a\.?s\.?u?|e\.?u\.?r\.?l|s\.?n\.?c|sa|pt|cv|ud)\b\.?\s+\p{L}{3}/iu;

/** The rest of a name that did not fit its line. */
function withEnd(found: Found, line: readonly Word[], next: readonly Word[] | undefined): Found {
  const isEnd =
    next !== undefined &&
    isLegalForm(textOf(next)) &&
    !BEGINS_FIRM.test(textOf(next)) &&
    !/(?:bhd|ltd|plt|inc)\.?$/i.test(found.value);
  const whole = isEnd ? nameIn([...line, ...next]) : null;
  return whole && next ? { ...whole, box: boxAround([...line, ...next]) } : found;
}
