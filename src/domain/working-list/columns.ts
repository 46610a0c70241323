/** The columns of a list in their order, which of them is always there, and which are not shown at first. */
export interface ListColumns {
  readonly columns: readonly string[];
  readonly fixed: string;
  readonly hidden: readonly string[];
}

/** The columns that a list shows when nobody chose any. */
export function defaultColumns({ columns, hidden }: ListColumns): readonly string[] {
  return columns.filter((name) => !hidden.includes(name));
}

/**
 * The columns that a text such as `reference,value` names, in the order of the list and with the one that is always
 * there; those of the default where it names none that the list has. A name that the list does not have shows nothing.
 */
export function readColumns(list: ListColumns, text: string | null | undefined): readonly string[] {
  const named = (text ?? "").split(",");
  const shown = list.columns.filter((name) => named.includes(name));
  if (shown.length === 0) return defaultColumns(list);
  return list.columns.filter((name) => name === list.fixed || shown.includes(name));
}

/** The text for columns; null where they are those of the default, which need not be said. */
export function writeColumns(list: ListColumns, shown: readonly string[]): string | null {
  const text = readColumns(list, shown.join(",")).join(",");
  return text === defaultColumns(list).join(",") ? null : text;
}
