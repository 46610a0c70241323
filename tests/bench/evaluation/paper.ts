/** A value as the exchange schema writes it; a list holds several accepted forms, or the members of a set. */
export type Value = string | number | readonly (string | number)[];
type Row = Readonly<Record<string, Value>>;

/** What stands on a paper, and what of it is judged. */
export interface Truth {
  readonly id: string;
  readonly modality: string;
  /** The type, or those that are accepted. */
  readonly doc_type: string | readonly string[];
  readonly labelled_fields: readonly string[];
  readonly fields: Row;
  readonly line_items?: readonly Row[];
}

/** What a reader says of a paper. */
export interface Reading {
  readonly doc_type?: string;
  readonly fields?: Row;
  readonly line_items?: readonly Row[];
  /** How sure it is of each; readers of others may not say. */
  readonly confidence?: {
    readonly fields?: Readonly<Record<string, number>>;
    readonly line_items?: readonly Readonly<Record<string, number>>[];
  };
}

/** Whether a value says anything. */
export function isStated(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** The types that are right for a paper; the first is what it is. */
export function typesOf({ doc_type: types }: Truth): readonly string[] {
  return typeof types === "string" ? [types] : types;
}
