import { resolve } from "node:path";
import { createFileInspector } from "@/adapters/reading/inspect";
import { createDocumentReader } from "@/adapters/reading/reader";
import type { DocumentReader, FileInspector } from "@/application/reading";
import { INTAKE_LIMITS } from "@/domain/document/document";

const MEMORY_MB = 768;

/** The reader of documents, in its own process. */
export function createReader(): DocumentReader {
  return createDocumentReader({
    entry: resolve("dist/reader.mjs"),
    memoryMb: MEMORY_MB,
    pageSeconds: INTAKE_LIMITS.pageSeconds,
  });
}

/** The look at a file's bytes that comes before anything else. */
export function createInspector(): FileInspector {
  return createFileInspector();
}
