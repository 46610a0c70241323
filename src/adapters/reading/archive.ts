import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, validateFileName, type ZipFile } from "yauzl";
import { INTAKE_LIMITS, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Budget, OnUnpacked } from "./unpacked";

const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED = 0x1;
const UTF8_NAMES = 0x800;
const LINK = 0o120000;
const FORMAT_BITS = 0o170000;
/** Paper packs to a twentieth, blank paper to less; what packs to this share and is large is made to harm. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 20 * 1024 * 1024;
/** What systems leave in an archive for themselves. */
const LEFT_BEHIND = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** Unpacks a ZIP. Its list of contents is judged as a whole first; nothing is told of one that is refused. */
export async function unpackArchive(
  path: string,
  budget: Budget,
  nextPath: () => string,
  onEntry: OnUnpacked,
): Promise<Result<void, RejectionReason>> {
  const listed = await list(path, budget.files);
  if (!listed.ok) return listed;
  const files = listed.value.filter(({ name }) => !name.endsWith("/") && !LEFT_BEHIND.test(name));
  const fault = faultOf(listed.value, files, budget);
  if (fault) return err(fault);
  budget.files -= files.length;
  const archive = await openArchive(path);
  try {
    for (const { entry, name } of files) {
      if (entry.uncompressedSize > INTAKE_LIMITS.fileBytes) {
        await onEntry({ entryPath: name, filePath: null, reason: "too_large" });
        continue;
      }
      const filePath = nextPath();
      const isWhole = await extract(archive, entry, filePath, budget);
      if (budget.bytes < 0) return err("archive_bomb");
      await onEntry({
        entryPath: name,
        filePath: isWhole ? filePath : null,
        reason: isWhole ? null : "archive_damaged",
      });
    }
    return ok(undefined);
  } finally {
    archive.close();
  }
}

interface Listed {
  readonly entry: Entry;
  readonly name: string;
}

function openArchive(path: string): Promise<ZipFile> {
  // Names are decoded here: archives from China often hold them in GB 18030 without saying so.
  return openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
}

async function list(path: string, most: number): Promise<Result<readonly Listed[], RejectionReason>> {
  let archive: ZipFile;
  try {
    archive = await openArchive(path);
  } catch {
    return err("archive_damaged");
  }
  try {
    // A list of a hundred thousand is not even read. Folders count little; twice the files leaves room for them.
    if (archive.entryCount > most * 2) return err("too_many_files");
    const entries: Listed[] = [];
    for await (const entry of archive.eachEntry()) entries.push({ entry, name: nameOf(entry) });
    return ok(entries);
  } catch {
    return err("archive_damaged");
  } finally {
    archive.close();
  }
}

/** What makes the archive as a whole unfit to be opened; null when nothing does. */
function faultOf(all: readonly Listed[], files: readonly Listed[], budget: Budget): RejectionReason | null {
  if (files.length > budget.files) return "too_many_files";
  if (all.some(({ entry }) => (entry.generalPurposeBitFlag & ENCRYPTED) !== 0)) return "encrypted_archive";
  if (all.some(({ entry, name }) => isLink(entry) || validateFileName(name) !== null)) return "unsafe_path";
  const unpacked = files.reduce((total, { entry }) => total + entry.uncompressedSize, 0);
  const isBomb = files.some(
    ({ entry }) => entry.uncompressedSize > BOMB_BYTES && entry.uncompressedSize > entry.compressedSize * BOMB_RATIO,
  );
  if (unpacked > budget.bytes || isBomb || overlaps(files)) return "archive_bomb";
  return null;
}

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FORMAT_BITS) === LINK;
}

/** Entries that lie over one another let few bytes be unpacked many times. */
function overlaps(files: readonly Listed[]): boolean {
  const places = files
    .map(({ entry }) => ({
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize,
    }))
    .sort((a, b) => a.start - b.start);
  return places.some(({ start }, index) => index > 0 && start < (places[index - 1]?.end ?? 0));
}

function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  const isSaid = (entry.generalPurposeBitFlag & UTF8_NAMES) !== 0;
  return (
    decoded(bytes, "utf-8") ?? (isSaid ? bytes.toString("latin1") : (decoded(bytes, "gb18030") ?? "?"))
  ).replaceAll("\\", "/");
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Writes one entry out; false when it is damaged. What it unpacks to is counted while it does, not believed. */
async function extract(archive: ZipFile, entry: Entry, filePath: string, budget: Budget): Promise<boolean> {
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      budget.bytes -= chunk.byteLength;
      done(budget.bytes < 0 ? new Error("more than the archive may hold") : null, chunk);
    },
  });
  try {
    await pipeline(await archive.openReadStreamPromise(entry), counted, createWriteStream(filePath));
    return true;
  } catch {
    return false;
  }
}
