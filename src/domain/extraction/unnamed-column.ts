import { compare, type Decimal, multiply, parseDecimal, round } from "../shared/decimal";
import type { Column } from "./columns";
import type { LineField } from "./field";
import type { Body, GoodsRow } from "./goods-rows";
import { textOf } from "./layout";
import { parseAmount } from "./parse-value";
import type { Style } from "./style";

/** Of so many of the lines the figures have to prove which column is which. */
const MOST = 0.6;

/**
 * Names the column of the amounts by its figures, where its heading was not read: in most lines they are quantity times
 * price.
 */
export function withUnnamed(body: Body, style: Style): Body {
  const columns = [...new Set(body.lines.flatMap((line) => [...line.cells.keys()]))];
  const has = (field: LineField) => columns.some((column) => column.field === field);
  if (has("amount") || !has("quantity") || !has("unit_price")) return body;
  const proved = columns.find(
    (column) =>
      column.field === null &&
      body.lines.filter((line) => isProved(line, column, style)).length >= Math.max(1, body.lines.length * MOST),
  );
  if (!proved) return body;
  const amount: Column = { ...proved, field: "amount" };
  const renamed = (line: GoodsRow): GoodsRow => ({
    ...line,
    cells: new Map([...line.cells].map(([column, words]) => [column === proved ? amount : column, words])),
  });
  return { ...body, lines: body.lines.map(renamed), totals: body.totals && renamed(body.totals) };
}

function isProved(line: GoodsRow, column: Column, style: Style): boolean {
  const of = (name: LineField) =>
    figureIn(
      line,
      [...line.cells.keys()].find((each) => each.field === name),
      style,
    );
  const [quantity, price, amount] = [of("quantity"), of("unit_price"), figureIn(line, column, style)];
  if (!quantity || !price || !amount || amount.units === 0n) return false;
  return compare(round(multiply(quantity, price), amount.scale), amount) === 0;
}

function figureIn(line: GoodsRow, column: Column | undefined, style: Style): Decimal | null {
  const value = column ? parseAmount(textOf(line.cells.get(column) ?? []), style.decimal) : null;
  const parsed = value === null ? null : parseDecimal(value);
  return parsed?.ok ? parsed.value : null;
}
