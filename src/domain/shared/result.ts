/** The outcome of a rule: a value, or the reason why not. Bugs are thrown; rules that say no are returned. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value that the rule allows. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps the reason why a rule says no. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
