import { err, ok, type Result } from "../shared/result";
import {
  type Among,
  COMPARATORS,
  type Condition,
  contrary,
  type ExpressionFault,
  joined,
  LIMITS,
  type Operand,
} from "./expression";
import { fieldNamed, nearestField } from "./subject-fields";
import { fault, type Token, tokensOf } from "./tokens";
import { checkComparable, checkOfType, checkUnder, type TypedOperand, typeOfOperand } from "./types-of-operands";

const RESERVED = ["and", "or", "not", "in", "list", "startsWith", "under", "between", "is", "missing", "true", "false"];

/**
 * Reads the text of a rule: a recursive descent over `or`, `and`, `not`, comparisons and arithmetic, with every operand
 * checked for its type. The first fault is given with its place.
 */
export function parseRule(text: string): Result<Condition, ExpressionFault> {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const [first] = tokens.value;
  if (!first || first.kind === "end") return err(fault("empty", { at: 0, length: 0, value: "" }, ""));
  try {
    return ok(new Parser(tokens.value).whole());
  } catch (error) {
    if (error instanceof Stop) return err(error.fault);
    throw error;
  }
}

/** Carries the first fault out of the descent. */
class Stop extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.kind);
  }
}

class Parser {
  private place = 0;
  private depth = 0;
  private parts = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Condition {
    const condition = this.any();
    if (this.next.kind !== "end") this.stop("expected", this.next, "and, or");
    return condition;
  }

  private get next(): Token {
    return this.tokens[Math.min(this.place, this.tokens.length - 1)] ?? { kind: "end", value: "", at: 0, length: 0 };
  }

  private stop(kind: ExpressionFault["kind"], token: Token, expected: string, nearest: string | null = null): never {
    throw new Stop(fault(kind, token, expected, nearest));
  }

  private is(value: string): boolean {
    return (this.next.kind === "word" || this.next.kind === "sign") && this.next.value === value;
  }

  private take(value: string): boolean {
    if (!this.is(value)) return false;
    this.place += 1;
    return true;
  }

  private need(value: string): void {
    if (!this.take(value)) this.stop("expected", this.next, value);
  }

  /** Counts a part, so that no text makes more work than is allowed. */
  private count(): void {
    this.parts += 1;
    if (this.parts > LIMITS.parts) this.stop("too_many_parts", this.next, String(LIMITS.parts));
  }

  private deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > LIMITS.depth) this.stop("too_deep", this.next, String(LIMITS.depth));
    const value = read();
    this.depth -= 1;
    return value;
  }

  private any(): Condition {
    const parts = [this.all()];
    while (this.take("or")) parts.push(this.all());
    return joined("any", parts);
  }

  private all(): Condition {
    const parts = [this.denied()];
    while (this.take("and")) parts.push(this.denied());
    return joined("all", parts);
  }

  private denied(): Condition {
    this.count();
    return this.take("not") ? this.deeper(() => contrary(this.denied())) : this.comparison();
  }

  /** Whether the parenthesis here holds a condition, or a number that is only put together. */
  private opensCondition(): boolean {
    if (!this.is("(")) return false;
    let open = 0;
    for (let at = this.place; at < this.tokens.length; at += 1) {
      const { kind, value } = this.tokens[at] ?? this.next;
      if (kind === "sign" && value === "(") open += 1;
      if (kind === "sign" && value === ")") open -= 1;
      if (open === 0) {
        const after = this.tokens[at + 1];
        return !(after?.kind === "sign" && "+-*/<=>=!=".includes(after.value)) && !isOperatorWord(after);
      }
    }
    return true;
  }

  private comparison(): Condition {
    if (this.opensCondition()) {
      this.place += 1;
      const inner = this.deeper(() => this.any());
      this.need(")");
      return inner;
    }
    const left = this.sum();
    const comparator = COMPARATORS.find((each) => this.is(each));
    if (comparator) {
      this.place += 1;
      const right = this.sum();
      this.check(checkComparable(comparator, left, right));
      return { kind: "compare", operator: comparator, left: left.operand, right: right.operand };
    }
    return this.tested(left);
  }

  private tested(left: TypedOperand): Condition {
    if (this.take("is")) {
      const isDenied = this.take("not");
      this.need("missing");
      if (left.operand.kind !== "field") this.stop("type_mismatch", left.token, "field");
      const condition: Condition = { kind: "missing", field: left.operand.name };
      return isDenied ? contrary(condition) : condition;
    }
    const isDenied = this.take("not");
    const condition = this.membership(left);
    if (condition) return isDenied ? contrary(condition) : condition;
    if (isDenied) this.stop("expected", this.next, "in, under, startsWith, between");
    if (left.operand.kind !== "field" || left.type !== "boolean")
      this.stop("not_a_condition", left.token, "=, !=, <, <=, >, >=, in, under, startsWith, between, is missing");
    return { kind: "holds", field: left.operand.name };
  }

  private membership(left: TypedOperand): Condition | null {
    const value = left.operand;
    if (this.take("between")) {
      const low = this.sum();
      this.need("and");
      const high = this.sum();
      this.check(checkComparable(">=", left, low) ?? checkComparable("<=", left, high));
      return { kind: "between", value, low: low.operand, high: high.operand };
    }
    if (this.take("startsWith")) {
      this.check(checkOfType(left, "text"));
      const text = this.next;
      if (text.kind !== "text") this.stop("expected", text, '"…"');
      this.place += 1;
      return { kind: "starts", value, text: text.value };
    }
    if (this.take("under")) {
      this.check(checkOfType(left, "text"));
      const token = this.next;
      const among = token.kind === "text" ? this.single() : this.among(left);
      this.check(checkUnder(among, token));
      return { kind: "under", value, among };
    }
    if (!this.take("in")) return null;
    if (left.type === "boolean") this.stop("type_mismatch", left.token, "text, number");
    return { kind: "in", value, among: this.among(left) };
  }

  private single(): Among {
    const { value } = this.next;
    this.place += 1;
    return { kind: "values", values: [value] };
  }

  private among(left: TypedOperand): Among {
    if (this.take("list")) {
      this.need("(");
      const name = this.next;
      if (name.kind !== "text") this.stop("expected", name, '"…"');
      this.place += 1;
      this.need(")");
      return { kind: "list", name: name.value };
    }
    if (!this.take("(")) this.stop("expected", this.next, '(, list("…")');
    const values: (string | number)[] = [];
    do {
      const value = this.signed();
      this.check(checkComparable("=", left, value));
      if (value.operand.kind === "literal" && typeof value.operand.value !== "boolean")
        values.push(value.operand.value);
      if (values.length > LIMITS.valuesInPlace) this.stop("too_many_values", value.token, String(LIMITS.valuesInPlace));
    } while (this.take(","));
    this.need(")");
    return { kind: "values", values };
  }

  /** A text or a number that is written in place. */
  private signed(): TypedOperand {
    const token = this.next;
    const value = this.factor();
    if (value.operand.kind !== "literal" || typeof value.operand.value === "boolean")
      this.stop("expected", token, '"…", 1');
    return value;
  }

  private sum(): TypedOperand {
    return this.arithmetic(["+", "-"], () => this.arithmetic(["*", "/"], () => this.factor()));
  }

  private arithmetic(operators: readonly ("+" | "-" | "*" | "/")[], read: () => TypedOperand): TypedOperand {
    let left = read();
    for (;;) {
      const operator = operators.find((each) => this.is(each));
      if (!operator) return left;
      this.place += 1;
      this.count();
      const right = read();
      this.check(checkOfType(left, "number") ?? checkOfType(right, "number"));
      const operand: Operand = { kind: "sum", operator, left: left.operand, right: right.operand };
      left = { operand, type: "number", token: left.token };
    }
  }

  private factor(): TypedOperand {
    const token = this.next;
    this.count();
    if (this.take("-")) {
      const part = this.deeper(() => this.factor());
      this.check(checkOfType(part, "number"));
      return { operand: negated(part.operand), type: "number", token };
    }
    if (this.take("(")) {
      const inner = this.deeper(() => this.sum());
      this.need(")");
      return inner;
    }
    this.place += 1;
    if (token.kind === "number") return typeOfOperand({ kind: "literal", value: Number(token.value) }, token);
    if (token.kind === "text") return typeOfOperand({ kind: "literal", value: token.value }, token);
    if (token.kind !== "word") this.stop("expected", token, 'field, 1, "…", (');
    if (token.value === "true" || token.value === "false")
      return typeOfOperand({ kind: "literal", value: token.value === "true" }, token);
    if (RESERVED.includes(token.value)) this.stop("expected", token, 'field, 1, "…", (');
    if (!fieldNamed(token.value)) this.stop("field_unknown", token, "field", nearestField(token.value));
    return typeOfOperand({ kind: "field", name: token.value }, token);
  }

  private check(found: ExpressionFault | null): void {
    if (found) throw new Stop(found);
  }
}

function isOperatorWord(token: Token | undefined): boolean {
  return token?.kind === "word" && ["in", "under", "startsWith", "between", "is", "not"].includes(token.value);
}

/** The number with the other sign; a number that is written out takes it in. */
function negated(operand: Operand): Operand {
  if (operand.kind === "literal" && typeof operand.value === "number")
    return { kind: "literal", value: 0 - operand.value };
  return operand.kind === "minus" ? operand.part : { kind: "minus", part: operand };
}
