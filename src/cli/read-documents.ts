import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { FIELD_KIND, type HeaderField, type ReadField } from "@/domain/extraction/field";
import { createInspector, createReader } from "@/runtime/reader";

const SETS: readonly string[] = ["hs_codes", "container_numbers"];
/** Facts that are read for the customs value and that the exchange format has no place for. */
const OURS: readonly string[] = ["freight", "insurance", "unit"];

/** Reads each file and writes what it says as JSON beside its name; how many files could not be read is the exit code's business. */
export async function readDocuments(paths: readonly string[], folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const inspector = createInspector();
  const reader = createReader();
  let refused = 0;
  for (const path of await filesIn(paths)) {
    const started = Date.now();
    const inspected = await inspector.inspect(path).catch(() => null);
    const read = inspected?.ok ? await reader.read({ path, mediaType: inspected.value }, async () => undefined) : null;
    const name = basename(path, extname(path));
    if (!read?.ok) {
      refused += 1;
      const reason =
        inspected === null ? "not found" : inspected.ok ? (read?.error.reason ?? "unreadable") : inspected.error;
      process.stderr.write(`${path}: ${reason.replaceAll("_", " ")}\n`);
      continue;
    }
    const { type, fields } = read.value;
    await writeFile(
      join(folder, `${name}.json`),
      `${JSON.stringify({ doc_type: type, fields: header(fields), line_items: lines(fields) }, null, 2)}\n`,
    );
    process.stdout.write(
      `${path}: ${type}, ${fields.length} values, ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
    );
  }
  return refused === 0 ? 0 : 1;
}

/** The files themselves, and of a folder all that lie in it. */
async function filesIn(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const entry = await stat(path).catch(() => null);
      if (!entry?.isDirectory()) return [path];
      const names = await readdir(path, { withFileTypes: true });
      return names.filter((each) => each.isFile() && !each.name.startsWith(".")).map((each) => join(path, each.name));
    }),
  );
  return found.flatMap((each) => each.sort());
}

type Value = string | number | readonly string[];

function header(fields: readonly ReadField[]): Record<string, Value> {
  const out: Record<string, Value> = {};
  for (const field of fields.filter((each) => each.line === null && !OURS.includes(each.name))) {
    if (!SETS.includes(field.name)) out[field.name] = canonical(field);
    else out[field.name] = [...((out[field.name] as string[] | undefined) ?? []), field.value];
  }
  return out;
}

function lines(fields: readonly ReadField[]): Record<string, Value>[] {
  const numbers = [...new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line])))].sort(
    (a, b) => a - b,
  );
  return numbers.map((line) =>
    Object.fromEntries(
      fields
        .filter((field) => field.line === line && !OURS.includes(field.name))
        .map((field) => [field.name, canonical(field)]),
    ),
  );
}

function canonical(field: ReadField): Value {
  const kind = FIELD_KIND[field.name as HeaderField];
  return kind === "decimal" || kind === "integer" ? Number(field.value) : field.value;
}
