import { setFlagsFromString } from "node:v8";
import type { PartlyRead } from "@/application/reading";
import { openContainer } from "./container";
import { type ChildMessage, type Request, request } from "./protocol";
import { readFile } from "./read-file";
import { readRegion } from "./read-region";

/**
 * The process that touches the bytes of strangers. It has no secrets, no database and no more memory than it was
 * given, and its parent ends it when it takes too long, when a file was at fault, or when it has served enough.
 */
// To improve the programs of PDFium and of the bar codes while they run costs more than it gains in so few files.
setFlagsFromString("--wasm-tiering-budget=100000000");
// Whoever asked is gone, killed perhaps: nobody waits for the answer any more.
process.once("disconnect", () => process.exit(1));
// Who was killed while this process was still loading is gone before anything could listen.
if (!process.connected) process.exit(1);

function tell(message: ChildMessage): Promise<void> {
  return new Promise((told, failed) => {
    process.send?.(message, undefined, {}, (error) => (error ? failed(error) : told()));
  });
}

const unheard: unknown[] = [];
let hear: ((message: unknown) => void) | null = null;
process.on("message", (message) => {
  if (hear) hear(message);
  else unheard.push(message);
});

/** What the parent says next, or said while this process was still at work. */
async function heard(): Promise<unknown> {
  if (unheard.length > 0) return unheard.shift();
  return new Promise((settle) => {
    hear = (message) => {
      hear = null;
      settle(message);
    };
  });
}

/** The parent answers when it has taken the page, or the file, away. */
async function tellAndWait(message: ChildMessage): Promise<void> {
  const taken = heard();
  await tell(message);
  await taken;
}

function told({ type, typeConfidence, fields }: PartlyRead) {
  return { type, typeConfidence, fields: [...fields] };
}

async function read(file: Extract<Request, { kind: "read" }>): Promise<ChildMessage> {
  const outcome = await readFile(file, file.folder, (page, imagePath, pageCount, soFar) =>
    tellAndWait({
      kind: "page",
      page: { ...page, words: [...page.words], codes: page.codes && [...page.codes] },
      imagePath,
      pageCount,
      soFar: soFar && told(soFar),
    }),
  );
  if (!outcome.ok) return { kind: "rejected", reason: outcome.error };
  const { pageCount, parts } = outcome.value;
  return {
    kind: "done",
    pageCount,
    parts: parts.map(({ firstPage, lastPage, unreadScript, ...part }) => ({
      firstPage,
      lastPage,
      unreadScript,
      ...told(part),
    })),
  };
}

async function answer(asked: Request): Promise<ChildMessage> {
  if (asked.kind === "read") return read(asked);
  if (asked.kind === "open") {
    const opened = await openContainer(asked.path, asked.mediaType, asked.folder, (entry) =>
      tellAndWait({ kind: "entry", ...entry }),
    );
    return opened.ok ? { kind: "opened", entries: opened.value } : { kind: "rejected", reason: opened.error };
  }
  const words = await readRegion(asked.path, asked.mediaType, asked.region);
  return words.ok ? { kind: "region", words: [...words.value] } : { kind: "rejected", reason: words.error };
}

for (;;) {
  try {
    await tell(await answer(request.parse(await heard())));
  } catch (error) {
    await tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}
