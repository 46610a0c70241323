import { SEVERAL } from "@/domain/extraction/field";
import { kindOf, parseField } from "@/domain/extraction/parse-field";
import type { Value } from "./paper";

/** Figures as printed have two decimals, or as many as a weight has; this is below what any of them says. */
const CENT = 0.005;
/** Of descriptions, which are long and broken over lines, so large a share has to agree. */
const ALIKE = 0.9;

/** Whether a reading says what the truth says: one of its accepted forms, or all of a set and nothing else. */
export function isRight(name: string, truth: Value, read: Value): boolean {
  if (SEVERAL.includes(name)) {
    const [wanted, found] = [members(name, truth), members(name, read)];
    return wanted.size === found.size && [...wanted].every((each) => found.has(each));
  }
  const [said] = forms(read);
  return said !== undefined && forms(truth).some((form) => isSame(name, form, said));
}

function isSame(name: string, truth: string | number, read: string | number): boolean {
  const kind = kindOf(name);
  if (kind === "decimal" || kind === "integer") {
    const [wanted, found] = [figure(truth), figure(read)];
    return wanted !== null && found !== null && Math.abs(wanted - found) <= Math.max(CENT, Math.abs(wanted) * 1e-6);
  }
  if (name === "description") return likeness(bare(truth), bare(read)) >= ALIKE;
  return kind === "text" ? bare(truth) === bare(read) : canonical(name, truth) === canonical(name, read);
}

function forms(value: Value): readonly (string | number)[] {
  return typeof value === "object" ? value : [value];
}

function members(name: string, value: Value): ReadonlySet<string> {
  const plain = name === "hs_codes" ? (each: string) => each.replace(/\D/g, "") : bare;
  return new Set(forms(value).map((each) => plain(String(each))));
}

function figure(value: string | number): number | null {
  if (typeof value === "number") return value;
  const parsed = parseField("total", value);
  return parsed === null ? null : Number(parsed);
}

/** Codes, dates and countries as the product writes them, however the other side wrote them. */
function canonical(name: string, value: string | number): string {
  return bare(parseField(name, String(value)) ?? value);
}

/** Letters and figures alone: case, blanks, marks and accents are no difference. */
export function bare(value: string | number): string {
  return String(value)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıİ]/g, "I")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Which share of the longer text need not be changed to make it the other, 0 to 1. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return 1 - (before[b.length] ?? 0) / longest;
}
