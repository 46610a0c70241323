import { compare, type Decimal, multiply, parseDecimal, round } from "../shared/decimal";
import type { Column } from "./columns";
import type { LineField } from "./field";
import type { Body, GoodsRow } from "./goods-rows";
import { textOf } from "./layout";
import { parseAmount, parseCommodityDigits, parseCountry } from "./parse-value";
import type { Style } from "./style";

/** Of so many of the lines the figures have to prove which column is which. */
const MOST = 0.6;

/**
 * Names the columns whose headings tell nothing by what stands in them: in most lines quantity times price is the amount,
 * codes are codes of the tariff, origins are countries, and the names of the goods are words.
 */
export function withUnnamed(body: Body, style: Style): Body {
  const columns = [...new Set(body.lines.flatMap((line) => [...line.cells.keys()]))];
  const names = new Map<Column, LineField>();
  const has = (field: LineField) =>
    columns.some((column) => column.field === field) || [...names.values()].includes(field);
  const most = (isIt: (line: GoodsRow) => boolean) =>
    body.lines.filter(isIt).length >= Math.max(1, body.lines.length * MOST);
  const find = (field: LineField, isIt: (line: GoodsRow, column: Column) => boolean, isRead = false) => {
    if (has(field)) return;
    const column = columns.find(
      (each) =>
        each.field === null && !names.has(each) && (isRead || each.heading === "") && most((line) => isIt(line, each)),
    );
    if (column) names.set(column, field);
  };
  // What is sold by weight is counted by it.
  const weight = columns.find((column) => column.field === "net_weight_kg");
  if (
    weight &&
    !has("quantity") &&
    has("unit_price") &&
    has("amount") &&
    most((line) => isProved(line, { quantity: weight }, style))
  )
    names.set(weight, "quantity");
  if (has("quantity") && has("unit_price")) {
    find("amount", (line, column) => isProved(line, { amount: column }, style), true);
    find("description", isNamed, true);
  } else if (has("quantity") && has("amount")) {
    find("unit_price", (line, column) => isProved(line, { unit_price: column }, style), true);
  }
  find("hs_code", (line, column) => (parseCommodityDigits(textIn(line, column)) ?? "").length >= 8);
  find("origin", (line, column) => parseCountry(textIn(line, column)) !== null);
  if (names.size === 0) return body;
  const renamed = (line: GoodsRow): GoodsRow => ({
    ...line,
    cells: new Map(
      [...line.cells].flatMap(([column, words]) => {
        const named = [{ ...column, field: names.get(column) ?? column.field }, words] as const;
        // What is counted by its weight weighs that too.
        return column === weight && names.has(column) ? [named, [column, words] as const] : [named];
      }),
    ),
  });
  return {
    ...body,
    lines: body.lines.map(renamed),
    totals: body.totals && renamed(body.totals),
  };
}

function textIn(line: GoodsRow, column: Column): string {
  return textOf(line.cells.get(column) ?? []);
}

function isNamed(line: GoodsRow, column: Column): boolean {
  return /\p{L}{3}|\p{Script=Han}{2}/u.test(textOf(line.cells.get(column) ?? []));
}

/** Whether quantity times price is the amount on a line, if a column is taken for one of these. */
function isProved(line: GoodsRow, taken: Partial<Record<LineField, Column>>, style: Style): boolean {
  const of = (name: LineField) =>
    figureIn(line, taken[name] ?? [...line.cells.keys()].find((each) => each.field === name), style);
  const [quantity, price, amount] = [of("quantity"), of("unit_price"), of("amount")];
  if (!quantity || !price || !amount || amount.units === 0n) return false;
  return compare(round(multiply(quantity, price), amount.scale), amount) === 0;
}

function figureIn(line: GoodsRow, column: Column | undefined, style: Style): Decimal | null {
  const value = column ? parseAmount(textOf(line.cells.get(column) ?? []), style.decimal) : null;
  const parsed = value === null ? null : parseDecimal(value);
  return parsed?.ok ? parsed.value : null;
}
