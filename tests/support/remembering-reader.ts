import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { inject } from "vitest";
import type { DocumentReader, ReadPage } from "@/application/reading";
import { createReader } from "@/runtime/reader";

interface Remembered {
  readonly pages: readonly ReadPage[];
  readonly outcome: Awaited<ReturnType<DocumentReader["read"]>>;
}

/**
 * Reads each file for real, once in a run of the tests, and says the same of the same bytes afterwards. It is for tests
 * of what follows from a reading; those of the reading itself use the reader.
 */
export function createRememberingReader(): DocumentReader {
  const reader = createReader();
  const memory = inject("readings");
  return {
    read: async ({ path, mediaType }, onPage) => {
      const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
      const note = join(memory, `${sha256}.json`);
      if (!existsSync(note)) return readAndRemember(reader, { path, mediaType }, onPage, join(memory, sha256), note);
      const { pages, outcome } = JSON.parse(readFileSync(note, "utf8")) as Remembered;
      for (const page of pages) await onPage({ ...page, imagePath: copied(page.imagePath, join(memory, v7())) });
      return outcome;
    },
  };
}

async function readAndRemember(
  reader: DocumentReader,
  file: Parameters<DocumentReader["read"]>[0],
  onPage: (page: ReadPage) => Promise<void>,
  folder: string,
  note: string,
): ReturnType<DocumentReader["read"]> {
  const pages: ReadPage[] = [];
  mkdirSync(folder, { recursive: true });
  const outcome = await reader.read(file, async (page) => {
    pages.push({ ...page, imagePath: copied(page.imagePath, join(folder, `${v7()}.webp`)) });
    await onPage(page);
  });
  // Test files run side by side: what is remembered appears whole or not at all.
  const draft = `${note}.${v7()}`;
  writeFileSync(draft, JSON.stringify({ pages, outcome } satisfies Remembered));
  renameSync(draft, note);
  return outcome;
}

function copied(from: string, to: string): string {
  copyFileSync(from, to);
  return to;
}
