import type { LineField, ReadField } from "./field";
import { fold, squeeze } from "./fold";
import { accepted } from "./goods-table";
import { headingOf } from "./known-headings";
import { knownAs } from "./known-labels";
import { boxAround, type Segment, segmentsOf, textOf } from "./layout";
import type { Concept } from "./lexicon/concepts";
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
/** What adds up the lines stands below the last of them and is the amount of none. */
const SUMS: readonly Concept[] = ["subtotal", "total", "grand_total", "amount_due"];
/** Nobody reads that these are lines of goods but from their labels. */
const TRUST = 0.93;

interface Stated {
  readonly field: LineField | "begin" | "end";
  readonly words: readonly Word[];
  readonly page: number;
}

/** The goods of an invoice that sets each line as a box of labels and values, as viewers of electronic invoices do. */
export function readGoodsBoxes(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const style = styleOf(pages);
  const stated = pages.flatMap((page) => statedOn(segmentsOf(page)));
  const goodsIn = (boxes: readonly (readonly Stated[])[]) =>
    boxes.map((box) => box.flatMap((each) => toField(each, style, method) ?? [])).filter((box) => isGoods(box));
  // A quantity may stand before the name or be the last of the line before: as goods have it, more of them are whole.
  const [named, repeated] = [goodsIn(boxesOf(stated, isNewByName)), goodsIn(boxesOf(stated, isNewByRepeat))];
  return (repeated.flat().length > named.flat().length ? repeated : named).flatMap((box, line) =>
    box.map((field) => ({ ...field, line })),
  );
}

type IsNew = (field: Stated["field"], box: readonly Stated[] | null) => boolean;

/** What is stated, box by box; nothing that follows a sum belongs to a box before it. */
function boxesOf(stated: readonly Stated[], isNew: IsNew): readonly (readonly Stated[])[] {
  const boxes: Stated[][] = [];
  let box: Stated[] | null = null;
  for (const each of stated) {
    if (each.field === "end") box = null;
    else if (each.field === "begin" || isNew(each.field, box)) {
      box = [each];
      boxes.push(box);
    } else if (box && !states(box, each.field)) box.push(each);
  }
  return boxes;
}

function states(box: readonly Stated[], name: Stated["field"]): boolean {
  return box.some(({ field }) => field === name);
}

/** Each box begins with the name of its goods, unless it has a number: it may say more of them than their name. */
const isNewByName: IsNew = (field, box) =>
  field === "description" && !(box && states(box, "begin") && !(states(box, field) && states(box, "amount")));

/** Each box begins with what the one before it has stated already. */
const isNewByRepeat: IsNew = (field, box) => box === null || (states(box, field) && !states(box, "begin"));

function isGoods(box: readonly ReadField[]): boolean {
  const has = (name: LineField) => box.some((field) => field.name === name);
  return has("description") && has("amount") && (has("quantity") || has("unit_price"));
}

/** The labels with what stands behind them, in the order of the page. */
function statedOn(segments: readonly Segment[]): readonly Stated[] {
  return segments.flatMap((segment, at): readonly Stated[] => {
    if (BEGIN.test(segment.text)) return [{ field: "begin", words: segment.words, page: segment.page }];
    const colon = segment.words.findIndex(({ text }) => text.endsWith(":"));
    const label = textOf(segment.words.slice(0, colon < 0 ? undefined : colon + 1));
    if (isSum(label)) return [{ field: "end", words: segment.words, page: segment.page }];
    const field = colon < 0 ? undefined : fieldOf(label);
    if (!field) return [];
    const words = wordsAt(segment, segments, at, segment.words.slice(colon + 1), field === "description");
    return words.length > 0 ? [{ field, words, page: segment.page }] : [];
  });
}

/** What stands at a label: behind it, beside it, and of a name its end on the line below. */
function wordsAt(
  label: Segment,
  segments: readonly Segment[],
  at: number,
  own: readonly Word[],
  isName: boolean,
): readonly Word[] {
  if (own.length > 0) return own;
  const beside = wordsBeside(label, segments[at + 1]);
  return isName && beside.length > 0 ? [...beside, ...restBelow(label, segments, at)] : beside;
}

function wordsBeside({ row, page }: Segment, next: Segment | undefined): readonly Word[] {
  return next && next.row === row && next.page === page && !/:/.test(next.text) ? next.words : [];
}

/** So far apart, in its own heights, are the lines of a name, and so exactly below one another they begin. */
const NEXT_LINE = 2;
const ALIGNED = 0.005;

/** The rest of a name that was too long for its line: what stands below it with no label before it. */
function restBelow(label: Segment, segments: readonly Segment[], at: number): readonly Word[] {
  const value = segments[at + 1];
  if (!value || value.row !== label.row) return [];
  const rest = segments.find(
    ({ page, row, box }) =>
      page === label.page &&
      row > label.row &&
      box.y - value.box.y < value.box.height * NEXT_LINE &&
      Math.abs(box.x - value.box.x) < ALIGNED,
  );
  const isOfLabel = segments.some(
    ({ page, row, box }) =>
      page === rest?.page && row === rest.row && box.x > label.box.x - ALIGNED && box.x < value.box.x - ALIGNED,
  );
  return rest && !isOfLabel ? rest.words : [];
}

function bareOf(label: string): string {
  return label.replace(/[(（][^)）]*[)）]|:$/gu, " ").trim();
}

/** Whether a text is the label of a sum, perhaps with its figure. */
function isSum(text: string): boolean {
  const bare = bareOf(text.replace(/(?:\p{Sc}|(?<!\p{L})[A-Z]{3})?\s*\d.*$/u, ""));
  const concepts = knownAs(squeeze(bare), false)?.concepts ?? [];
  return !KNOWN.has(fold(bare)) && concepts.some((each) => SUMS.includes(each));
}

function fieldOf(label: string): LineField | undefined {
  const bare = bareOf(label);
  return KNOWN.get(fold(bare).trim()) ?? headingOf(bare.replace(/:$/, "")) ?? undefined;
}

function toField({ field, words, page }: Stated, style: Style, method: ReadField["method"]): ReadField | null {
  const raw = textOf(words);
  const value = field === "begin" || field === "end" ? null : accepted(field, raw, style);
  if (field === "begin" || field === "end" || value === null) return null;
  const confidence = words.reduce((least, word) => Math.min(least, word.confidence), 1) * TRUST;
  return { name: field, line: 0, value, raw, page, box: boxAround(words), confidence, method };
}
