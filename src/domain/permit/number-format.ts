import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";

/** How the numbers of one kind of permit are written, since a day, by a source. */
export interface PermitFormat extends Validity {
  readonly id: string;
  /** The code of the requirement that permits of this kind meet. */
  readonly code: string;
  /** A regular expression for the whole number in its comparable form: capitals and digits without marks between them. */
  readonly pattern: string;
  readonly example: string;
  readonly citation: string;
}

/** Whether a number has the form of its kind; where no form is known, nothing is said about it. */
export type NumberStanding =
  | { readonly kind: "fits" | "not_known" }
  | { readonly kind: "differs"; readonly example: string; readonly citation: string };

/** The number without width, case, blanks, brackets and marks, so that one number written twice is one. */
export function comparableNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\d]/gu, "");
}

/** How the number stands to the forms that its kind had on the day it was issued. */
export function numberStanding(
  kind: string,
  number: string,
  formats: readonly PermitFormat[],
  issued: LocalDate,
): NumberStanding {
  const known = formats.filter((format) => format.code === kind && holdsOn(format, issued));
  const [first] = known;
  if (!first) return { kind: "not_known" };
  const text = comparableNumber(number);
  if (known.some(({ pattern }) => new RegExp(`^(?:${pattern})$`, "u").test(text))) return { kind: "fits" };
  return { kind: "differs", example: first.example, citation: first.citation };
}
