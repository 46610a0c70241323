import type {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "./declaration-form";
import type { ValuesOf } from "./field";
import type {
  CANCELLATION_HEAD,
  INVENTORY_HEAD,
  INVENTORY_LINE,
  ORDER_HEAD,
  ORDER_LINE,
  PAYMENT_HEAD,
  RECEIPT_NUMBERS,
  RETURN_HEAD,
  RETURN_LINE,
  SCHEMA_ERROR,
  TAX_BILL_HEAD,
  TAX_BILL_LINE,
  TRANSFER,
  WAYBILL_HEAD,
} from "./forms";
import type { StatusProfile } from "./receipt-status";

/**
 * Messages between a declarant and an authority, without a trace of the syntax that carries them. Every value is a text
 * in one fixed writing: plain decimals, days and times of ISO 8601 in UTC, codes of ISO and UN/ECE.
 */

/** What goes to the authority through the retail channel. */
export const RETAIL_KINDS = ["order", "payment", "waybill", "inventory", "cancellation", "return"] as const;
export type RetailKind = (typeof RETAIL_KINDS)[number];

/** What goes to the authority at all. */
export const SENT_KINDS = [...RETAIL_KINDS, "declaration"] as const;
export type SentKind = (typeof SENT_KINDS)[number];

interface Retail<K extends RetailKind, H, L> {
  readonly kind: K;
  /** Of the envelope; 36 characters, capitals. */
  readonly messageId: string;
  readonly head: H;
  readonly lines: readonly L[];
  readonly transfer: ValuesOf<typeof TRANSFER>;
}

export type OrderMessage = Retail<"order", ValuesOf<typeof ORDER_HEAD>, ValuesOf<typeof ORDER_LINE>>;
export type PaymentMessage = Retail<"payment", ValuesOf<typeof PAYMENT_HEAD>, never>;
export type WaybillMessage = Retail<"waybill", ValuesOf<typeof WAYBILL_HEAD>, never>;
/** The inventory list (清单): the declaration of a retail import. */
export type InventoryMessage = Retail<"inventory", ValuesOf<typeof INVENTORY_HEAD>, ValuesOf<typeof INVENTORY_LINE>>;
export type CancellationMessage = Retail<"cancellation", ValuesOf<typeof CANCELLATION_HEAD>, never>;
export type ReturnMessage = Retail<"return", ValuesOf<typeof RETURN_HEAD>, ValuesOf<typeof RETURN_LINE>>;
export type RetailMessage =
  | OrderMessage
  | PaymentMessage
  | WaybillMessage
  | InventoryMessage
  | CancellationMessage
  | ReturnMessage;

/** A line of a general-trade declaration with what hangs on it. */
export interface DeclaredLine {
  readonly values: ValuesOf<typeof DECLARATION_LINE>;
  readonly duties: readonly ValuesOf<typeof LINE_DUTY>[];
  readonly documents: readonly ValuesOf<typeof SUPPORTING_DOCUMENT>[];
}

/** A general-trade declaration. */
export interface DeclarationMessage {
  readonly kind: "declaration";
  readonly messageId: string;
  readonly head: ValuesOf<typeof DECLARATION_HEAD>;
  readonly documents: readonly ValuesOf<typeof SUPPORTING_DOCUMENT>[];
  readonly previousDocuments: readonly ValuesOf<typeof PREVIOUS_DOCUMENT>[];
  readonly lines: readonly DeclaredLine[];
}

/** One thing that a receipt says: its code, its words, and the field of our message that it is about. */
export interface ReceiptText {
  readonly code: string | null;
  readonly text: string;
  /** `head/invoiceNumber` or `lines/2/commodityCode`; null when it is about the whole. */
  readonly at: string | null;
}

/** What an authority answers to what was sent. */
export interface ReceiptMessage {
  readonly kind: "receipt";
  readonly of: SentKind;
  readonly messageId: string;
  /** Of the answered record; the single window repeats or makes it. */
  readonly recordId: string;
  readonly profile: StatusProfile;
  readonly numbers: ValuesOf<typeof RECEIPT_NUMBERS>;
  readonly status: string;
  /** To the millisecond, UTC. */
  readonly returnedAt: string;
  readonly texts: readonly ReceiptText[];
}

/** The authority could not even read what was sent. */
export interface SchemaErrorMessage {
  readonly kind: "schema_error";
  readonly messageId: string;
  readonly head: ValuesOf<typeof SCHEMA_ERROR>;
}

/** The tax of a retail import as the authority worked it out. */
export interface TaxBillMessage {
  readonly kind: "tax_bill";
  readonly messageId: string;
  readonly head: ValuesOf<typeof TAX_BILL_HEAD>;
  readonly lines: readonly ValuesOf<typeof TAX_BILL_LINE>[];
}

export type Message = RetailMessage | DeclarationMessage | ReceiptMessage | SchemaErrorMessage | TaxBillMessage;
export type MessageKind = Message["kind"];

/** No number at all; a receipt fills in those that it names. */
export const NO_NUMBERS: ReceiptMessage["numbers"] = {
  customsOffice: null,
  platformCode: null,
  merchantCode: null,
  agentCode: null,
  payerCode: null,
  carrierCode: null,
  paymentNumber: null,
  waybillNumber: null,
  orderNumber: null,
  ownNumber: null,
  preEntryNumber: null,
  entryNumber: null,
};
