type Plain = string | number | boolean | null | undefined | readonly unknown[] | object;

/**
 * What changed between two states of a thing, for the audit: the value before and after of each named field that differs.
 * Whoever calls names no field that holds a secret or a person.
 */
export function changesBetween<K extends string>(
  before: Readonly<Partial<Record<K, Plain>>>,
  after: Readonly<Partial<Record<K, Plain>>>,
  fields: readonly K[],
): Readonly<Record<string, string>> {
  const changed = fields.filter(
    (field) => after[field] !== undefined && written(before[field]) !== written(after[field]),
  );
  return Object.fromEntries(
    changed.flatMap((field) => [
      [`${field}_before`, written(before[field])],
      [`${field}_after`, written(after[field])],
    ]),
  );
}

function written(value: Plain): string {
  if (value === null || value === undefined) return "-";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
