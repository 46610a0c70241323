/** Goods whose prices can be held beside each other. */
export interface GoodsKind {
  /** The first digits of the code. */
  readonly commodityCode: string;
  readonly origin: string;
  readonly unit: string | null;
  readonly currency: string;
  readonly exceptShipmentId: string;
}

/** What an organisation paid before, as a use case reaches it. */
export interface PriceHistory {
  /** The last lines of goods of this kind that the organisation declared, at most 500. */
  of(kind: GoodsKind): Promise<readonly { readonly amount: string; readonly quantity: string }[]>;
}
