import type { FieldView } from "@/contracts/views/document";
import { isUnsure } from "@/domain/declaration/facts";
import type { FieldRecord } from "./records";

/** A field as screens and API show it. */
export function toFieldView(field: FieldRecord): FieldView {
  const { organisationId: _house, shipmentId: _shipment, typedAtStage: _stage, confirmedAt, ...shown } = field;
  return {
    ...shown,
    // An answer that was kept under a key comes back with its instants as text.
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
    isUnsure: isUnsure(field),
  };
}
