import { z } from "zod";
import { ALLOCATIONS, BOOK_TYPES } from "@/domain/account-book/book";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import { ENTRY_KINDS } from "@/domain/account-book/ledger";
import { id, instant } from "./scalars";

/** A quantity: a plain decimal of at most five places, with its sign. */
const quantity = z.string();
const day = z.string();

export const bookView = z.object({
  id,
  emsNo: z.string(),
  type: z.enum(BOOK_TYPES),
  company: z.string(),
  customsCode: z.string(),
  validEnd: day,
  isValid: z.boolean(),
  allocation: z.enum(ALLOCATIONS),
  items: z.number().int(),
  /** Released lines that are on no verification list yet. */
  unlisted: z.number().int(),
});

export const bookItemView = z.object({
  id,
  bookId: id,
  itemNo: z.number().int(),
  productCode: z.string(),
  commodityCode: z.string(),
  description: z.string(),
  declaredUnit: z.string(),
  legalUnit1: z.string(),
  legalFactor1: z.string(),
  legalUnit2: z.string().nullable(),
  legalFactor2: z.string().nullable(),
  origin: z.string(),
  unitPrice: z.string(),
  currency: z.string(),
  balance: quantity,
  reserved: quantity,
  available: quantity,
  /** What of the available goods is past its last day, and so is never taken. */
  expired: quantity,
  /** The balance in the legal units. */
  balanceLegal1: quantity,
  balanceLegal2: quantity.nullable(),
  /** Of the lots that there is something of. */
  nearestExpiry: day.nullable(),
  expiryBand: z.enum(EXPIRY_BANDS).nullable(),
});

export const bookLotView = z.object({
  id,
  lotNumber: z.string(),
  producedOn: day.nullable(),
  expiresOn: day.nullable(),
  receivedOn: day,
  balance: quantity,
  reserved: quantity,
  available: quantity,
  expiryBand: z.enum(EXPIRY_BANDS).nullable(),
});

export const bookItemDetailView = bookItemView.extend({
  book: z.object({ id, emsNo: z.string() }),
  lots: z.array(bookLotView),
});

/** A movement with the stock before and after it; a reservation moves nothing of the stock. */
export const statementRowView = z.object({
  id,
  sequence: z.number().int(),
  at: instant,
  kind: z.enum(ENTRY_KINDS),
  lotNumber: z.string(),
  reference: z.string(),
  before: quantity,
  moved: quantity,
  after: quantity,
  /** What the entry did to the reservations, and what was reserved after it. */
  held: quantity,
  reserved: quantity,
  legal1: quantity,
  legal2: quantity.nullable(),
  shipment: z.object({ id, reference: z.string() }).nullable(),
  line: z.number().int().nullable(),
});

export const stockCountView = z.object({
  id,
  reason: z.string(),
  state: z.enum(["counted", "settled", "rejected"]),
  countedBy: z.string(),
  countedAt: instant,
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  /** Whether the actor may be the second person. */
  canSettle: z.boolean(),
  lines: z.array(
    z.object({
      itemNo: z.number().int(),
      description: z.string(),
      unit: z.string(),
      lotNumber: z.string(),
      counted: quantity,
      booked: quantity,
      difference: quantity,
    }),
  ),
});

const gatePassRowView = z.object({
  id,
  number: z.string(),
  vehicle: z.string(),
  seal: z.string(),
  createdAt: instant,
  leftAt: instant.nullable(),
  /** The vehicle left before the goods were out of the book. */
  isIncident: z.boolean(),
});

export const verificationListView = z.object({
  id,
  number: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  lines: z.array(
    z.object({
      number: z.number().int(),
      itemNo: z.number().int(),
      description: z.string(),
      commodityCode: z.string(),
      origin: z.string(),
      declared: quantity,
      declaredUnit: z.string(),
      legal1: quantity,
      legalUnit1: z.string(),
      legal2: quantity.nullable(),
      legalUnit2: z.string().nullable(),
      /** How many released lines it stands for, and under which release orders. */
      releases: z.number().int(),
      references: z.array(z.string()),
    }),
  ),
  passes: z.array(gatePassRowView),
});

export const gatePassView = gatePassRowView.extend({
  digest: z.string(),
  /** The text of its QR code. */
  code: z.string(),
  createdBy: z.string(),
  book: z.object({ id, emsNo: z.string(), company: z.string(), customsCode: z.string() }),
  list: verificationListView.omit({ passes: true }),
});

/** What a line of a shipment takes of the books. */
export const bookLineView = z.object({
  line: z.number().int(),
  commodityCode: z.string(),
  origin: z.string(),
  unit: z.string().nullable(),
  quantity,
  state: z.enum(["bound", "asked", "reserved", "out"]),
  item: z.object({ id, emsNo: z.string(), itemNo: z.number().int(), description: z.string() }).nullable(),
  isChosen: z.boolean(),
  lots: z.array(z.object({ lotNumber: z.string(), expiresOn: day.nullable(), quantity })),
  candidates: z.array(
    z.object({
      id,
      emsNo: z.string(),
      itemNo: z.number().int(),
      description: z.string(),
      available: quantity,
      lots: z.array(z.object({ id, lotNumber: z.string(), expiresOn: day.nullable(), available: quantity })),
    }),
  ),
  issue: z.object({ code: z.string(), parameters: z.record(z.string(), z.string()) }).nullable(),
  movements: z.array(statementRowView.omit({ shipment: true })),
});

export const shipmentBookView = z.object({
  /** Whether the organisation keeps a book; who keeps none is asked nothing. */
  isKept: z.boolean(),
  lines: z.array(bookLineView),
});

/** Rows of a file beside what the book has. */
export const bookImportPreviewView = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      change: z.enum(["new", "unchanged", "invalid"]),
      label: z.string(),
      /** Of a count: what was counted, what the book says, and the difference. */
      counted: z.object({ counted: quantity, booked: quantity, difference: quantity }).nullable(),
      problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});

export type BookView = z.infer<typeof bookView>;
export type BookItemView = z.infer<typeof bookItemView>;
export type BookItemDetailView = z.infer<typeof bookItemDetailView>;
export type BookLotView = z.infer<typeof bookLotView>;
export type StatementRowView = z.infer<typeof statementRowView>;
export type StockCountView = z.infer<typeof stockCountView>;
export type VerificationListView = z.infer<typeof verificationListView>;
export type GatePassView = z.infer<typeof gatePassView>;
export type BookLineView = z.infer<typeof bookLineView>;
export type ShipmentBookView = z.infer<typeof shipmentBookView>;
export type BookImportPreviewView = z.infer<typeof bookImportPreviewView>;
