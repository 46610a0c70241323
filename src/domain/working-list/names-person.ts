import { isIdentity } from "../three-documents/rules-people";

/** Every run of 18 characters that could be a resident identity number, overlapping ones too. */
const CANDIDATES = /(?=(\d{17}[\dX]))/g;

/**
 * Whether a text holds a resident identity number, with or without spaces and hyphens in it. Other papers of people have
 * no check character by which they could be told from any number.
 */
export function holdsIdentityNumber(text: string): boolean {
  const joined = text.replace(/[\s-]/g, "").toUpperCase();
  return [...joined.matchAll(CANDIDATES)].some(([, candidate = ""]) => isIdentity(candidate));
}
