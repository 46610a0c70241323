import type { Failure } from "@/contracts/problem";
import type { FieldKind } from "@/domain/extraction/field";
import { kindOf } from "@/domain/extraction/parse-field";
import { parseDecimal } from "@/domain/shared/decimal";
import { isLocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";

const FORMS: Readonly<Record<FieldKind, (value: string) => boolean>> = {
  text: (value) => /[\p{L}\p{N}]/u.test(value) && value.length <= 2_000,
  date: isLocalDate,
  decimal: (value) => parseDecimal(value).ok,
  integer: (value) => /^\d{1,9}$/.test(value),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  country: (value) => /^[A-Z]{2}$/.test(value),
  incoterm: (value) => /^[A-Z]{3}$/.test(value),
  commodity_code: (value) => /^\d{6}(?:\d{2}|\d{4,7})?$/.test(value),
};

/** Whether a value is written as its field's kind is; `pointer` says where it stands in the request. */
export function checkForm(name: string, value: string, pointer = "/value"): Result<void, Failure> {
  const kind = kindOf(name);
  return FORMS[kind](value) ? ok(undefined) : err({ kind: "invalid_input", pointer, fault: `form_${kind}` });
}
