import type { Among, Condition, Leaf, Operand } from "./expression";

/** The one text of a condition: `parseRule(printRule(condition))` is the condition. */
export function printRule(condition: Condition): string {
  switch (condition.kind) {
    case "any":
      return condition.parts.map(printRule).join(" or ");
    case "all":
      return condition.parts
        .map((part) => (part.kind === "any" ? `(${printRule(part)})` : printRule(part)))
        .join(" and ");
    case "not":
      return printContrary(condition.part);
    default:
      return printLeaf(condition, false);
  }
}

function printContrary(part: Condition): string {
  if (part.kind === "all" || part.kind === "any") return `not (${printRule(part)})`;
  if (part.kind === "not") return `not ${printRule(part)}`;
  return part.kind === "compare" || part.kind === "holds" ? `not ${printLeaf(part, false)}` : printLeaf(part, true);
}

function printLeaf(leaf: Leaf, isDenied: boolean): string {
  const no = isDenied ? "not " : "";
  switch (leaf.kind) {
    case "holds":
      return leaf.field;
    case "missing":
      return `${leaf.field} is ${no}missing`;
    case "compare":
      return `${printOperand(leaf.left)} ${leaf.operator} ${printOperand(leaf.right)}`;
    case "between":
      return `${printOperand(leaf.value)} ${no}between ${printOperand(leaf.low)} and ${printOperand(leaf.high)}`;
    case "starts":
      return `${printOperand(leaf.value)} ${no}startsWith ${quoted(leaf.text)}`;
    case "in":
      return `${printOperand(leaf.value)} ${no}in ${printAmong(leaf.among)}`;
    case "under":
      return `${printOperand(leaf.value)} ${no}under ${printCodes(leaf.among)}`;
  }
}

function printCodes(among: Among): string {
  const [only] = among.kind === "values" && among.values.length === 1 ? among.values : [];
  return only === undefined ? printAmong(among) : printValue(only);
}

function printAmong(among: Among): string {
  return among.kind === "list" ? `list(${quoted(among.name)})` : `(${among.values.map(printValue).join(", ")})`;
}

const RANK = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;

function rankOf(operand: Operand): number {
  return operand.kind === "sum" ? RANK[operand.operator] : 3;
}

function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case "literal":
      return printValue(operand.value);
    case "field":
      return operand.name;
    case "minus":
      return operand.part.kind === "sum" ? `-(${printOperand(operand.part)})` : `-${printOperand(operand.part)}`;
    case "sum": {
      const { operator, left, right } = operand;
      const rank = RANK[operator];
      const first = rankOf(left) < rank ? `(${printOperand(left)})` : printOperand(left);
      const second = rankOf(right) <= rank ? `(${printOperand(right)})` : printOperand(right);
      return `${first} ${operator} ${second}`;
    }
  }
}

function printValue(value: string | number | boolean): string {
  return typeof value === "string" ? quoted(value) : plain(value);
}

/** A number without an exponent, which the language does not know. */
function plain(value: number | boolean): string {
  const text = String(value);
  if (typeof value === "boolean" || !text.includes("e")) return text;
  return value.toFixed(20).replace(/\.?0+$/, "");
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
