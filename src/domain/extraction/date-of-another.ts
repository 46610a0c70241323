import type { Run } from "./find-labels";
import type { Concept } from "./lexicon/concepts";

/** "Buyer's Order No. & Date" announces the day of the order, "Acompte du" that of a payment. */
export function isDateOfAnother({ concepts, text, segment }: Run, concept: Concept, before: Run | undefined): boolean {
  if (concept !== "date") return false;
  const isBehind = before?.segment === segment && before.concepts.some((each) => OTHERS_DATED.includes(each));
  return isBehind || (concepts.includes("other_number") && OTHER_PAPER.test(text));
}
const OTHERS_DATED: readonly Concept[] = ["other_amount", "other_number", "other_date", "other"];
const OTHER_PAPER =
  /order|contract|purchase|l ?\/ ?c\b|credit|indent|p\.? ?o\.?\b|bestell|auftrag|commande|pedido|ordine|sipari|zam[oó]w/i;
