import { parseDuty } from "../tariff/duty-text";
import { JURISDICTIONS, type Jurisdiction } from "../tariff/jurisdiction";
import { FACT_KINDS, type FactKind } from "./change";

/** The columns of a table of changes, in any order; each kind of fact takes those that it knows, the rest is empty. */
export const CHANGE_COLUMNS = [
  "kind",
  "replaces",
  "citation",
  "code",
  "measure",
  "jurisdiction",
  "area",
  "agreement",
  "order_number",
  "rate",
  "value",
  "unit",
  "currency",
  "home",
  "amount",
  "per",
  "member",
  "valid_to",
] as const;
type Column = (typeof CHANGE_COLUMNS)[number];

/** A change as a table states it; whether it can be made is another question. */
export interface StatedChange {
  readonly kind: FactKind;
  readonly replaces: string | null;
  readonly fact: Readonly<Record<string, unknown>> | null;
  readonly citation: string;
}

export interface ChangeTableFault {
  /** Counting the heading as 1. */
  readonly row: number;
  readonly problem: string;
}

/** Turns the rows of a table, the heading first, into changes; or names the first row at fault. */
export function changesIn(
  rows: readonly (readonly string[])[],
): { readonly changes: readonly StatedChange[] } | { readonly fault: ChangeTableFault } {
  const [heading = [], ...body] = rows;
  const columns = heading.map((cell) => cell.trim());
  const unknown = columns.find((column) => !CHANGE_COLUMNS.some((each) => each === column));
  if (unknown !== undefined || !columns.includes("kind") || !columns.includes("citation"))
    return { fault: { row: 1, problem: `The heading names kind, citation and any of ${CHANGE_COLUMNS.join(", ")}` } };
  const changes: StatedChange[] = [];
  for (const [index, cells] of body.entries()) {
    const cell = (column: Column) => (cells[columns.indexOf(column)] ?? "").trim();
    const change = changeIn(cell);
    if (typeof change === "string") return { fault: { row: index + 2, problem: change } };
    changes.push(change);
  }
  return { changes };
}

type Cells = (column: Column) => string;

function changeIn(cell: Cells): StatedChange | string {
  const kind = FACT_KINDS.find((each) => each === cell("kind"));
  if (!kind) return `The kind is one of ${FACT_KINDS.join(", ")}`;
  if (kind === "requirement_rule" && cell("replaces") === "")
    return "A requirement rule is too long for a table; give it as JSON, or name the one that ends under replaces";
  const fact = FACTS[kind](cell);
  if (typeof fact === "string") return fact;
  return { kind, replaces: cell("replaces") || null, fact, citation: cell("citation") };
}

type Fact = Readonly<Record<string, unknown>> | null;

/** The fact that a row states; null where its columns are empty, so that what it replaces only ends. */
const FACTS: { readonly [K in FactKind]: (cell: Cells) => Fact | string } = {
  measure: measureIn,
  requirement_rule: () => null,
  legal_parameter: (cell) =>
    cell("value") === "" ? null : { code: cell("code"), value: cell("value"), unit: cell("unit"), ...validity(cell) },
  exchange_rate: (cell) =>
    cell("amount") === ""
      ? null
      : {
          currency: cell("currency"),
          home: cell("home") || "CNY",
          cny: cell("amount"),
          per: cell("per") || "1",
          ...validity(cell),
        },
  geographical_area: (cell) =>
    cell("member") === "" ? null : { code: cell("code"), member: cell("member"), ...validity(cell) },
};

function measureIn(cell: Cells): Fact | string {
  const printed = cell("rate");
  if (printed === "") return null;
  const jurisdiction: Jurisdiction = JURISDICTIONS.find((each) => each === cell("jurisdiction")) ?? "CN";
  const rate = parseDuty(printed, jurisdiction);
  if (!rate.ok)
    return rate.error === "rate_negative"
      ? `“${printed}” is below zero`
      : `“${printed}” is no rate; write 5%, or CNY 2/kg`;
  const agreement = cell("agreement");
  return {
    jurisdiction,
    code: cell("code").replaceAll(".", ""),
    kind: cell("measure"),
    geography: { area: cell("area") || "*" },
    rate: rate.value,
    threshold: null,
    conditions: agreement === "" ? [] : [{ kind: "certificate", agreement }],
    orderNumber: cell("order_number") || null,
    ...validity(cell),
  };
}

function validity(cell: Cells): Readonly<Record<string, string>> {
  return cell("valid_to") === "" ? {} : { validTo: cell("valid_to") };
}
