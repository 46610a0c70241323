import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { describeRejection } from "@/contracts/words";
import { isContainer, type MediaType, type RejectionReason } from "@/domain/document/document";
import { createInspector, createOpener, createReader } from "@/runtime/reader";
import { toPrediction } from "./prediction";
import { unpack } from "./unpack";

const inspector = createInspector();
const reader = createReader();

/** Whoever reads by the command line reads files of their own; they may share a process. */
const OWN = "own";

/** One file to read: where it lies, how it is called to the person, and the name of what is written. */
interface Task {
  readonly path: string;
  readonly shown: string;
  readonly name: string;
}

/**
 * Reads each file and writes what it says as JSON under its name; the files in an archive or a message under both names.
 * How many files could not be read is the exit code's business.
 */
export async function readDocuments(paths: readonly string[], folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  let refused = 0;
  for (const path of await filesIn(paths)) {
    const task = { path, shown: path, name: basename(path, extname(path)) };
    refused += (await readOrOpen(task, folder)) ? 0 : 1;
  }
  return refused === 0 ? 0 : 1;
}

async function readOrOpen(task: Task, folder: string): Promise<boolean> {
  const inspected = await inspector.inspect(task.path).catch(() => null);
  if (!inspected) return complain(task.shown, "There is no such file.");
  if (!inspected.ok) return refuse(task.shown, inspected.error);
  return isContainer(inspected.value) ? open(task, inspected.value, folder) : read(task, inspected.value, folder);
}

async function read({ path, shown, name }: Task, mediaType: MediaType, folder: string): Promise<boolean> {
  const started = Date.now();
  const outcome = await reader.read({ path, mediaType, organisationId: OWN }, async () => undefined);
  if (!outcome.ok) return refuse(shown, outcome.error.reason);
  const { parts } = outcome.value;
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(toPrediction(parts), null, 2)}\n`);
  const values = parts.reduce((sum, part) => sum + part.fields.length, 0);
  const types = parts.map(({ type, unreadScript }) => (unreadScript ? `${type} (${unreadScript} is not read)` : type));
  process.stdout.write(
    `${shown}: ${types.join(" + ")}, ${values} values, ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  );
  return true;
}

/** Reads every file of an archive or a message; one that is no document is named and does not make the others fail. */
async function open(
  { path, shown, name }: Task,
  mediaType: Parameters<ReturnType<typeof createOpener>["open"]>[0]["mediaType"],
  folder: string,
): Promise<boolean> {
  return unpack(createOpener(), { path, mediaType }, async (files, reason) => {
    if (reason) return refuse(shown, reason);
    for (const file of files) {
      const inside = `${shown} · ${file.entryPath}`;
      if (file.filePath === null) refuse(inside, file.reason ?? "unreadable");
      else
        await readOrOpen({ path: file.filePath, shown: inside, name: `${name}__${entryName(file.entryPath)}` }, folder);
    }
    return true;
  });
}

/** The name of what is written for a file in an archive: the folders around it stay in it, what a system forbids does not. */
function entryName(entryPath: string): string {
  const plain = entryPath.slice(0, entryPath.length - extname(entryPath).length);
  return plain
    .replace(/[/\\]/g, "__")
    .replace(/[<>:"|?*\p{Cc}]/gu, "_")
    .slice(-150);
}

function refuse(what: string, reason: RejectionReason): false {
  return complain(what, describeRejection(reason, "en"));
}

function complain(what: string, words: string): false {
  process.stderr.write(`${what}: ${words}\n`);
  return false;
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
