import { add, formatDecimal, parseDecimal, ZERO } from "../shared/decimal";
import { BESIDE, isWeight, KG_OR_LB, OTHER_UNIT, ofKind, POUND_MARK, WEIGHED } from "./cargo-weights";
import { type Cell, type Column, cellsOf, columnOf, findTable, type Table } from "./columns";
import type { HeaderField, ReadField } from "./field";
import { squeeze } from "./fold";
import { boxAround, rowsOf, textOf, typicalHeight, usualBlank } from "./layout";
import { parseCount, parseDate, parseWeightKg } from "./parse-value";
import { inPoundsOf, kilogramsFirst } from "./pounds";
import { type Style, styleOf } from "./style";
import type { PageText, Word } from "./words";

/** What the columns of a transport document or a certificate state of the whole consignment. */
const WANTED = { packages: "packages", gross_weight_kg: "gross_weight_kg", net_weight_kg: "net_weight_kg" } as const;
type Wanted = keyof typeof WANTED;

/** The table of a form goes on over empty rows, for so many heights. */
const FAR = 9;
const END =
  /^(totalnumber|totalno|freight|prepaid|numberoforiginal|noforiginal|nooforiginal|placeanddate|declaredvalue|received|inwitness|certification|itisherebycertified|theunder|handling|accounting|excess|rateofexchange|carrier|shippedonboard|above|particulars|placeofissue|payableat|othercharges|totalprepaid|say|thegoods)/;

const PIECES = /pieces|pcs|rcp/i;

interface Figure {
  readonly value: string;
  /** The same with its point as a mark of thousands, where it may be one. */
  readonly grouped?: string;
  readonly words: readonly Word[];
}

/** Packages and weights under the headings of the cargo, added up where several rows state them. */
export function readCargo(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const style = styleOf(pages);
  for (const page of pages) {
    const table = findTable(page);
    if (!table) continue;
    const read = (Object.keys(WANTED) as Wanted[]).flatMap((field) => {
      const column =
        table.columns.find((each) => each.field === field) ??
        (field === "packages"
          ? (piecesColumn(page, table) ?? table.columns.find((each) => each.field === "quantity"))
          : undefined);
      return column ? stated(field, figuresUnder(page, table, column, style), page, method) : [];
    });
    if (read.length > 0) return read;
  }
  return [];
}

/** The column of the pieces, whose heading may go on beside the first figures: "No. of" and below it "Pieces RCP". */
function piecesColumn(page: PageText, { columns, top, bottom }: Table): Column | undefined {
  const height = typicalHeight(page.words);
  const goesOn = ({ left, right, heading }: Column) =>
    heading === "" &&
    page.words.some(
      ({ text, box }) =>
        PIECES.test(text) && box.x < right && box.x + box.width > left && box.y > top && box.y < bottom + height,
    );
  return columns.find(({ heading }) => PIECES.test(heading)) ?? columns.find(goesOn);
}

function figuresUnder(page: PageText, table: Table, column: Column, style: Style): readonly Figure[] {
  // The first figures may stand beside the second line of a heading.
  const first = table.top + typicalHeight(page.words) * 0.6;
  const rows = rowsUnder(page, Math.min(first, table.bottom));
  const figures = figuresIn(rows, page, table, column, style);
  // The row that adds them up may stand at the foot of the box, far below.
  const foot = rowsOf(page).filter((row) => !rows.includes(row) && TOTAL.test(textOf(row)));
  const [total, ...others] = figuresIn(foot, page, table, column, style);
  const isWhole = total && others.length === 0 && figures.length > 1 && isAddedUp([...figures, total]);
  return isWhole ? [...figures, total] : figures;
}

const TOTAL =
  /^\W*(?:grand )?totals?(?![\p{L}])(?!\s+(?:number|no|prepaid|collect|freight|charges?|amount)(?!\p{L}))/iu;

function figuresIn(
  rows: readonly (readonly Word[])[],
  page: PageText,
  { columns }: Table,
  column: Column,
  style: Style,
): readonly Figure[] {
  const blank = usualBlank(page);
  const hasPoundMarks = columns.some(({ heading }) => KG_OR_LB.test(heading));
  const entries = rows.flatMap((row) => {
    const cells = cellsOf(row, page.aspect, blank);
    return cells.flatMap((cell, at) =>
      isInColumn(cell, column, columns)
        ? [{ cell, behind: cells[at + 1]?.text ?? "", whole: runningOn(cells, at) }]
        : [],
    );
  });
  const figures = ofKind(column.field, entries, ({ cell }) => cell.text).flatMap(({ cell, behind, whole }) => {
    if (isWeight(column.field) && OTHER_UNIT.test(whole)) return [];
    const isMarked = hasPoundMarks && (POUND_MARK.test(behind) || /\d\s?L$/.test(cell.text));
    const said = isMarked ? `${cell.text.replace(/\s?L$/, "")} lb` : cell.text;
    const value = figureOf(column, said, style);
    const isContainer = column.field === "packages" && countIn(whole) === null && cell.text !== whole;
    return value === null || isContainer
      ? []
      : [{ value, words: cell.words, isOfGoods: COUNTED_GOODS.test(whole), ...groupedOf(cell.text) }];
  });
  // "67 CTNS" counts the cargo; "4 CTNS QUARTZ WATCHES" below it says of what it is made up.
  const ofCargo = figures.filter((figure) => !figure.isOfGoods);
  if (column.field !== "packages") return kilogramsFirst(figures, ({ words }) => textOf(words));
  return ofCargo.length > 0 && !isAddedUp(figures) ? ofCargo : figures;
}

/** Whether a cell stands in the column; a weight with its unit may stand beside the heading of the only weights. */
function isInColumn(cell: Cell, column: Column, columns: readonly Column[]): boolean {
  const own = columnOf(cell, columns);
  if (own === column) return true;
  const isOnly = columns.filter(({ field }) => isWeight(field)).length === 1;
  return isWeight(column.field) && isOnly && own?.field === null && WEIGHED.test(cell.text) && BESIDE.test(own.heading);
}

/** So much blank, in widths of the page, may part the words of one entry. */
const WITHIN = 0.03;

/** The text of a cell with those close behind it, for a line may be set wide. */
function runningOn(cells: readonly Cell[], at: number): string {
  const apart = cells.findIndex(({ box }, index) => {
    const before = cells[index - 1]?.box;
    return index > at && before !== undefined && box.x - before.x - before.width > WITHIN;
  });
  return cells
    .slice(at, apart < 0 ? undefined : apart)
    .map(({ text }) => text)
    .join(" ");
}

/** A count, the kind of package and the goods inside. */
const COUNTED_GOODS = /^[\d,.\s]*\d\s*\p{L}+\.?\s+(?!containers?\b|packages?\b|pkgs?\b|only\b)(?:of\s+)?\p{L}{3}/iu;

/** The rows of the cargo: those below the headings until a wide gap or the next part of the form. */
function rowsUnder(page: PageText, bottom: number): readonly (readonly Word[])[] {
  const height = typicalHeight(page.words);
  const rows = rowsOf(page).filter((row) => {
    const box = boxAround(row);
    return box.y + box.height * 0.4 > bottom;
  });
  const foot = (index: number) => {
    const above = rows[index - 1];
    const box = above ? boxAround(above) : null;
    return box ? box.y + box.height : bottom;
  };
  const end = rows.findIndex(
    (row, index) => boxAround(row).y - foot(index) > height * FAR || END.test(squeeze(textOf(row))),
  );
  return end < 0 ? rows : rows.slice(0, end);
}

function figureOf(column: Column, text: string, style: Style): string | null {
  const isCount = column.field === "packages" || column.field === "quantity";
  // Under weights may stand on which day the goods were shipped.
  if (parseDate(text) !== null) return null;
  const isOfPieces = PIECES.test(column.heading);
  if (column.field === "quantity" && !isOfPieces && !/^\d[\d,.]*\s*\p{L}{3}/u.test(text)) return null;
  return isCount
    ? shortCount(countIn(text))
    : parseWeightKg(inPoundsOf(column.heading, text), isFigure(text), style.decimal);
}

/** More packages than this are none of one consignment; such figures are codes of goods. */
const shortCount = (count: string | null) => (count !== null && count.length > 5 ? null : count);

const isFigure = (text: string) => /^[\d.,'’\s]+$/.test(text) && !/\d{8,}/.test(text);

/** A count of packages stands alone or before the kind of package. */
function countIn(text: string): string | null {
  const match = /^[\d,.\s]*\d(?=\s*(?:\(|$|[\p{L}]))/u.exec(text.trim());
  return match && !/^\s*(x\b|cont|cntr|'|”|"|ft|gp|hc|hq|cbm|kgs?)\b/i.test(text.trim().slice(match[0].length))
    ? parseCount(match[0])
    : null;
}

function stated(
  field: Wanted,
  figures: readonly Figure[],
  page: PageText,
  method: ReadField["method"],
): readonly ReadField[] {
  const [first] = figures;
  if (!first) return [];
  const { value, words, trust } = whole(inGroups(figures) ?? figures);
  const sureness = words.reduce((least, word) => Math.min(least, word.confidence), 1);
  const name: HeaderField = WANTED[field];
  return [
    {
      name,
      line: null,
      value,
      raw: textOf(words),
      page: page.number,
      box: boxAround(words),
      confidence: sureness * trust,
      method,
    },
  ];
}

function isAddedUp(figures: readonly Figure[]): boolean {
  const last = figures.at(-1);
  return (
    figures.length > 2 && last !== undefined && sumOf(figures.slice(0, -1)) === formatDecimal(decimalOf(last.value))
  );
}

/** One figure is the whole; a last one that adds up the others is it; else they are added up, and a person is asked. */
function whole(figures: readonly Figure[]): Figure & { readonly trust: number } {
  const [first, ...others] = figures as [Figure, ...Figure[]];
  // The whole, and below it of what it is made up.
  if (others.length > 0 && formatDecimal(decimalOf(first.value)) === sumOf(others)) return { ...first, trust: 0.97 };
  if (others.length === 0) return { ...first, trust: 0.96 };
  const last = figures.at(-1) as Figure;
  const before = sumOf(figures.slice(0, -1));
  if (before === formatDecimal(decimalOf(last.value))) return { ...last, trust: 0.97 };
  if (figures.every((each) => each.value === first.value) && figures.length === 2) return { ...first, trust: 0.9 };
  return { value: sumOf(figures), words: figures.flatMap((each) => each.words), trust: 0.85 };
}

const GROUPED = /^(\d{1,3})\.(\d{3})(?=\s*(?:kgs?\.?)?$)/i;

function groupedOf(text: string): { readonly grouped?: string } {
  const match = GROUPED.exec(text.trim());
  return match && !match[1]?.startsWith("0") ? { grouped: `${match[1]}${match[2]}` } : {};
}

/** "1.690 kg", "625 kg" and "2.315 kg" add up only where their points part thousands. */
function inGroups(figures: readonly Figure[]): readonly Figure[] | null {
  const last = figures.at(-1);
  if (figures.length < 3 || !last?.grouped || figures.every(({ grouped }) => grouped)) return null;
  const turned = figures.map((each) => ({ ...each, value: each.grouped ?? each.value }));
  return sumOf(turned.slice(0, -1)) === formatDecimal(decimalOf(last.grouped)) ? turned : null;
}

function sumOf(figures: readonly Figure[]): string {
  return formatDecimal(figures.map((each) => decimalOf(each.value)).reduce(add, ZERO));
}

function decimalOf(value: string) {
  const parsed = parseDecimal(value);
  return parsed.ok ? parsed.value : ZERO;
}
