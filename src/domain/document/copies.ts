import { compare, parseDecimal } from "../shared/decimal";
import { type DocumentType, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "./document";

/** Why a document is taken for a copy: it is the same paper by its figures, or it says the same words. */
export const COPY_REASONS = ["same_figures", "same_words"] as const;

/** Why a document is taken for a copy of another. */
export interface CopyReason {
  readonly reason: (typeof COPY_REASONS)[number];
  /** The number that both bear, or which share of the words both say, in per cent. */
  readonly value: string;
}

/** What of a document is compared. */
export interface Comparable {
  readonly id: string;
  readonly type: DocumentType | null;
  /** Header values by their names. */
  readonly values: ReadonlyMap<string, string>;
  /** How much of its words another one says too, 0 to 1. */
  readonly likeness: (other: string) => number;
}

/** From this share of common words on, two papers say the same. */
const SAME_WORDS = 0.9;

/**
 * Which of the documents before it this one says again: scanned twice, or saved once more, so that its bytes differ.
 * Papers of different numbers are different papers however alike they look, and so are amended ones of other figures.
 */
export function findCopy(
  document: Comparable,
  earlier: readonly Comparable[],
): { readonly copyOfId: string; readonly reason: CopyReason } | null {
  for (const other of earlier) {
    const reason = other.type === document.type ? reasonFor(document, other) : null;
    if (reason) return { copyOfId: other.id, reason };
  }
  return null;
}

function reasonFor(a: Comparable, b: Comparable): CopyReason | null {
  const number = numberName(a.type);
  const [first, second] = number ? [plain(a.values.get(number)), plain(b.values.get(number))] : [null, null];
  if (first && second && first !== second) return null;
  if (number && first && figuresAgree(a, b))
    return second ? { reason: "same_figures", value: a.values.get(number) ?? "" } : null;
  const likeness = a.likeness(b.id);
  return likeness >= SAME_WORDS ? { reason: "same_words", value: String(Math.floor(likeness * 100)) } : null;
}

/** Under which name a paper of the type has its number. */
function numberName(type: DocumentType | null): string | null {
  if (type === null) return null;
  if (INVOICE_TYPES.includes(type)) return "invoice_number";
  if (TRANSPORT_DOCUMENT_TYPES.includes(type)) return "transport_number";
  return type.endsWith("certificate") || type.startsWith("certificate") ? "certificate_number" : null;
}

const FIGURES = ["total", "gross_weight_kg", "packages", "date"];

/** At least one figure is on both, and none that is on both differs. */
function figuresAgree(a: Comparable, b: Comparable): boolean {
  const shared = FIGURES.filter((name) => a.values.has(name) && b.values.has(name));
  return shared.length > 0 && shared.every((name) => isSame(a.values.get(name) ?? "", b.values.get(name) ?? ""));
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  return first.ok && second.ok ? compare(first.value, second.value) === 0 : a === b;
}

function plain(number: string | undefined): string | null {
  const letters = number?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") ?? "";
  return letters === "" ? null : letters;
}
