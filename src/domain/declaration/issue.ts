/** Who must act on an issue. */
export const OWNERS = ["broker", "officer", "admin", "system", "platform", "payment_firm", "carrier"] as const;
export type Owner = (typeof OWNERS)[number];

/**
 * Something that stands between a shipment and its release. `code` names the sentence and the remedy in the
 * interface's catalogues; `parameters` fill it in. Errors stop the submission, warnings are acknowledged.
 */
export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** The field of the declaration, as a path such as `lines.2.commodityCode`. */
  readonly field: string;
  /** The document to look at; null when no document carries the field. */
  readonly documentId: string | null;
  /** The extracted field to confirm or correct; null when there is none. */
  readonly fieldId: string | null;
  readonly owner: Owner;
  readonly parameters: Readonly<Record<string, string>>;
}
