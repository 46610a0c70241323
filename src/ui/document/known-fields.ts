import type { FieldView } from "@/contracts/views/document";

/**
 * What this browser knows of documents better than a page that was fetched ahead: whoever goes on to the next paper has
 * just settled the last one. It holds until the server has drawn the page again.
 */
const known = new Map<string, readonly FieldView[]>();

/** Remembers how the fields of a document stand. */
export function remember(documentId: string, fields: readonly FieldView[]): void {
  known.set(documentId, fields);
}

/** How they stood when they were last seen; null when the server's word is as good. */
export function recall(documentId: string): readonly FieldView[] | null {
  return known.get(documentId) ?? null;
}

/** Forgets what the server has drawn by now. */
export function forget(documentIds: readonly string[]): void {
  for (const id of documentIds) known.delete(id);
}
