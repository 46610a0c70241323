import { type Comparator, type Condition, contrary, joined, type Operand } from "./expression";
import { fieldNamed } from "./subject-fields";

/** One row of the form: a field, a test, and what it is tested against, as a person types it. */
export interface ConditionRow {
  readonly field: string;
  readonly test: string;
  /** Empty for the tests that need none. */
  readonly value: string;
}

/**
 * The rows of a condition that is a plain conjunction of tests of fields; null where the condition says more than rows
 * can, and then it is written as an expression.
 */
export function rowsOf(condition: Condition): readonly ConditionRow[] | null {
  const parts = condition.kind === "all" ? condition.parts : [condition];
  const rows = parts.map(rowOf);
  return rows.every((row) => row !== null) ? rows : null;
}

/** The condition that rows say together; null where a row is not whole. */
export function conditionOf(rows: readonly ConditionRow[]): Condition | null {
  const parts = rows.map(partOf);
  return parts.length > 0 && parts.every((part) => part !== null) ? joined("all", parts) : null;
}

function rowOf(part: Condition): ConditionRow | null {
  if (part.kind === "not") return deniedRow(part.part);
  switch (part.kind) {
    case "missing":
      return { field: part.field, test: "is missing", value: "" };
    case "holds":
      return { field: part.field, test: "=", value: "true" };
    case "compare":
      return comparedRow(part.operator, part.left, part.right);
    case "starts":
      return part.value.kind === "field" ? { field: part.value.name, test: "starts with", value: part.text } : null;
    case "in":
    case "under":
      return amongRow(part);
    default:
      return null;
  }
}

function deniedRow(part: Condition): ConditionRow | null {
  if (part.kind === "missing") return { field: part.field, test: "is known", value: "" };
  if (part.kind === "holds") return { field: part.field, test: "=", value: "false" };
  const row = part.kind === "in" ? amongRow(part) : null;
  return row?.test === "in list" ? { ...row, test: "not in list" } : null;
}

function comparedRow(operator: Comparator, left: Operand, right: Operand): ConditionRow | null {
  if (left.kind !== "field" || right.kind !== "literal") return null;
  // A boolean field that equals a value is the field itself, or its contrary: one shape for one meaning.
  if (typeof right.value === "boolean") return null;
  const value = String(right.value);
  return value.includes("e") && typeof right.value === "number" ? null : { field: left.name, test: operator, value };
}

function amongRow(part: Extract<Condition, { kind: "in" | "under" }>): ConditionRow | null {
  const { value, among, kind } = part;
  if (value.kind !== "field") return null;
  if (among.kind === "list") return { field: value.name, test: `${kind} list`, value: among.name };
  const [only] = among.values;
  return kind === "under" && among.values.length === 1
    ? { field: value.name, test: "under", value: String(only) }
    : null;
}

function partOf({ field, test, value }: ConditionRow): Condition | null {
  const known = fieldNamed(field);
  if (!known) return null;
  const operand: Operand = { kind: "field", name: field };
  if (test === "is missing") return { kind: "missing", field };
  if (test === "is known") return contrary({ kind: "missing", field });
  if (value === "") return null;
  const list = { kind: "list", name: value } as const;
  switch (test) {
    case "in list":
      return { kind: "in", value: operand, among: list };
    case "not in list":
      return contrary({ kind: "in", value: operand, among: list });
    case "under list":
      return { kind: "under", value: operand, among: list };
    case "under":
      return { kind: "under", value: operand, among: { kind: "values", values: [value] } };
    case "starts with":
      return { kind: "starts", value: operand, text: value };
    default:
      return comparedPart(test as Comparator, known.type, operand, value);
  }
}

function comparedPart(
  operator: Comparator,
  type: "text" | "number" | "boolean" | "date",
  left: Extract<Operand, { kind: "field" }>,
  value: string,
): Condition | null {
  if (type === "boolean") {
    const holds: Condition = { kind: "holds", field: left.name };
    return (value === "true") === (operator === "=") ? holds : contrary(holds);
  }
  const literal = type === "number" ? numberOf(value) : value;
  return literal === null ? null : { kind: "compare", operator, left, right: { kind: "literal", value: literal } };
}

function numberOf(value: string): number | null {
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(value.trim()) ? Number(value) : null;
}

/** The tests that a row may ask of a field, by its type. */
export function testsOf(field: string): readonly string[] {
  switch (fieldNamed(field)?.type) {
    case "number":
    case "date":
      return ["<", "<=", ">", ">=", "=", "!=", "is missing", "is known"];
    case "boolean":
      return ["=", "is missing", "is known"];
    default:
      return field === "commodityCode"
        ? ["under", "under list", "=", "!=", "in list", "not in list", "starts with", "is missing", "is known"]
        : ["=", "!=", "in list", "not in list", "under", "under list", "starts with", "is missing", "is known"];
  }
}
