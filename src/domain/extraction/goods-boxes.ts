import type { LineField, ReadField } from "./field";
import { fold } from "./fold";
import { accepted } from "./goods-table";
import { headingOf } from "./known-headings";
import { boxAround, type Segment, segmentsOf, textOf } from "./layout";
import { list } from "./lexicon/list";
import { type Style, styleOf } from "./style";
import type { PageText, Word } from "./words";

/** What viewers of electronic invoices call the facts of a line, beside the headings of tables. */
const LABELS: Partial<Readonly<Record<LineField, readonly string[]>>> = {
  description: list(
    "bezeichnung, artikelbezeichnung, descrizione bene/servizio, descrizione, désignation, designation, descripcion, omschrijving, item name, name of item",
  ),
  quantity: list("menge, quantita, quantite, cantidad, aantal, quantity, invoiced quantity"),
  unit_price: list(
    "preis pro einheit, einzelpreis, preis einheit, nettopreis, prezzo unitario, valore unitario, prix unitaire, precio unitario, prijs per eenheid, price per unit, unit price, item net price",
  ),
  amount: list(
    "gesamtpreis, positionssumme, nettobetrag der position, prezzo totale, valore totale, montant total, importe total, totaalprijs, total price, line total, line net amount",
  ),
};
const KNOWN = new Map(
  Object.entries(LABELS).flatMap(([field, words]) => words.map((each) => [fold(each), field as LineField] as const)),
);
/** "Position 2", "Nr. linea: 3": where the box of a line begins. */
const BEGIN =
  /^(?:position|pos\.?|nr\.? ?linea|linea|line|item|artikel|riga|ligne|regel|rigo)\s*(?:n[ro]?\.?)?\s*[:#]?\s*\d{1,4}$/iu;
/** Nobody reads that these are lines of goods but from their labels. */
const TRUST = 0.93;

interface Stated {
  readonly field: LineField | "begin";
  readonly words: readonly Word[];
  readonly page: number;
}

/** The goods of an invoice that sets each line as a box of labels and values, as viewers of electronic invoices do. */
export function readGoodsBoxes(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const style = styleOf(pages);
  const stated = pages.flatMap((page) => statedOn(segmentsOf(page)));
  const boxes: Stated[][] = [];
  for (const each of stated) {
    const last = boxes.at(-1);
    const isNew = each.field === "begin" || each.field === "description";
    const isOpen = last?.length === 1 && last[0]?.field === "begin";
    if (isNew && !isOpen) boxes.push([each]);
    else if (last && !last.some(({ field }) => field === each.field)) last.push(each);
  }
  return boxes
    .map((box) => box.flatMap((each) => toField(each, style, method) ?? []))
    .filter((box) => isGoods(box))
    .flatMap((box, line) => box.map((field) => ({ ...field, line })));
}

function isGoods(box: readonly ReadField[]): boolean {
  const has = (name: LineField) => box.some((field) => field.name === name);
  return has("description") && has("amount") && (has("quantity") || has("unit_price"));
}

/** The labels with what stands behind them, in the order of the page. */
function statedOn(segments: readonly Segment[]): readonly Stated[] {
  return segments.flatMap((segment, at): readonly Stated[] => {
    if (BEGIN.test(segment.text)) return [{ field: "begin", words: segment.words, page: segment.page }];
    const colon = segment.words.findIndex(({ text }) => text.endsWith(":"));
    const field = colon < 0 ? undefined : fieldOf(textOf(segment.words.slice(0, colon + 1)));
    if (!field) return [];
    const own = segment.words.slice(colon + 1);
    const next = segments[at + 1];
    const isBeside = next?.row === segment.row && next.page === segment.page && !/:/.test(next.text);
    const words = own.length > 0 ? own : isBeside ? next.words : [];
    return words.length > 0 ? [{ field, words, page: segment.page }] : [];
  });
}

function fieldOf(label: string): LineField | undefined {
  const bare = label.replace(/[(（][^)）]*[)）]|:$/gu, " ").trim();
  return KNOWN.get(fold(bare).trim()) ?? headingOf(bare.replace(/:$/, "")) ?? undefined;
}

function toField({ field, words, page }: Stated, style: Style, method: ReadField["method"]): ReadField | null {
  const raw = textOf(words);
  const value = field === "begin" ? null : accepted(field, raw, style);
  if (field === "begin" || value === null) return null;
  const confidence = words.reduce((least, word) => Math.min(least, word.confidence), 1) * TRUST;
  return { name: field, line: 0, value, raw, page, box: boxAround(words), confidence, method };
}
