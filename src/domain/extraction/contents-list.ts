import { type Cell, cellsOf } from "./columns";
import type { LineField, ReadField } from "./field";
import { beginsWith, squeeze } from "./fold";
import { boxAround, rowsOf, textOf, usualBlank } from "./layout";
import { list } from "./lexicon/list";
import { isPackage } from "./package-row";
import { parseAmount } from "./parse-value";
import { type Style, styleOf } from "./style";
import type { PageText, Word } from "./words";

/** What is counted in a list of contents; weights and measures are of the packages. */
const COUNTED =
  /^(\d{1,3}(?:[.,\s]\d{3})+|\d{1,6}(?:[.,]\d{1,3})?)\s*((?:st(?:k|ck|ück|uck)?|pcs?|pce|pieces?|ea|each|units?|sets?|sa|satz|sätze|gr|garn|prs?|pair|paare?|nos?|szt|kpl|ks|kus|db|buc|pz|pezzi|pi[eè]ces?|ud|uds|und|un|unid|pza|pzas|p[çc]s?|adet|ad|takım|stuks?|stycken|styck|rolls?|rollen|bund|vpe|kit|lot|jeu)\.?(?:\s?\(s\))?)$/iu;
const UNIT_ALONE = /^\p{L}{1,6}\.?$/u;
const NAMED = /\p{L}{3}|\p{Script=Han}{2}/u;
/** The number of a line or an article is one word of figures. */
const CODE = /^\S*\d\S*$/u;
/** What begins a row that adds up those above it. */
const TOTALS = list(
  "total, totals, grand total, sub total, subtotal, gesamt, gesamtanzahl, gesamtmenge, summe, zwischensumme, somme, totale, totaal, suma, razem, celkem, spolu, osszesen, toplam, totalt, summa, yhteensa, totaux, totales, in total, insgesamt, 合计, 总计, 共计",
).map(squeeze);
/** A street, whose number stands behind it or before it. */
const STREET =
  /\p{L}(?:stra(?:ß|ss)e|str\.|gasse|allee|straat)$|\s(?:stra(?:ß|ss)e|road|rd\.?|street|avenue|ave\.?|lane|boulevard|blvd\.?)$|^(?:rue|via|calle|rua|avenida|ulica|ul\.|viale)\s\p{Lu}/iu;
/** Counts of one list stand one above the other, within so much of the page's width. */
const ALIGNED = 0.03;
/** Fewer rows may be anything. */
const LEAST = 2;
/** No heading says what these are; a person is asked. */
const UNHEADED = 0.87;

interface Entry {
  readonly page: number;
  readonly name: readonly Word[];
  readonly count: readonly Word[];
  readonly edge: number;
}

/**
 * The goods of a packing list without headings, as makers of machines write them: under each crate its contents, with a
 * count and a unit at one edge.
 */
export function readContents(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const style = styleOf(pages);
  const entries = pages.flatMap((page) => {
    const blank = usualBlank(page);
    return rowsOf(page).flatMap((row) => entryIn(row, cellsOf(row, page.aspect, blank), page.number) ?? []);
  });
  const aligned = entries.filter(
    ({ edge }) => entries.filter((each) => Math.abs(each.edge - edge) < ALIGNED).length >= LEAST,
  );
  return aligned.length < LEAST ? [] : aligned.flatMap((entry, line) => fieldsOf(entry, line, style, method));
}

function entryIn(row: readonly Word[], cells: readonly Cell[], page: number): Entry | null {
  if (isPackage(textOf(row)) || beginsWith(textOf(row), TOTALS)) return null;
  const joined = withUnits(cells);
  const count = joined.findLast((cell) => COUNTED.test(cell.text.trim()));
  const names = joined.filter((cell) => cell !== count && NAMED.test(cell.text) && !CODE.test(cell.text));
  const letters = ({ text }: Cell) => text.replace(/[^\p{L}]/gu, "").length;
  const [name] = [...names].sort((a, b) => letters(b) - letters(a));
  if (!count || !name || names.some(({ text }) => /[:：]/.test(text) || STREET.test(text.trim()))) return null;
  return { page, name: name.words, count: count.words, edge: count.box.x + count.box.width };
}

/** A count and its unit may stand in columns of their own. */
function withUnits(cells: readonly Cell[]): readonly Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last && /^\d[\d.,]*$/.test(last.text) && UNIT_ALONE.test(cell.text)) {
      const words = [...last.words, ...cell.words];
      joined.splice(-1, 1, { words, text: textOf(words), box: boxAround(words) });
    } else joined.push(cell);
  }
  return joined;
}

function fieldsOf(entry: Entry, line: number, style: Style, method: ReadField["method"]): readonly ReadField[] {
  const [, count = "", unit = ""] = COUNTED.exec(textOf(entry.count).trim()) ?? [];
  const name = textOf(entry.name).replace(/^\d{1,3}[.)]?\s+(?=\p{L})/u, "");
  const stated: readonly (readonly [LineField, string | null, readonly Word[]])[] = [
    ["description", name, entry.name],
    ["quantity", parseAmount(count, style.decimal), entry.count],
    ["unit", unit, entry.count],
  ];
  return stated.flatMap(([field, value, words]) =>
    value === null
      ? []
      : [
          {
            name: field,
            line,
            value,
            raw: textOf(words),
            page: entry.page,
            box: boxAround(words),
            confidence: words.reduce((least, word) => Math.min(least, word.confidence), 1) * UNHEADED,
            method,
          },
        ],
  );
}
