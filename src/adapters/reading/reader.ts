import { resolve } from "node:path";
import { DependencyError } from "@/application/ports";
import type { ContainedFile, ContainerOpener, DocumentReader, ReadDocument, ReadPage } from "@/application/reading";
import type { RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { inFolder } from "./in-folder";
import type { Watch } from "./limits";
import { createProcessPool, type ProcessPool, type Talk } from "./process-pool";
import { type ChildMessageOut, childMessage, type Request } from "./protocol";
import type { ProcessOptions, ReadingProcess } from "./reading-process";

type Outcome<T> = Result<T, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>;

const unreadable: Outcome<never> = err({ kind: "file_rejected", reason: "unreadable" });
const bomb: Outcome<never> = err({ kind: "file_rejected", reason: "decompression_bomb" });

/**
 * Reads documents in a process of their own, with limits of memory and time and an environment without secrets.
 * A process that a file breaks means that the file cannot be read; one that something else stopped is tried again.
 */
export function createDocumentReader(options: ProcessOptions): DocumentReader {
  const pool = createProcessPool(options);
  return {
    read: ({ path, mediaType, organisationId = null, layouts = [] }, onPage) =>
      inFolder("read", (folder) =>
        ask(pool, organisationId, { kind: "read", path: resolve(path), mediaType, folder, layouts }, (message) =>
          readingOf(message, onPage),
        ),
      ),
  };
}

/** Opens archives and messages in such a process, each in its own; a file inside has as long as a page. */
export function createContainerOpener(options: ProcessOptions): ContainerOpener {
  const pool = createProcessPool(options);
  return {
    open: ({ path, mediaType }, onFile) =>
      inFolder("read", (folder) =>
        ask(pool, null, { kind: "open", path: resolve(path), mediaType, folder }, (message) =>
          openingOf(message, onFile),
        ),
      ),
  };
}

/** What a message of the process means: the end, or something to be taken away before it goes on. */
type Step<T> = { readonly end: Outcome<T> } | { readonly taken: Promise<void> };

function readingOf(message: ChildMessageOut, onPage: (page: ReadPage) => Promise<void>): Step<ReadDocument> {
  if (message.kind === "done") return { end: ok({ pageCount: message.pageCount, parts: message.parts }) };
  if (message.kind !== "page") return { end: unreadable };
  const { page, imagePath, pageCount, soFar } = message;
  return { taken: onPage({ page, imagePath, pageCount, soFar }) };
}

function openingOf(message: ChildMessageOut, onFile: (file: ContainedFile) => Promise<void>): Step<number> {
  if (message.kind === "opened") return { end: ok(message.entries) };
  if (message.kind !== "entry") return { end: unreadable };
  const { entryPath, filePath, reason } = message;
  return { taken: onFile({ entryPath, filePath, reason }) };
}

function ask<T>(
  pool: ProcessPool,
  owner: string | null,
  request: Request,
  onMessage: (message: ChildMessageOut) => Step<T>,
): Promise<Outcome<T>> {
  return pool.run(owner, async (line, limits) => {
    const said = converse(line, limits, onMessage);
    line.send(request);
    return said;
  });
}

function converse<T>(
  line: ReadingProcess,
  limits: Watch,
  onMessage: (message: ChildMessageOut) => Step<T>,
): Promise<Talk<Outcome<T>>> {
  return new Promise((settle, fail) => {
    let taken: Promise<void> = Promise.resolve();
    const end = (value: Outcome<T>) => settle({ value, wentWell: value.ok });
    // The file, or what the process did before; nobody can tell from here.
    const broken = (value: Outcome<T>) => settle({ value, wentWell: false, isDoubtful: true });
    line.listen({
      message: (raw) => {
        const parsed = childMessage.safeParse(raw);
        if (!parsed.success) return end(unreadable);
        const message = parsed.data;
        if (message.kind === "rejected") return end(err({ kind: "file_rejected", reason: message.reason }));
        if (message.kind === "failed") return broken(unreadable);
        if (message.kind === "region") return end(unreadable);
        const step = onMessage(message);
        // Whoever says that it is done before its last page was taken away waits for that.
        if ("end" in step) return void taken.then(() => end(step.end), fail);
        limits.restart();
        taken = step.taken;
        taken.then(() => line.isConnected() && line.send("taken"), fail);
        return undefined;
      },
      error: fail,
      exit: (code, signal) => {
        // Out of time or out of memory is the file's doing; another signal is somebody else's.
        if (limits.exceeded() === "memory") return broken(bomb);
        if (limits.exceeded() === "time" || signal === "SIGABRT" || (code !== null && code !== 0))
          return broken(unreadable);
        return fail(new DependencyError("reader", true, `The reading process was stopped (${signal ?? code})`));
      },
    });
  });
}
