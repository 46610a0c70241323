import { isLocalDate } from "../shared/local-date";
import type { Among, Comparator, ExpressionFault, Operand } from "./expression";
import { type FieldType, fieldNamed } from "./subject-fields";
import { fault, type Token } from "./tokens";

/** An operand with what it holds, and where it stands. */
export interface TypedOperand {
  readonly operand: Operand;
  readonly type: FieldType;
  readonly token: Token;
}

/** The type of a literal or a field. */
export function typeOfOperand(operand: Operand, token: Token): TypedOperand {
  if (operand.kind === "field") return { operand, token, type: fieldNamed(operand.name)?.type ?? "text" };
  if (operand.kind !== "literal") return { operand, token, type: "number" };
  const { value } = operand;
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
  return { operand, token, type };
}

/** What is wrong with an operand that must be of a type; null where nothing is. */
export function checkOfType({ type, token }: TypedOperand, wanted: FieldType): ExpressionFault | null {
  return type === wanted ? null : fault("type_mismatch", token, wanted);
}

/** What is wrong with two operands that are compared; a date is compared with a text that is one. */
export function checkComparable(
  comparator: Comparator,
  left: TypedOperand,
  right: TypedOperand,
): ExpressionFault | null {
  const day = left.type === "date" ? right : right.type === "date" ? left : null;
  if (day) return checkDate(day);
  if (left.type !== right.type) return fault("type_mismatch", right.token, left.type);
  const isOrdered = left.type === "number" || comparator === "=" || comparator === "!=";
  return isOrdered ? null : fault("type_mismatch", right.token, "number, date");
}

function checkDate({ operand, type, token }: TypedOperand): ExpressionFault | null {
  if (type === "date") return null;
  if (operand.kind !== "literal" || typeof operand.value !== "string") return fault("type_mismatch", token, "date");
  return isLocalDate(operand.value) ? null : fault("date_malformed", token, "YYYY-MM-DD");
}

/** What is wrong with the codes under which another may lie; a list is checked where it is kept. */
export function checkUnder(among: Among, token: Token): ExpressionFault | null {
  if (among.kind === "list") return null;
  const wrong = among.values.find((value) => !/^\d{2,13}$/.test(String(value)));
  return wrong === undefined ? null : fault("code_malformed", { ...token, value: String(wrong) }, "2–13");
}
