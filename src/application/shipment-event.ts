/** Some people of an organisation have something to read, or have read it in another window. */
export interface Ring {
  readonly organisationId: string;
  readonly recipientIds: readonly string[];
}

/** What screens are told while it happens. */
export type LiveEvent = ShipmentEvent | Ring;

/** Something happened to a shipment; the screens that look at it read it anew. */
export interface ShipmentEvent {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly documentId?: string;
}
