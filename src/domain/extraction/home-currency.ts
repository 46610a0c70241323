import type { ReadField } from "./field";
import { boxAround, rowsOf, textOf } from "./layout";
import type { PageText } from "./words";

/** A till that prints no sign counts in the money of its country, which its address and its legal form tell. */
const HOMES: readonly (readonly [currency: string, RegExp])[] = [
  [
    "MYR",
    /\bsdn\.? ?bhd\b|\bmalaysia\b|\bkuala lumpur\b|\b(?:selangor|johor|p(?:ulau )?pinang|penang|melaka|kedah|perak|pahang|sarawak|sabah)\b/i,
  ],
  ["SGD", /\bsingapore \d{6}\b|\bpte\.? ?ltd\b/i],
  ["GBP", /\bunited kingdom\b|\bvat (?:reg )?no\.? ?:? ?gb\b/i],
  ["INR", /\bgstin\b|\bfssai\b/i],
  ["IDR", /\bnpwp\b|\bindonesia\b/i],
  ["JPY", /株式会社|登録番号/],
  ["EUR", /\bdeutschland\b|\bust-?id|\bsteuer-?nr|\bp\.? ?iva\b|\bsiret\b|\bscontrino\b/i],
];
/** It is nowhere said; a person confirms it. */
const TRUST = 0.8;

/** The currency of a receipt that names none, where its words are those of one country only. */
export function homeCurrency(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const found = pages.flatMap((page) =>
    rowsOf(page).flatMap((row) => {
      const text = textOf(row);
      return HOMES.filter(([, words]) => words.test(text)).map(([value]) => ({
        name: "currency" as const,
        line: null,
        value,
        raw: text,
        page: page.number,
        box: boxAround(row),
        confidence: TRUST,
        method,
      }));
    }),
  );
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? [first] : [];
}
