import type { FieldView } from "@/contracts/views/document";
import { SURE } from "@/domain/extraction/field";
import type { FieldRecord } from "./records";

/** A field as screens and API show it. */
export function toFieldView(field: FieldRecord): FieldView {
  const { id, documentId, name, line, value, raw, page, box, confidence, method, status, confirmedBy } = field;
  return {
    id,
    documentId,
    name,
    line,
    value,
    raw,
    page,
    box,
    confidence,
    method,
    status,
    confirmedBy,
    isUnsure: status === "suggested" && confidence < SURE,
  };
}
