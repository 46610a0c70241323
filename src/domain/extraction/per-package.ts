import { compare, type Decimal, decimal, multiply, parseDecimal, sum } from "../shared/decimal";
import type { Column } from "./columns";
import type { LineField } from "./field";
import type { Body, GoodsRow } from "./goods-rows";
import { textOf } from "./layout";
import { parseAmount, parseCount } from "./parse-value";
import type { Style } from "./style";
import type { Word } from "./words";

/** What a list of packages may state of one of them and of all. */
const STATED: readonly LineField[] = ["quantity", "net_weight_kg", "gross_weight_kg"];
/** The figures of fewer lines come out by chance, but where the headings say what they are. */
const LEAST = 2;
/** Of so many of the lines the figures have to prove which column is which; figures of one package prove nothing. */
const MOST = 0.6;
const OF_ONE = /(?:\/|(?<!\p{L})(?:per|each|pro|je|par|por)(?!\p{L}))/iu;
const OF_ALL = /^(?:total|tot\b|ttl|t\.|gesamt|totale|toplam|razem|celkem|summe|总|合计)/iu;

/**
 * The body of a table in which the columns are those of all packages of a line, where others say what one package
 * holds: "12 per carton" in 40 cartons is 480. Where both stand in one column, only what is of all is left.
 */
export function ofAllPackages(body: Body, style: Style): Body {
  const halved = body.lines.map((line) => withoutOne(line, style));
  const isTold = body.lines.filter((line, at) => line !== halved[at]).length >= LEAST;
  const within = isTold ? { ...body, lines: halved } : body;
  const columns = [...new Set(within.lines.flatMap((line) => [...line.cells.keys()]))];
  const names = new Map<Column, Column>();
  for (const field of STATED) {
    const [one, all] = pairOf(field, columns, within, style);
    if (!one || !all) continue;
    names.set(one, { ...one, field: null });
    names.set(all, { ...all, field });
  }
  return names.size === 0
    ? within
    : {
        ...within,
        lines: within.lines.map((line) => renamed(line, names)),
        totals: within.totals && renamedSum(within.totals, names),
      };
}

type Pair = readonly [Column | undefined, Column | undefined];

/** The column of what one package has and that of what all have: by arithmetic, else by what their headings say. */
function pairOf(field: LineField, columns: readonly Column[], body: Body, style: Style): Pair {
  const own = columns.filter((column) => column.field === field);
  // A column of which nothing is known is of anything.
  const others = columns.filter((column) => column.field === field || (column.field === null && isOfAll(column)));
  for (const one of own) {
    const all = others.find(
      (each) => each !== one && isProved(one, each, body.lines, style) && !isContradicted(one, each, body, style),
    );
    if (all) return [one, all];
  }
  const total = own.filter(isOfAll);
  const [one, all] = [own.find((each) => !total.includes(each)), total[0]];
  const isSaid = own.length === 2 && total.length === 1 && one && all && !isContradicted(one, all, body, style);
  return isSaid ? [one, all] : NO_PAIR;
}

function isOfAll({ heading }: Column): boolean {
  return OF_ALL.test(heading.trim());
}

/** Whether what is printed below both columns is less than what is taken for the figures of all comes to. */
function isContradicted(one: Column, all: Column, { lines, totals }: Body, style: Style): boolean {
  if (!totals) return false;
  const whole = sum(lines.flatMap((line) => figure(line, all, style) ?? []));
  const printed = [one, all].flatMap((column) => figure(totals, column, style) ?? []);
  return printed.length > 0 && printed.every((each) => compare(each, multiply(whole, ROUNDED)) < 0);
}

/** A sum may be rounded. */
const ROUNDED = decimal("0.99");

const NO_PAIR: Pair = [undefined, undefined];

function isProved(one: Column, all: Column, lines: readonly GoodsRow[], style: Style): boolean {
  const telling = lines.filter((line) => (packagesOf(line) ?? 1) > 1);
  const proved = telling.filter((line) => isProduct(line, figure(line, one, style), figure(line, all, style)));
  const least = isOfAll(all) || OF_ONE.test(one.heading) ? 1 : LEAST;
  return proved.length >= least && proved.length >= telling.length * MOST;
}

function isProduct(line: GoodsRow, one: Decimal | null, all: Decimal | null): boolean {
  const count = packagesOf(line);
  return one !== null && all !== null && count !== null && compare(multiply(one, decimal(String(count))), all) === 0;
}

/** How many packages a line is of: what stands in their column, else what the range of their numbers says. */
function packagesOf({ cells }: GoodsRow): number | null {
  const stated = [...cells].find(([{ field }]) => field === "packages");
  const count = stated ? parseCount(textOf(stated[1])) : null;
  const range = [...cells].map(([, words]) => RANGE.exec(textOf(words).trim())).find((match) => match !== null);
  const [, from, to] = range ?? [];
  const ranged = from && to && Number(to) >= Number(from) ? Number(to) - Number(from) + 1 : null;
  return stated && !RANGE.test(textOf(stated[1]).trim()) && count !== null ? Number(count) : ranged;
}

const RANGE = /^(?:\p{L}{1,5}[./#]*\s?)?(\d{1,5})\s?[-–~]\s?(\d{1,5})$/u;

function figure(line: GoodsRow, column: Column, style: Style): Decimal | null {
  return figureIn(line.cells.get(column) ?? [], style);
}

function figureIn(words: readonly Word[], style: Style): Decimal | null {
  const text = textOf(words)
    .replace(/[^\d.,'’\s]/gu, " ")
    .trim()
    .replace(/[.,]$/, "");
  const value = /\d/.test(text) ? parseAmount(text, style.decimal) : null;
  const parsed = value === null ? null : parseDecimal(value);
  return parsed?.ok ? parsed.value : null;
}

/** A line without what one package has, where that stands before what all have under one heading: "9 216.0" of 24. */
function withoutOne(line: GoodsRow, style: Style): GoodsRow {
  const cells = new Map(
    [...line.cells].map(([column, words]) => {
      const figures = words.filter(({ text }) => /^\d[\d.,]*$/.test(text));
      const [one, all, ...others] = figures;
      const isPair =
        column.field !== null &&
        STATED.includes(column.field) &&
        one &&
        all &&
        others.length === 0 &&
        isProduct(line, figureIn([one], style), figureIn([all], style));
      return [column, isPair ? words.filter((word) => word !== one) : words] as const;
    }),
  );
  return [...cells].some(([column, words]) => words !== line.cells.get(column)) ? { ...line, cells } : line;
}

type Names = ReadonlyMap<Column, Column>;

function renamed(line: GoodsRow, names: Names): GoodsRow {
  return { ...line, cells: new Map([...line.cells].map(([column, words]) => [names.get(column) ?? column, words])) };
}

/** A sum stands alone over the two columns; what is under that of one package is a sum all the same. */
function renamedSum(sums: GoodsRow, names: Names): GoodsRow {
  const isElsewhere = (field: LineField | null) =>
    [...sums.cells.keys()].some((column) => names.get(column)?.field === field);
  const named = (column: Column) => (isElsewhere(column.field) ? (names.get(column) ?? column) : column);
  return { ...sums, cells: new Map([...sums.cells].map(([column, words]) => [named(column), words])) };
}
