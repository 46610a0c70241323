import type { DocumentState } from "../document/document";
import type { Issue } from "./issue";

interface Shipment {
  readonly documents: readonly { readonly id: string; readonly state: DocumentState }[];
  /** Whether a customs office is named, at which the declaration would be lodged. */
  readonly hasOffice: boolean;
}

/**
 * What the shipment itself says against lodging. A document that is still being read may hold a line that would be left
 * out, so it is waited for; one that could not be read is pointed at, because nothing of it is declared. Without an
 * office there is nobody to lodge with.
 */
export function checkShipment({ documents, hasOffice }: Shipment): readonly Issue[] {
  return [...(hasOffice ? [] : [NO_OFFICE]), ...documents.flatMap(checkDocument)];
}

const NO_OFFICE: Issue = {
  code: "office_missing",
  severity: "error",
  field: "office",
  documentId: null,
  fieldId: null,
  owner: "broker",
  parameters: {},
};

function checkDocument({ id, state }: Shipment["documents"][number]): readonly Issue[] {
  // The path names the document, so that acknowledging one says nothing of another.
  const at = { field: `documents.${id}`, documentId: id, fieldId: null, parameters: {} };
  if (state === "stored" || state === "reading")
    return [{ code: "document_unread", severity: "error", owner: "system", ...at }];
  if (state === "failed") return [{ code: "document_failed", severity: "warning", owner: "broker", ...at }];
  return state === "rejected" ? [{ code: "document_rejected", severity: "warning", owner: "broker", ...at }] : [];
}
