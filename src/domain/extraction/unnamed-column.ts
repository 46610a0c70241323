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
 * Names the columns whose headings tell nothing by what stands in them: the amounts are in most lines quantity times
 * price, the names of the goods are words.
 */
export function withUnnamed(body: Body, style: Style): Body {
  const columns = [...new Set(body.lines.flatMap((line) => [...line.cells.keys()]))];
  const has = (field: LineField) => columns.some((column) => column.field === field);
  const holds = (test: (line: GoodsRow, column: Column) => boolean) =>
    columns.find(
      (column) =>
        column.field === null &&
        body.lines.filter((line) => test(line, column)).length >= Math.max(1, body.lines.length * MOST),
    );
  const isPriced = has("quantity") && has("unit_price");
  const amounts = isPriced && !has("amount") ? holds((line, column) => isProved(line, column, style)) : undefined;
  const names = isPriced && !has("description") ? holds(isNamed) : undefined;
  const renamed = (line: GoodsRow): GoodsRow => ({
    ...line,
    cells: new Map(
      [...line.cells].map(([column, words]) => {
        if (column === amounts) return [{ ...column, field: "amount" }, words];
        return column === names ? [{ ...column, field: "description" }, words] : [column, words];
      }),
    ),
  });
  if (!amounts && !names) return body;
  return { ...body, lines: body.lines.map(renamed), totals: body.totals && renamed(body.totals) };
}

function isNamed(line: GoodsRow, column: Column): boolean {
  return /\p{L}{3}|\p{Script=Han}{2}/u.test(textOf(line.cells.get(column) ?? []));
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
