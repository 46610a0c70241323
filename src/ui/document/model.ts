import type { RefObject } from "react";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import type { Comparison } from "@/domain/reconciliation/reconcile-documents";
import type { Draft, Drafts } from "./drafts";
import type { Sibling } from "./slots";

/** What was read from a document, which of it is looked at, and the acts of the person who checks it. */
export interface ValidationModel {
  readonly document: DocumentView;
  /** What stands on the document: read, typed, or stated not to be there. */
  readonly fields: readonly FieldView[];
  /** What its type asks for and the reader did not find. */
  readonly asked: readonly FieldView[];
  /** What is neither read nor asked, by name, and may be on the document all the same. */
  readonly missing: readonly string[];
  /** Makes room for one of these, to be typed or pointed at. */
  readonly addValue: (name: string) => void;
  /** Every document of the shipment, in its order, and those but this one. */
  readonly papers: readonly Sibling[];
  readonly siblings: readonly Sibling[];
  readonly comparisons: readonly Comparison[];
  readonly conflicts: ReadonlyMap<string, Comparison>;
  /** The fields that a person must look at: unsure, in a conflict, or read differently the second time. */
  readonly open: readonly FieldView[];
  /** How much each paper of the shipment asks, by its id, in the count of every screen. */
  readonly counts: ReadonlyMap<string, number>;
  readonly drafts: Drafts;
  /** The field that has the focus, or had it last. */
  readonly active: FieldView | null;
  /** Whether the focus is on it now; then its place is shown beside it. */
  readonly isFocused: boolean;
  /** The field that both sides highlight: the one under the pointer, else the active one. */
  readonly lit: string | null;
  /** What is said to those who hear the screen. */
  readonly said: string;
  readonly root: RefObject<HTMLDivElement | null>;
  /** Brings a line into sight, so that its cells are there to take the focus. */
  readonly reveal: RefObject<((line: number) => void) | null>;
  /** Hears of a cell that was settled, as it was before, and of the request that says so. */
  readonly cellSettled: RefObject<((before: FieldView, request: Promise<void>) => void) | null>;
  readonly activate: (fieldId: string) => void;
  readonly leave: () => void;
  readonly hover: (fieldId: string | null) => void;
  readonly focus: (fieldId: string) => void;
  /** The field whose input has the focus of the page; null when none has. */
  readonly focused: () => string | null;
  /** Goes to the next open field, or the one before; false when there is none on that side. */
  readonly focusNext: (from: string, step: 1 | -1) => boolean;
  /** Confirms what stands in the field's input; false when that is no value of its kind, or is shown anew first. */
  readonly confirm: (field: FieldView) => boolean;
  /** The same, and goes on to the next open field. */
  readonly confirmAndGoOn: (field: FieldView) => void;
  readonly settle: (field: FieldView, value: string | null) => void;
  /** Confirms whatever is left and goes to the next document; where something must be decided, to that. */
  readonly finish: () => void;
  readonly propose: (field: FieldView, draft: Draft) => void;
  readonly giveBack: (field: FieldView) => void;
  /** Says which document is right. */
  readonly rule: (comparison: Comparison, documentId: string) => void;
  /** Takes what the server says of fields, in place of what was shown. */
  readonly replaceFields: (change: (fields: readonly FieldView[]) => readonly FieldView[]) => void;
  readonly say: (words: string) => void;
}
