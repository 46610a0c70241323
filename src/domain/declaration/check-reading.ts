import type { DocumentState } from "../document/document";
import type { Issue } from "./issue";

interface Uploaded {
  readonly id: string;
  readonly state: DocumentState;
}

/**
 * What the state of the documents says against lodging: one that is still being read may hold a line that would be left
 * out, so it is waited for; one that could not be read is pointed at, because nothing of it is declared.
 */
export function checkReading(documents: readonly Uploaded[]): readonly Issue[] {
  return documents.flatMap(({ id, state }): readonly Issue[] => {
    // The path names the document, so that acknowledging one says nothing of another.
    const at = { field: `documents.${id}`, documentId: id, fieldId: null, parameters: {} };
    if (state === "stored" || state === "reading")
      return [{ code: "document_unread", severity: "error", owner: "system", ...at }];
    if (state === "failed") return [{ code: "document_failed", severity: "warning", owner: "broker", ...at }];
    return state === "rejected" ? [{ code: "document_rejected", severity: "warning", owner: "broker", ...at }] : [];
  });
}
