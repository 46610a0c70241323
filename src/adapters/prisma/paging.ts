interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A cursor is the id of the last row; ids are UUIDv7, so their order is the order of making. */
export function before(cursor: string | undefined): { id?: { lt: string } } {
  return cursor && UUID.test(cursor) ? { id: { lt: cursor } } : {};
}

/** Cuts the row too many that was asked for, to know whether there is a next page. */
export function page<R extends { id: string }, T>(
  rows: readonly R[],
  { limit }: Options,
  toView: (row: R) => T,
): { rows: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { rows: shown.map(toView), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
