import { parseDecimal } from "../shared/decimal";
import { isLocalDate } from "../shared/local-date";
import { type FaultCode, fault, type MessageFault } from "./fault";

/**
 * What a field holds. `second` and `instant` are times of UTC to the second and to the millisecond; `country` and
 * `currency` are ISO 3166 (two letters) and ISO 4217; `unit` is a code of UN/ECE Recommendation 20 or 21, or `CN-` with
 * the number of China's customs for a unit that only they count in.
 */
export type FieldKind =
  | "text"
  | "digits"
  | "decimal"
  | "second"
  | "instant"
  | "day"
  | "country"
  | "currency"
  | "unit"
  | "code";

/** The rule of one field of a form. */
export interface FieldRule<R extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly isRequired: R;
  /** The most characters of a text; of a decimal the most digits. */
  readonly max: number;
  /** The most digits after the point of a decimal. */
  readonly fraction: number;
  /** The only values that may stand here; null for any. */
  readonly codes: readonly string[] | null;
  readonly pattern: RegExp | null;
}

export type FormRules = Readonly<Record<string, FieldRule>>;

/** The values of a form: what is required is there, the rest may be null. */
export type ValuesOf<F extends FormRules> = {
  readonly [K in keyof F]: F[K] extends FieldRule<true> ? string : string | null;
};

/** Values as codecs handle them, which know fields by their names. */
export type PlainValues = Readonly<Record<string, string | null>>;

type Given = Partial<Pick<FieldRule, "fraction" | "codes" | "pattern">>;

/** A field that the form demands. */
export function must(kind: FieldKind, max: number, given: Given = {}): FieldRule<true> {
  return { kind, isRequired: true, max, fraction: 0, codes: null, pattern: null, ...given };
}

/** A field that may be left out. */
export function may(kind: FieldKind, max: number, given: Given = {}): FieldRule<false> {
  return { kind, isRequired: false, max, fraction: 0, codes: null, pattern: null, ...given };
}

/** A field whose value is one of a list. */
export function oneOf(codes: readonly string[]): FieldRule<true> {
  return must("code", Math.max(...codes.map((each) => each.length)), { codes });
}

/**
 * What is wrong with the values of a form, in the order of its fields.
 *
 * @param from the declared field, or the fact beside the declaration, that each field comes from
 */
export function checkForm(
  form: string,
  rules: FormRules,
  values: PlainValues,
  at = "",
  from: Readonly<Record<string, string>> = {},
): readonly MessageFault[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const value = values[name] ?? null;
    const found = value === null ? missing(rule) : whatIsWrong(rule, value);
    if (!found) return [];
    const [code, expected] = found;
    return [fault(code, form, `${at}${name}`, { from: from[name] ?? null, value, expected })];
  });
}

type Wrong = readonly [code: FaultCode, expected: string | null];

function missing(rule: FieldRule): Wrong | null {
  return rule.isRequired ? ["required", null] : null;
}

function whatIsWrong(rule: FieldRule, value: string): Wrong | null {
  if (value === "") return ["required", null];
  if (!isPlainText(value)) return ["control_character", null];
  if (rule.codes && !rule.codes.includes(value)) return ["not_in_list", rule.codes.join(", ")];
  if (rule.kind === "decimal") return decimalFault(rule, value);
  if ([...value].length > rule.max) return ["too_long", String(rule.max)];
  const wrong = OF_KIND[rule.kind]?.(value);
  if (wrong) return wrong;
  return rule.pattern && !rule.pattern.test(value) ? ["wrong_form", rule.pattern.source] : null;
}

const OF_KIND: Partial<Record<FieldKind, (value: string) => Wrong | null>> = {
  digits: (value) => (/^\d+$/.test(value) ? null : ["not_digits", null]),
  second: (value) => (isTime(value, ".000Z") ? null : ["not_an_instant", "YYYY-MM-DDThh:mm:ssZ"]),
  instant: (value) => (isTime(value, "Z") ? null : ["not_an_instant", "YYYY-MM-DDThh:mm:ss.sssZ"]),
  day: (value) => (isLocalDate(value) ? null : ["not_a_day", "YYYY-MM-DD"]),
  country: (value) => (/^[A-Z]{2}$/.test(value) ? null : ["wrong_form", "ISO 3166, two letters"]),
  unit: (value) => (/^([A-Z0-9]{2,3}|CN-\d{3})$/.test(value) ? null : ["wrong_form", "UN/ECE Recommendation 20 or 21"]),
  currency: (value) => (/^[A-Z]{3}$/.test(value) ? null : ["wrong_form", "ISO 4217, three letters"]),
};

/** Whether it is the one way to write that time of UTC; `ending` is what stands in for the end of the full form. */
function isTime(value: string, ending: string): boolean {
  const full = value.endsWith("Z") ? `${value.slice(0, -1)}${ending}` : value;
  const at = Date.parse(full);
  return !Number.isNaN(at) && new Date(at).toISOString() === full;
}

/** Decimals are written in one way only, so that equal amounts are equal texts and no amount is rounded on its way. */
function decimalFault(rule: FieldRule, value: string): Wrong | null {
  const parsed = parseDecimal(value);
  if (!parsed.ok || !/^(0|[1-9]\d*)(\.\d+)?$/.test(value)) return ["not_decimal", null];
  const digits = value.replace(/^0\.|\./, "").length;
  if (parsed.value.scale > rule.fraction || digits > rule.max)
    return ["too_many_digits", `${rule.max},${rule.fraction}`];
  return null;
}

/** Whether every standard can carry it unchanged: no control characters, no half characters, no blanks at its ends. */
function isPlainText(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  return !/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|^\s|\s$/.test(
    value,
  );
}
