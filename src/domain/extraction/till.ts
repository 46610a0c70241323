import { amount } from "./accept";
import type { Field } from "./near";
import { candidatesFor, type Found, type Sought, toFound } from "./seek";

const PAID: Sought = { name: "total", at: [["other_amount", 1]], accept: amount, isLast: true };
const TENDERED =
  /cash|tunai|bayar|tender|tend\b|paid|visa|master|card|payment|amex|nets|wallet|qris|debit|credit|eftpos|(?<!\p{L})(?:bar|pin|cb|karta|kart)(?!\p{L})|gegeben|esp[eè]ces|carte|efectivo|entregado|tarjeta|contant|pagat|got[oó]wka|hotov|kontant|bankkort|dankort|bankaxept|k[eé]szp[eé]nz|numerar|nakit|kredi|dinheiro|entregue|multibanco|k[aä]teinen|girocard|maestro|预り|预かり|預|现金|현금|실수|实收/iu;
const CHANGE =
  /change|baki|kembali|r(ü|u)ckgeld|zur(ü|u)ck|rendu|monnaie|resto|(?<!\p{L})rest(?!\p{L})|wechselgeld|wisselgeld|cambio|troco|reszta|vr[aá]cen|v[aä]xel|byttepenge|tilbage|visszaj[aá]r|para [uü]st[uü]|takaisin|お釣|找零|거스름돈/iu;
const ROUNDING =
  /round|pelarasan|bundar|genap|rundung|arrondi|redondeo|arrotondamento|afronding|zaokr|kerek[ií]t|avrunding/i;
/** Nobody rounds by more. */
const MOST_ROUNDED = 0.05;
/** Half a cent. */
const SAME = 0.005;
const BORNE_OUT = 0.97;

/**
 * Of several sums on a receipt the one that was paid: what was handed over less the change or, where that is not said,
 * a sum after its rounding. Where the till bears out none of them, they stay as they are.
 */
export function paidFirst(totals: readonly Found[], field: Field): readonly Found[] {
  const meant = totals.filter(isPaid(totals, candidatesFor(PAID, field)));
  if (meant.length === 0) return totals;
  const others = totals.filter(({ value }) => meant.every((each) => each.value !== value));
  return [
    ...meant.map((each) => ({ ...each, score: Math.max(each.score, BORNE_OUT) })),
    ...others.map((each) => ({ ...each, score: Math.min(each.score, BORNE_OUT * 0.9) })),
  ];
}

/**
 * What was paid where no label is that of a total, as on tickets of car parks: the figure on the paper that is what was
 * handed over less the change or, where nothing was given back, what the card was charged with.
 */
export function paidOnTicket(field: Field): Found | null {
  const sums = candidatesFor(PAID, field).filter(({ place }) => place === "same" || place === "right");
  const given = sums.filter(({ label }) => TENDERED.test(label ?? "") && !CHANGE.test(label ?? ""));
  const changes = sums.filter(({ label }) => CHANGE.test(label ?? ""));
  const paid = given.flatMap((each) => changes.map((change) => Number(each.value) - Math.abs(Number(change.value))));
  const printed = field.runs.flatMap((run) => {
    const found = run.concepts.length === 0 ? toFound(run.words, run.page, { accept: amount }, around(field)) : null;
    return found && paid.some((each) => Math.abs(each - Number(found.value)) < SAME) ? [found] : [];
  });
  const [first] = printed;
  if (first) return { ...first, score: TRUST_DIFFERENCE };
  const charged = new Set(given.map(({ value }) => value));
  const [only] = given;
  return only && changes.length === 0 && charged.size === 1 ? { ...only, score: TRUST_CHARGED } : null;
}

const TRUST_DIFFERENCE = 0.9;
const TRUST_CHARGED = 0.75;

function around(field: Field) {
  return { label: "", style: field.style };
}

function isPaid(totals: readonly Found[], sums: readonly Found[]): (total: Found) => boolean {
  const valuesAt = (label: RegExp) =>
    sums.filter((each) => label.test(each.label ?? "")).map(({ value }) => Number(value));
  const changes = valuesAt(CHANGE);
  const paid = valuesAt(TENDERED).flatMap((given) => changes.map((change) => given - Math.abs(change)));
  const roundings = valuesAt(ROUNDING).filter((value) => value !== 0 && Math.abs(value) < MOST_ROUNDED);
  const rounded = totals.flatMap(({ value }) => roundings.flatMap((by) => [Number(value) + by, Number(value) - by]));
  const wanted = paid.length > 0 ? paid : rounded.filter(isRound);
  return ({ value }) => wanted.some((each) => Math.abs(each - Number(value)) < SAME);
}

/** Cash is rounded to five cents. */
function isRound(value: number): boolean {
  return Math.abs(value * 20 - Math.round(value * 20)) < SAME;
}
