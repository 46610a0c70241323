import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * The facts of one file of a folder of reference data; none when the file is not there. One that is malformed is named
 * with its file and row.
 */
export function readReferenceFile<T>(folder: string, file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(join(folder, file))) return [];
  const parsed = z.array(schema).safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(
    `Reference data ${file}, row ${Number(issue?.path[0] ?? 0) + 1}, ${issue?.path.slice(1).join(".")}: ${issue?.message}`,
  );
}
