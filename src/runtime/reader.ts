import { resolve } from "node:path";
import { createFileInspector } from "@/adapters/reading/inspect";
import { createContainerOpener, createDocumentReader } from "@/adapters/reading/reader";
import { createRegionReader } from "@/adapters/reading/region-reader";
import type { ContainerOpener, DocumentReader, FileInspector, RegionReader } from "@/application/reading";
import { INTAKE_LIMITS } from "@/domain/document/document";

/** The JavaScript heap, and the whole process with the engines and their models. */
const HEAP_MB = 768;
const RESIDENT_MB = 1536;

/** The reader of documents, in its own process. */
export function createReader(): DocumentReader {
  return createDocumentReader(options());
}

/** What opens archives and messages, in such a process too. */
export function createOpener(): ContainerOpener {
  return createContainerOpener(options());
}

/** The reader of parts of pages, in the same process under the same limits. */
export function createPartReader(): RegionReader {
  return createRegionReader(options());
}

function options() {
  return {
    entry: resolve("dist/reader.mjs"),
    heapMb: HEAP_MB,
    residentMb: RESIDENT_MB,
    pageSeconds: INTAKE_LIMITS.pageSeconds,
  };
}

/** The look at a file's bytes that comes before anything else. */
export function createInspector(): FileInspector {
  return createFileInspector();
}
