/** What became of a request under its key. */
export type IdempotencyState =
  | { readonly kind: "new" }
  | { readonly kind: "done"; readonly status: number; readonly body: unknown }
  | { readonly kind: "in_flight" }
  | { readonly kind: "other_request" };
