/** One page of a list; `nextCursor` is null on the last one. */
export interface Listing<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}
