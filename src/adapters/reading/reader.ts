import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DependencyError } from "@/application/ports";
import type { DocumentReader, ReadDocument, ReadPage } from "@/application/reading";
import type { RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Watch, watch } from "./limits";
import { childMessage, type ParentMessage } from "./protocol";

interface ReaderOptions {
  /** The bundled process that reads. */
  readonly entry: string;
  readonly heapMb: number;
  /** Wall clock between one page and the next. */
  readonly pageSeconds: number;
  /** Memory of the whole process; the JavaScript heap is a part of it. */
  readonly residentMb: number;
}

type Outcome = Result<ReadDocument, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>;

const unreadable: Outcome = err({ kind: "file_rejected", reason: "unreadable" });
const bomb: Outcome = err({ kind: "file_rejected", reason: "decompression_bomb" });

/**
 * Reads documents in a process of their own, with limits of memory and time and an environment without secrets.
 * A process that a file breaks means that the file cannot be read; one that something else stopped is tried again.
 */
export function createDocumentReader(options: ReaderOptions): DocumentReader {
  return {
    read: async ({ path, mediaType, layouts = [] }, onPage) => {
      const folder = await mkdtemp(join(tmpdir(), "twogate-read-"));
      try {
        return await readIn(options, { path: resolve(path), mediaType, layouts }, folder, onPage);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function readIn(
  options: ReaderOptions,
  { path, mediaType, layouts }: Required<Parameters<DocumentReader["read"]>[0]>,
  folder: string,
  onPage: (page: ReadPage) => Promise<void>,
): Promise<Outcome> {
  const child = fork(options.entry, [path, mediaType, folder], {
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
    // A process that ends before it hears this says so by its exit.
    child.send({ layouts } satisfies ParentMessage, () => undefined);
    return await converse(child, limits, onPage);
  } finally {
    limits.stop();
    child.kill("SIGKILL");
  }
}

function converse(child: ChildProcess, limits: Watch, onPage: (page: ReadPage) => Promise<void>): Promise<Outcome> {
  return new Promise<Outcome>((settle, fail) => {
    child.on("message", (raw) => {
      const parsed = childMessage.safeParse(raw);
      if (!parsed.success) return settle(unreadable);
      const message = parsed.data;
      if (message.kind === "rejected") return settle(err({ kind: "file_rejected", reason: message.reason }));
      if (message.kind === "failed") return settle(unreadable);
      if (message.kind === "done") {
        const { kind: _kind, ...document } = message;
        return settle(ok(document));
      }
      const { page, imagePath, pageCount, soFar } = message;
      limits.restart();
      onPage({ page, imagePath, pageCount, soFar }).then(() => child.connected && child.send("taken"), fail);
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
