import type { Precedence } from "@/domain/declaration/facts";
import type * as R from "./records";

/** Values of documents, read or typed, as a use case reaches them. */
export interface FieldStore {
  get(id: string): Promise<R.FieldRecord | null>;
  listOf(shipmentId: string): Promise<readonly R.FieldRecord[]>;
  /**
   * Replaces what the machine suggested for the document; what a person settled stays. When the document had been read
   * before, what the two readings say differently is kept on the field, and asked.
   */
  replaceSuggestions(documentId: string, fields: readonly R.FieldRecord[], isReadAgain?: boolean): Promise<void>;
  add(field: R.FieldRecord): Promise<void>;
  /** Hands a value over to another document, or another line. */
  place(id: string, documentId: string, line: number | null): Promise<void>;
  addAll(fields: readonly R.FieldRecord[]): Promise<void>;
  /** Keeps what a person settled: value, place, status, who and when, and where in the journey; as it is kept. */
  settle(field: R.FieldRecord): Promise<R.FieldRecord>;
  /** Keeps who vouched for many values as they stand, at once; as they are kept. */
  vouch(fields: readonly R.FieldRecord[]): Promise<readonly R.FieldRecord[]>;
  /** Takes values away that a person had added and takes back. */
  remove(ids: readonly string[]): Promise<void>;
  /** Moves the lines of a document from this one on down by one, so that a line fits in. */
  makeRoom(documentId: string, line: number): Promise<void>;
  /** Moves the lines below this one up by one, where a line was that is taken back. */
  closeGap(documentId: string, line: number): Promise<void>;
  /** Keeps who is right where documents contradict each other. */
  rule(fieldIds: readonly string[], precedence: Precedence): Promise<void>;
}
