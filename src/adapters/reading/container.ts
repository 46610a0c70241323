import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type ContainerType, INTAKE_LIMITS, isContainer, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { unpackArchive } from "./archive";
import { createFileInspector } from "./inspect";
import { unpackMessage } from "./message";
import type { Budget, OnUnpacked } from "./unpacked";

/**
 * Opens an archive or a message and tells of each file in it; archives and messages inside are opened as well, to a
 * depth. What is a trap (paths that leave the folder, links, entries that overlap, far more than it holds) is refused as
 * a whole before anything of it is told; a container inside that is a trap is refused by itself, and its neighbours stay.
 */
export async function openContainer(
  path: string,
  mediaType: ContainerType,
  folder: string,
  onEntry: OnUnpacked,
): Promise<Result<number, RejectionReason>> {
  const budget: Budget = { files: INTAKE_LIMITS.files, bytes: INTAKE_LIMITS.unpackedBytes, next: 1 };
  let told = 0;
  const opened = await openAt(path, mediaType, { folder, budget, depth: 0, prefix: "" }, async (entry) => {
    told += 1;
    await onEntry(entry);
  });
  if (!opened.ok) return opened;
  return told === 0 ? err("nothing_inside") : ok(told);
}

interface Level {
  readonly folder: string;
  readonly budget: Budget;
  /** How many containers lie around this one. */
  readonly depth: number;
  readonly prefix: string;
}

async function openAt(
  path: string,
  mediaType: ContainerType,
  level: Level,
  onEntry: OnUnpacked,
): Promise<Result<void, RejectionReason>> {
  const unpack = mediaType === "application/zip" ? unpackArchive : unpackMessage;
  return unpack(
    path,
    level.budget,
    () => join(level.folder, `entry-${level.budget.next++}`),
    async (entry) => {
      const named = { ...entry, entryPath: `${level.prefix}${entry.entryPath}` };
      const inner = entry.filePath ? await containerAt(entry.filePath) : null;
      if (!inner || !entry.filePath) return onEntry(named);
      if (level.depth + 1 > INTAKE_LIMITS.containerDepth)
        return onEntry({ ...named, filePath: null, reason: "nested_too_deep" });
      const deeper = { ...level, depth: level.depth + 1, prefix: `${named.entryPath}/` };
      const opened = await openAt(entry.filePath, inner, deeper, onEntry);
      if (!opened.ok) await onEntry({ ...named, filePath: null, reason: opened.error });
    },
  );
}

async function containerAt(path: string): Promise<ContainerType | null> {
  if ((await stat(path)).size === 0) return null;
  const inspected = await createFileInspector().inspect(path);
  return inspected.ok && isContainer(inspected.value) ? inspected.value : null;
}
