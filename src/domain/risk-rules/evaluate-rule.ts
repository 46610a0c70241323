import type { Among, Comparator, Condition, Leaf, Operand } from "./expression";
import { fieldsOfLeaf, LIMITS } from "./expression";
import { printRule } from "./print-rule";

/** A value of a subject; null where it was not known. */
export type SubjectValue = string | number | boolean | null;
export type Subject = Readonly<Record<string, SubjectValue>>;
/** Named lists, by name. */
export type Lists = ReadonlyMap<string, ReadonlySet<string>>;

/** A fact that made a rule hit: the field, what it was, and the comparison in which it stood. */
export interface HitReason {
  readonly field: string;
  readonly value: SubjectValue;
  readonly comparison: string;
}

export interface Evaluation {
  /** Whether the condition is true. What is not known is neither true nor false, and does not hit. */
  readonly hit: boolean;
  /** The facts that made it hit; none where it did not. */
  readonly reasons: readonly HitReason[];
  /** The fields that were asked and not known. */
  readonly missing: readonly string[];
  /** Why it could not be evaluated; null where it was. */
  readonly fault: { readonly kind: "list_unknown" | "too_many_steps"; readonly name: string } | null;
}

/** What a condition comes to, with the facts that decide it. */
interface Truth {
  readonly is: boolean | null;
  readonly reasons: readonly HitReason[];
}

interface Course {
  readonly subject: Subject;
  readonly lists: Lists;
  readonly missing: Set<string>;
  readonly isDenied: boolean;
  steps: number;
}

class Halt extends Error {
  constructor(readonly fault: NonNullable<Evaluation["fault"]>) {
    super(fault.kind);
  }
}

/** Whether a subject is hit, and by which of its facts. It ends: every step is counted, and none is repeated. */
export function evaluateRule(condition: Condition, subject: Subject, lists: Lists): Evaluation {
  const course: Course = { subject, lists, missing: new Set(), isDenied: false, steps: 0 };
  try {
    const { is, reasons } = truthOf(condition, course, false);
    const hit = is === true;
    return { hit, reasons: hit ? distinct(reasons) : [], missing: [...course.missing], fault: null };
  } catch (error) {
    if (error instanceof Halt) return { hit: false, reasons: [], missing: [...course.missing], fault: error.fault };
    throw error;
  }
}

function truthOf(condition: Condition, course: Course, isDenied: boolean): Truth {
  step(course);
  switch (condition.kind) {
    case "all":
    case "any":
      return joinedTruth(
        condition.kind,
        condition.parts.map((part) => truthOf(part, course, isDenied)),
      );
    case "not": {
      const { is, reasons } = truthOf(condition.part, course, !isDenied);
      return { is: is === null ? null : !is, reasons };
    }
    default:
      return leafTruth(condition, course, isDenied);
  }
}

/** One false part decides a conjunction, one true part a disjunction; else all parts decide together. */
function joinedTruth(kind: "all" | "any", truths: readonly Truth[]): Truth {
  const decisive = kind === "any";
  const deciding = truths.filter((truth) => truth.is === decisive);
  if (deciding.length > 0) return { is: decisive, reasons: deciding.flatMap((truth) => truth.reasons) };
  if (truths.some((truth) => truth.is === null)) return { is: null, reasons: [] };
  return { is: !decisive, reasons: truths.flatMap((truth) => truth.reasons) };
}

function leafTruth(leaf: Leaf, course: Course, isDenied: boolean): Truth {
  const is = decided(leaf, course);
  const fields = fieldsOfLeaf(leaf);
  if (is === null) {
    for (const field of fields) if (known(course, field) === null) course.missing.add(field);
    return { is, reasons: [] };
  }
  const comparison = printRule(isDenied ? { kind: "not", part: leaf } : leaf);
  return { is, reasons: fields.map((field) => ({ field, value: known(course, field), comparison })) };
}

function decided(leaf: Leaf, course: Course): boolean | null {
  switch (leaf.kind) {
    case "missing":
      return known(course, leaf.field) === null;
    case "holds": {
      const value = known(course, leaf.field);
      return typeof value === "boolean" ? value : null;
    }
    case "compare":
      return compared(leaf.operator, valueIn(leaf.left, course), valueIn(leaf.right, course));
    case "between":
      return between(valueIn(leaf.value, course), valueIn(leaf.low, course), valueIn(leaf.high, course));
    case "starts": {
      const value = valueIn(leaf.value, course);
      return typeof value === "string" ? value.startsWith(leaf.text) : null;
    }
    case "in": {
      const value = valueIn(leaf.value, course);
      return value === null ? null : isAmong(value, leaf.among, course);
    }
    case "under": {
      const value = valueIn(leaf.value, course);
      return typeof value === "string" ? isUnder(value, leaf.among, course) : null;
    }
  }
}

function between(value: SubjectValue, low: SubjectValue, high: SubjectValue): boolean | null {
  const above = compared(">=", value, low);
  const below = compared("<=", value, high);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

function isAmong(value: string | number | boolean, among: Among, course: Course): boolean {
  if (among.kind === "list") return listOf(among.name, course).has(String(value));
  step(course, among.values.length);
  return among.values.some((each) => each === value);
}

/** Whether a commodity code lies under one of these, which are codes or beginnings of codes. */
function isUnder(code: string, among: Among, course: Course): boolean {
  if (among.kind === "values") {
    step(course, among.values.length);
    return among.values.some((each) => code.startsWith(String(each)));
  }
  const list = listOf(among.name, course);
  const longest = Math.min(code.length, 20);
  step(course, longest);
  for (let digits = 2; digits <= longest; digits += 1) if (list.has(code.slice(0, digits))) return true;
  return false;
}

function listOf(name: string, { lists }: Course): ReadonlySet<string> {
  const list = lists.get(name);
  if (!list) throw new Halt({ kind: "list_unknown", name });
  return list;
}

function compared(operator: Comparator, left: SubjectValue, right: SubjectValue): boolean | null {
  if (left === null || right === null || typeof left !== typeof right) return null;
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** The value of an operand; null where a part is not known, and for a division by zero. */
function valueIn(operand: Operand, course: Course): SubjectValue {
  step(course);
  switch (operand.kind) {
    case "literal":
      return operand.value;
    case "field":
      return known(course, operand.name);
    case "minus": {
      const part = valueIn(operand.part, course);
      return typeof part === "number" ? -part : null;
    }
    case "sum": {
      const left = valueIn(operand.left, course);
      const right = valueIn(operand.right, course);
      return typeof left === "number" && typeof right === "number" ? calculated(operand.operator, left, right) : null;
    }
  }
}

function calculated(operator: "+" | "-" | "*" | "/", left: number, right: number): number | null {
  const value =
    operator === "+" ? left + right : operator === "-" ? left - right : operator === "*" ? left * right : left / right;
  return Number.isFinite(value) ? value : null;
}

/** What the subject says of a field. An empty text says nothing. */
function known({ subject }: Course, field: string): SubjectValue {
  const value = Object.hasOwn(subject, field) ? subject[field] : null;
  return value === undefined || value === "" ? null : value;
}

function step(course: Course, steps = 1): void {
  course.steps += steps;
  if (course.steps > LIMITS.steps) throw new Halt({ kind: "too_many_steps", name: String(LIMITS.steps) });
}

function distinct(reasons: readonly HitReason[]): readonly HitReason[] {
  const seen = new Map(reasons.map((reason) => [`${reason.field} ${reason.comparison}`, reason]));
  return [...seen.values()];
}
