/** Letters, digits and the marks between them, as authorities number their papers. */
const FORM = /^[\p{L}\d][\p{L}\d\-/. ]{0,199}$/u;
/** A resident identity number. */
const IDENTITY = /\d{17}[\dX]/i;
/** A part of a number holds a digit, or is the short code of whoever issues it: "CCC", "GACC". */
const PART = /\d|^[A-Z]{1,5}$|^No\.$/;

/**
 * Whether a text is the number of a paper and nothing else. It stands in lists and in the evidence for good, so neither
 * a name nor a person's number passes.
 */
export function isPaperNumber(text: string): boolean {
  if (!FORM.test(text) || !/\d/.test(text) || IDENTITY.test(text.replace(/[^\dA-Z]/gi, ""))) return false;
  return text.split(/[\s/-]+/).every((part) => part === "" || PART.test(part));
}
