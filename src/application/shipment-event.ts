/** Something happened to a shipment; the screens that look at it read it anew. */
export interface ShipmentEvent {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly documentId?: string;
}
