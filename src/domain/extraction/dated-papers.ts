import type { Run } from "./find-labels";
import type { Concept } from "./lexicon/concepts";
import type { Field } from "./near";

/** "Buyer's Order No. & Date" announces the day of the order, "Acompte du" that of a payment. */
export function isDateOfAnother({ concepts, text, segment }: Run, concept: Concept, before: Run | undefined): boolean {
  if (concept !== "date") return false;
  const isBehind = before?.segment === segment && before.concepts.some((each) => OTHERS_DATED.includes(each));
  return isBehind || (concepts.includes("other_number") && OTHER_PAPER.test(text));
}
const OTHERS_DATED: readonly Concept[] = ["other_amount", "other_number", "other_date", "other"];
const OTHER_PAPER =
  /order|contract|purchase|l ?\/ ?c\b|credit|indent|p\.? ?o\.?\b|bestell|auftrag|commande|pedido|ordine|sipari|zam[oó]w/i;

const DATED = /^(?:dated|dtd?|dnia|dne|vom|du|del|den)\W*$/i;
const OF_THIS_PAPER: readonly Concept[] = ["invoice_number", "document_number", "packing_list_number", "bare_number"];

/** "Contract no. 12 dated ..." and "as per proforma 7 dated ..." say when another paper was written. */
export function isDatedAfter(label: Run, field: Field): boolean {
  if (!DATED.test(label.text)) return false;
  const before = (field.byPage.get(label.page) ?? []).filter(
    ({ segment, box }) => segment === label.segment && box.x < label.box.x,
  );
  const last = before.findLast(({ concepts }) => concepts.length > 0);
  return last ? !last.concepts.some((each) => OF_THIS_PAPER.includes(each)) : before.length > 0;
}
