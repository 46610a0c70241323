/** What can be wrong with a message or with what is to become one. */
export const FAULT_CODES = [
  "required",
  "too_long",
  "control_character",
  "not_decimal",
  "too_many_digits",
  "not_digits",
  "not_an_instant",
  "not_a_day",
  "not_in_list",
  "wrong_form",
  "unreadable",
  "unsafe_xml",
  "truncated",
  "wrong_namespace",
  "unknown_message",
  "unknown_element",
  "repeated_element",
  "wrong_version",
  "wrong_count",
  "wrong_reference",
  "character_set",
  "unmapped_code",
  "no_place",
  "no_counterpart",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One thing that is wrong: in which form, at which field, from which declared field its value came, and the value. */
export interface MessageFault {
  readonly code: FaultCode;
  /** The form as its standard calls it, such as `CEB621`, or as we do where no standard is meant yet. */
  readonly form: string;
  /** The field, with the line before it: `lines/2/commodityCode`. */
  readonly field: string;
  /** The field of the declaration, or the fact beside it, that has to be mended; null when nothing declared is at fault. */
  readonly from: string | null;
  readonly value: string | null;
  /** What would do: a length, a list, a count. */
  readonly expected: string | null;
}

/** A fault in which only what is given is known. */
export function fault(
  code: FaultCode,
  form: string,
  field: string,
  given: Partial<Pick<MessageFault, "from" | "value" | "expected">> = {},
): MessageFault {
  return { code, form, field, from: null, value: null, expected: null, ...given };
}
