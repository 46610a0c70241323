/** Where a text of a request has a NUL character, which no column of text can hold; null when none has. */
export function nulIn(input: Readonly<Record<string, unknown>>): string | null {
  for (const part of Object.values(input)) {
    const path = pathToNul(part);
    if (path !== null) return `/${path.join("/")}`;
  }
  return null;
}

function pathToNul(value: unknown): readonly string[] | null {
  if (typeof value === "string") return value.includes("\u0000") ? [] : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const path = pathToNul(each);
    if (path !== null) return [name, ...path];
  }
  return null;
}
