/**
 * The parts of an expression of a rule. `all` and `any` hold two parts or more, and none of their own kind; `not` holds
 * no `not`. So every meaning has one shape, and what is printed parses to what it was.
 */
export type Condition =
  | { readonly kind: "all"; readonly parts: readonly Condition[] }
  | { readonly kind: "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "holds"; readonly field: string }
  | { readonly kind: "compare"; readonly operator: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "between"; readonly value: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: "in"; readonly value: Operand; readonly among: Among }
  | { readonly kind: "under"; readonly value: Operand; readonly among: Among }
  | { readonly kind: "starts"; readonly value: Operand; readonly text: string }
  | { readonly kind: "missing"; readonly field: string };

export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "sum"; readonly operator: Arithmetic; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "minus"; readonly part: Operand };

/** A named list, or values written in place. */
export type Among =
  | { readonly kind: "list"; readonly name: string }
  | { readonly kind: "values"; readonly values: readonly (string | number)[] };

export const COMPARATORS = ["=", "!=", "<=", ">=", "<", ">"] as const;
export type Comparator = (typeof COMPARATORS)[number];
export type Arithmetic = "+" | "-" | "*" | "/";

/** What keeps a rule from running away: it has no loops, and all of its parts are counted. */
export const LIMITS = {
  characters: 4_000,
  depth: 25,
  parts: 400,
  valuesInPlace: 200,
  listEntries: 50_000,
  steps: 10_000,
} as const;

/** Joins conditions: flat, and a single one is itself. */
export function joined(kind: "all" | "any", parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first] = flat;
  return flat.length === 1 && first ? first : { kind, parts: flat };
}

/** The contrary of a condition; of a contrary, the condition. */
export function contrary(part: Condition): Condition {
  return part.kind === "not" ? part.part : { kind: "not", part };
}

/** Every field that a condition asks, in the order of their first places. */
export function fieldsOf(condition: Condition): readonly string[] {
  return [...new Set(walk(condition).flatMap(fieldsOfLeaf))];
}

/** Every named list that a condition asks. */
export function listsOf(condition: Condition): readonly string[] {
  return [
    ...new Set(
      walk(condition).flatMap((leaf) =>
        (leaf.kind === "in" || leaf.kind === "under") && leaf.among.kind === "list" ? [leaf.among.name] : [],
      ),
    ),
  ];
}

/** A condition that asks fields itself. */
export type Leaf = Exclude<Condition, { kind: "all" } | { kind: "any" } | { kind: "not" }>;

function walk(condition: Condition): readonly Leaf[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.parts.flatMap(walk);
  return condition.kind === "not" ? walk(condition.part) : [condition];
}

/** The fields of one comparison. */
export function fieldsOfLeaf(leaf: Condition): readonly string[] {
  switch (leaf.kind) {
    case "all":
    case "any":
    case "not":
      return fieldsOf(leaf);
    case "holds":
    case "missing":
      return [leaf.field];
    case "compare":
      return [...fieldsOfOperand(leaf.left), ...fieldsOfOperand(leaf.right)];
    case "between":
      return [leaf.value, leaf.low, leaf.high].flatMap(fieldsOfOperand);
    default:
      return fieldsOfOperand(leaf.value);
  }
}

function fieldsOfOperand(operand: Operand): readonly string[] {
  if (operand.kind === "field") return [operand.name];
  if (operand.kind === "minus") return fieldsOfOperand(operand.part);
  return operand.kind === "sum" ? [...fieldsOfOperand(operand.left), ...fieldsOfOperand(operand.right)] : [];
}

/** What is wrong with the text of a rule, and where. */
export interface ExpressionFault {
  readonly kind:
    | "empty"
    | "too_long"
    | "too_deep"
    | "too_many_parts"
    | "too_many_values"
    | "unknown_character"
    | "text_unclosed"
    | "number_malformed"
    | "expected"
    | "field_unknown"
    | "type_mismatch"
    | "not_a_condition"
    | "code_malformed"
    | "date_malformed";
  /** Counted in characters from the beginning, which is 0. */
  readonly at: number;
  /** How many characters are meant; 0 for a place between two. */
  readonly length: number;
  /** What stands there. */
  readonly found: string;
  /** What could stand there: words and signs of the language, or a type. */
  readonly expected: string;
  /** The field that was probably meant. */
  readonly nearest: string | null;
}
