import { readFileSync } from "node:fs";
import type { z } from "zod";

/** Reads a file of one JSON value a line. Throws an error that names file and line where one is none, or not of this shape. */
export function readJsonLines<S extends z.ZodType>(path: string, schema: S): readonly z.output<S>[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const parsed = schema.safeParse(jsonOf(line));
      if (parsed.success) return [parsed.data];
      const [issue] = parsed.error.issues;
      const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
      throw new Error(`${path}, line ${index + 1}${where}: ${issue?.message ?? "not as expected"}.`);
    });
}

/** The value of a line, or what no schema accepts. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
