import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ContainedFile, ContainerOpener } from "@/application/reading";
import type { RejectionReason } from "@/domain/document/document";

/** Opens an archive or a message and runs `use` with its files, which lie on the disk only meanwhile. */
export async function unpack<T>(
  opener: ContainerOpener,
  input: Parameters<ContainerOpener["open"]>[0],
  use: (files: readonly ContainedFile[], reason: RejectionReason | null) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "twogate-open-"));
  try {
    const files: ContainedFile[] = [];
    // The process that unpacks waits for every file to be taken; reading it meanwhile would use up its time.
    const opened = await opener.open(input, async (file) => {
      const filePath = file.filePath && join(folder, `file-${files.length + 1}`);
      if (file.filePath && filePath) await copyFile(file.filePath, filePath);
      files.push({ ...file, filePath });
    });
    return await use(files, opened.ok ? null : opened.error.reason);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
