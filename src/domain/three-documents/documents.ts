/** Who transmits a record, and who must mend what is wrong in it. */
export const FEED_KINDS = ["order", "payment", "waybill"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** The three documents of a retail import and the declaration that is made from them. */
export const MATCHED = [...FEED_KINDS, "inventory"] as const;
export type MatchedDocument = (typeof MATCHED)[number];

/** What records of one order share: the platform on which it was placed, and its number there. */
export interface OrderKey {
  readonly platform: string;
  readonly orderNumber: string;
}

/** A person by name and identity document. `idType` 1 is the resident identity card. */
export interface Person {
  readonly name: string;
  readonly idType: string;
  readonly idNumber: string;
}

/** Who receives the parcel, and where. */
export interface Recipient {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** What the inventory list asks of an article beyond what the three documents are held against each other by. */
export interface ArticleFacts {
  /** The declaration elements of the article (规格型号), parted by `|`. */
  readonly elements?: string;
  readonly barCode?: string;
  /** In the units that the law counts the code in. */
  readonly legalQuantity?: string;
  readonly legalUnit?: string;
  readonly secondQuantity?: string;
  readonly secondUnit?: string;
}

/** One article of an order. Amounts are CNY; numbers are canonical plain decimals. */
export interface OrderLine {
  /** From 1. */
  readonly number: number;
  /** The platform's number of the article. */
  readonly itemNumber: string;
  readonly name: string;
  /** Ten digits of the Chinese tariff. */
  readonly commodityCode: string | null;
  /** The number of the article in the account book of the zone. */
  readonly itemRecordNumber: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly isGift: boolean;
  /** ISO 3166 alpha-2. */
  readonly origin: string | null;
  readonly netWeightKg: string | null;
  /** Left out where the platform states none of it, so that a record means the same as before there was any. */
  readonly customs?: ArticleFacts;
}

/** Where bonded goods are kept: the account book and the zone. */
export interface BondedPlace {
  readonly bookNumber: string | null;
  readonly areaCode: string | null;
  readonly areaName: string | null;
}

/** What the platform says of an order. Instants are ISO 8601, currencies ISO 4217. */
export interface Order extends OrderKey {
  readonly merchantName: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly goodsValue: string;
  readonly freight: string;
  readonly tax: string;
  readonly discount: string;
  readonly actualPaid: string;
  /** The payment's number as the platform knows it; null where it does not say. */
  readonly paymentTransaction: string | null;
  readonly buyer: Person;
  /** Whether the body that the state authorised confirmed who the buyer is; null where nobody was asked. */
  readonly identityCheck: "passed" | "not_passed" | null;
  /** The number under which that confirmation can be asked for. */
  readonly identityEvidence: string | null;
  readonly recipient: Recipient;
  /** A mark of the device on which the order was placed. */
  readonly device: string | null;
  readonly place: BondedPlace;
  /** Kilograms, where the platform states it. */
  readonly grossWeightKg: string | null;
  readonly lines: readonly OrderLine[];
}

/** What the payment firm says of an order's payment. */
export interface Payment extends OrderKey {
  readonly firm: string;
  readonly transaction: string;
  readonly payer: Person;
  readonly amountPaid: string;
  readonly currency: string;
  readonly paidAt: string;
}

/** What the carrier says of an order's parcel. */
export interface Waybill extends OrderKey {
  readonly carrier: string;
  readonly number: string;
  readonly recipient: Recipient;
  readonly freight: string;
  readonly insurance: string;
  readonly currency: string;
  readonly weightKg: string;
  readonly packages: string;
  readonly sentAt: string;
}

/** One article as declared. */
export interface InventoryLine
  extends Pick<
    OrderLine,
    | "number"
    | "itemNumber"
    | "commodityCode"
    | "itemRecordNumber"
    | "quantity"
    | "unit"
    | "unitPrice"
    | "total"
    | "origin"
    | "netWeightKg"
  > {
  readonly name: string;
}

/** What is declared of the order: the inventory list. */
export interface Inventory {
  readonly orderNumber: string;
  readonly buyer: Person;
  readonly currency: string;
  readonly freight: string;
  readonly insurance: string;
  readonly waybillNumber: string;
  readonly packages: string;
  readonly grossWeightKg: string;
  readonly netWeightKg: string | null;
  readonly place: BondedPlace;
  /** The instant of the lodging; null while it is not lodged. */
  readonly declaredAt: string | null;
  readonly lines: readonly InventoryLine[];
}

/** An order with its payment, its parcel and what is declared of it. */
export interface Triple {
  readonly order: Order;
  readonly payment: Payment;
  readonly waybill: Waybill;
  readonly inventory: Inventory;
}
