import { type Decimal, parseDecimal } from "../shared/decimal";
import type { Sourced } from "../shared/sourced";
import type { Issue } from "./issue";

/** A value of a declaration in the making; null while nothing states it. */
export type Leaf = Sourced<string> | null;

/** The leaf as a number; null when it is missing or none. */
export function numberOf(leaf: Leaf): Decimal | null {
  const parsed = leaf ? parseDecimal(leaf.value) : null;
  return parsed?.ok ? parsed.value : null;
}

/** An issue about a leaf: it carries the leaf's document and field, so that the screen can open the page at the box. */
export function leafIssue(
  code: string,
  field: string,
  leaf: Leaf,
  parameters: Record<string, string>,
  { severity = "error", owner = "broker" }: Partial<Pick<Issue, "severity" | "owner">> = {},
): Issue {
  return {
    code,
    severity,
    field,
    documentId: leaf?.source.documentId ?? null,
    fieldId: leaf?.source.fieldId ?? null,
    owner,
    parameters,
  };
}
