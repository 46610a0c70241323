import { fault, type MessageFault } from "@/domain/message/fault";
import type { FieldRule, FormRules, PlainValues } from "@/domain/message/field";
import type { LocalDate } from "@/domain/shared/local-date";
import { fromWireTime, toWireTime } from "../local-time";
import type { CebCodes } from "./codes";
import { ACTION_CODES, type Elements, SUBMISSION_CODES } from "./forms";

/** Where a value stands, for faults, and the codes of the day that its message was sent. */
export interface Place {
  readonly form: string;
  readonly at: string;
  readonly day: LocalDate;
  readonly codes: CebCodes;
}

/** Fields whose words are numbers on the wire. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  action: ACTION_CODES,
  submission: SUBMISSION_CODES,
};

/** A value as the wire has it, or why it has none. */
export function toWire(field: string, rule: FieldRule, value: string, place: Place): string | MessageFault {
  const words = WORDS[field];
  if (words) return words[value] ?? unmapped(field, value, place);
  switch (rule.kind) {
    case "country":
    case "currency":
    case "unit":
      return place.codes.toWire(rule.kind, value, place.day) ?? unmapped(field, value, place);
    case "second":
    case "instant":
      return toWireTime(value);
    case "day":
      return value.replace(/-/g, "");
    default:
      return value;
  }
}

/** What the wire says, or why it cannot be understood. */
export function fromWire(field: string, rule: FieldRule, wire: string, place: Place): string | MessageFault {
  const words = WORDS[field];
  if (words) {
    const [word] = Object.entries(words).find(([, code]) => code === wire) ?? [];
    return word ?? unmapped(field, wire, place);
  }
  switch (rule.kind) {
    case "country":
    case "currency":
    case "unit":
      return place.codes.fromWire(rule.kind, wire, place.day) ?? unmapped(field, wire, place);
    case "second":
      return fromWireTime(wire, 14) ?? wrongTime(field, wire, place, "YYYYMMDDhhmmss");
    case "instant":
      return fromWireTime(wire, 17) ?? wrongTime(field, wire, place, "YYYYMMDDhhmmssSSS");
    case "day":
      return wire.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
    case "decimal":
      return plainDecimal(wire);
    default:
      return rule.pattern?.source.includes("[0-9A-F]{8}") ? wire.toUpperCase() : wire;
  }
}

/** The single window writes `1.50` and `0.0`; what is no decimal stays as it is and is refused by its rule. */
function plainDecimal(wire: string): string {
  if (!/^\d+(\.\d+)?$/.test(wire)) return wire;
  const whole = wire.replace(/^0+(?=\d)/, "");
  return whole.includes(".") ? whole.replace(/\.?0+$/, "") : whole;
}

function unmapped(field: string, value: string, place: Place): MessageFault {
  return fault("unmapped_code", place.form, `${place.at}${field}`, { value });
}

function wrongTime(field: string, value: string, place: Place, expected: string): MessageFault {
  return fault("not_an_instant", place.form, `${place.at}${field}`, { value, expected });
}

/** The elements of a form in their order; elements without a value are there and empty, as the wire has them. */
export function renderElements(
  elements: Elements,
  rules: FormRules,
  values: PlainValues,
  place: Place,
): { readonly parts: readonly (readonly [string, string])[]; readonly faults: readonly MessageFault[] } {
  const written = elements.map(([element, field]) => {
    const [rule, value] = [rules[field], values[field] ?? null];
    return [element, rule && value !== null ? toWire(field, rule, value, place) : ""] as const;
  });
  return {
    parts: written.map(([element, wire]) => [element, typeof wire === "string" ? wire : ""] as const),
    faults: written.flatMap(([, wire]) => (typeof wire === "string" ? [] : [wire])),
  };
}
