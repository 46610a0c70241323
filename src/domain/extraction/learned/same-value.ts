import { compare, parseDecimal } from "../../shared/decimal";
import { FIELD_KIND, type HeaderField, type LineField } from "../field";
import { squeeze } from "../fold";

/** Whether two canonical values of a field say the same: figures by what they count, words without case and points. */
export function isSameValue(name: HeaderField | LineField, a: string, b: string): boolean {
  if (a === b) return true;
  const kind = FIELD_KIND[name];
  if (kind === "decimal" || kind === "integer") {
    const [first, second] = [parseDecimal(a), parseDecimal(b)];
    return first.ok && second.ok && compare(first.value, second.value) === 0;
  }
  return kind === "text" && squeeze(a) !== "" && squeeze(a) === squeeze(b);
}
