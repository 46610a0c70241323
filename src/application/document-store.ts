import type { PageRange } from "@/domain/extraction/packet";
import type { PageText } from "@/domain/extraction/words";
import type * as R from "./records";

/** Documents with their pages, as a use case reaches them. */
export interface DocumentStore {
  get(id: string): Promise<R.DocumentRecord | null>;
  findByHash(sha256: string): Promise<R.DocumentRecord | null>;
  listOf(shipmentId: string): Promise<readonly R.DocumentRecord[]>;
  /** Lets nobody else decide on the same bytes until the transaction ends. */
  lockContent(sha256: string): Promise<void>;
  add(document: R.DocumentRecord): Promise<void>;
  /** Moves it only from one of `from`; false when it is elsewhere by now. */
  move(id: string, from: readonly R.DocumentRecord["state"][], change: Partial<R.DocumentRecord>): Promise<boolean>;
  addPage(page: R.PageRecord): Promise<void>;
  setPageCount(id: string, pageCount: number): Promise<void>;
  /** Changes what is known of it beside its state. */
  change(id: string, change: Partial<R.DocumentRecord>): Promise<void>;
  /** All documents of a file, in the order of its pages. */
  partsOf(receivedAsId: string): Promise<readonly R.DocumentRecord[]>;
  /** The pages that are its own, with their words. */
  pagesOf(id: string): Promise<readonly PageText[]>;
  /** Hands the pages of a range over to another document of the same file. */
  movePages(fromId: string, toId: string, range: PageRange): Promise<void>;
  /** Forgets a document that another one took the pages and the values of; what was evidenced by it stays evidenced. */
  absorb(id: string, byId: string): Promise<void>;
  /** Puts it into another shipment, with its pages and values. */
  moveToShipment(id: string, shipmentId: string): Promise<void>;
  /** Whether a requirement names it as its evidence. */
  isEvidence(id: string): Promise<boolean>;
  /** Lets nobody else begin a shipment for this drop until the transaction ends; the shipment that was begun. */
  shipmentOfDrop(dropId: string): Promise<string | null>;
  /** Other documents of the organisation that state one of these values under one of these names. */
  stating(names: readonly string[], values: readonly string[]): Promise<readonly R.DocumentRecord[]>;
  /** A page with its words; null where the document has no such page yet. */
  page(id: string, number: number): Promise<R.PageRecord | null>;
  /** Whether a reading of the document has come to its end before. */
  wasRead(id: string): Promise<boolean>;
  /** The words of its first pages, of its last and of these, by number: those that a layout is known by. */
  tellingPages(id: string, pages: readonly number[]): Promise<readonly PageText[]>;
  /** The first so many pages, with the hashes of their pictures. */
  firstPages(id: string, most: number): Promise<readonly R.PageRecord[]>;
}
