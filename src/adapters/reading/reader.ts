import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DependencyError } from "@/application/ports";
import type { ContainedFile, ContainerOpener, DocumentReader, ReadDocument, ReadPage } from "@/application/reading";
import type { RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Watch, watch } from "./limits";
import { type ChildMessageOut, childMessage, type ParentMessage } from "./protocol";

export interface ReaderOptions {
  /** The bundled process that reads. */
  readonly entry: string;
  readonly heapMb: number;
  /** Wall clock between one page and the next. */
  readonly pageSeconds: number;
  /** Memory of the whole process; the JavaScript heap is a part of it. */
  readonly residentMb: number;
}

type Outcome<T> = Result<T, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>;

const unreadable: Outcome<never> = err({ kind: "file_rejected", reason: "unreadable" });
const bomb: Outcome<never> = err({ kind: "file_rejected", reason: "decompression_bomb" });

/**
 * Reads documents in a process of their own, with limits of memory and time and an environment without secrets.
 * A process that a file breaks means that the file cannot be read; one that something else stopped is tried again.
 */
export function createDocumentReader(options: ReaderOptions): DocumentReader {
  return {
    read: ({ path, mediaType, layouts = [] }, onPage) =>
      inProcess(options, path, mediaType, (message) => readingOf(message, onPage), { layouts }),
  };
}

/** Opens archives and messages in such a process; a file inside has as long as a page. */
export function createContainerOpener(options: ReaderOptions): ContainerOpener {
  return {
    open: ({ path, mediaType }, onFile) => inProcess(options, path, mediaType, (message) => openingOf(message, onFile)),
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

async function inProcess<T>(
  options: ReaderOptions,
  path: string,
  mediaType: string,
  onMessage: (message: ChildMessageOut) => Step<T>,
  first?: ParentMessage,
): Promise<Outcome<T>> {
  const folder = await mkdtemp(join(tmpdir(), "twogate-read-"));
  try {
    return await withChild(options, [resolve(path), mediaType, folder], folder, (child, limits) => {
      // A process that ends before it hears this says so by its exit.
      if (first) child.send(first, () => undefined);
      return converse(child, limits, onMessage);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the reading process with its limits, and ends it when the talk with it is over. */
export async function withChild<T>(
  options: ReaderOptions,
  args: readonly string[],
  folder: string,
  talk: (child: ChildProcess, limits: Watch) => Promise<T>,
): Promise<T> {
  const child = fork(options.entry, args, {
    execArgv: [`--max-old-space-size=${options.heapMb}`],
    env: { NODE_ENV: "production", OMP_THREAD_LIMIT: "1", TMPDIR: folder },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  const limits = watch(child, {
    pageSeconds: options.pageSeconds,
    residentBytes: options.residentMb * 1024 * 1024,
  });
  try {
    return await talk(child, limits);
  } finally {
    limits.stop();
    child.kill("SIGKILL");
  }
}

function converse<T>(
  child: ChildProcess,
  limits: Watch,
  onMessage: (message: ChildMessageOut) => Step<T>,
): Promise<Outcome<T>> {
  return new Promise<Outcome<T>>((settle, fail) => {
    child.on("message", (raw) => {
      const parsed = childMessage.safeParse(raw);
      if (!parsed.success) return settle(unreadable);
      const message = parsed.data;
      if (message.kind === "rejected") return settle(err({ kind: "file_rejected", reason: message.reason }));
      if (message.kind === "failed" || message.kind === "region") return settle(unreadable);
      const step = onMessage(message);
      if ("end" in step) return settle(step.end);
      limits.restart();
      step.taken.then(() => child.connected && child.send("taken"), fail);
      return undefined;
    });
    child.once("error", fail);
    child.once("exit", (code, signal) => {
      // Out of time or out of memory is the file's doing; another signal is somebody else's.
      if (limits.exceeded() === "memory") return settle(bomb);
      if (limits.exceeded() === "time" || signal === "SIGABRT" || (code !== null && code !== 0))
        return settle(unreadable);
      return fail(new DependencyError("reader", true, `The reading process was stopped (${signal ?? code})`));
    });
  });
}
