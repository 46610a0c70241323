import { setFlagsFromString } from "node:v8";
import type { z } from "zod";
import type { PartlyRead } from "@/application/reading";
import { isContainer, type MediaType } from "@/domain/document/document";
import { openContainer } from "./container";
import { type ChildMessage, parentMessage, regionRequest } from "./protocol";
import { readFile } from "./read-file";
import { readRegion } from "./read-region";

/**
 * The process that touches the bytes of strangers. It has no secrets, no database and no more memory than it was
 * given, and its parent ends it when it takes too long.
 */
// A process lives for one file: to improve the programs of PDFium and of the bar codes while they run costs more than it
// gains, but on the longest of files.
setFlagsFromString("--wasm-tiering-budget=100000000");
// Whoever asked is gone, killed perhaps: nobody waits for the answer any more.
process.once("disconnect", () => process.exit(1));
// Who was killed while this process was still loading is gone before anything could listen.
if (!process.connected) process.exit(1);

const [path = "", mediaType = "", folder = "", region] = process.argv.slice(2);

function tell(message: ChildMessage): Promise<void> {
  return new Promise((told, failed) => {
    process.send?.(message, undefined, {}, (error) => (error ? failed(error) : told()));
  });
}

/** The parent answers when it has taken the page, or the file, away. */
async function tellAndWait(message: ChildMessage): Promise<void> {
  const taken = new Promise<void>((answered) => process.once("message", () => answered()));
  await tell(message);
  await taken;
}

/** What the parent says first to whoever reads a document. */
function heard() {
  return new Promise<z.output<typeof parentMessage>>((hear) =>
    process.once("message", (raw) => hear(parentMessage.safeParse(raw).data ?? { layouts: [] })),
  );
}

function told({ type, typeConfidence, fields }: PartlyRead) {
  return { type, typeConfidence, fields: [...fields] };
}

async function read(): Promise<void> {
  const { layouts } = await heard();
  const file = { path, mediaType: mediaType as MediaType, layouts };
  const outcome = await readFile(file, folder, (page, imagePath, pageCount, soFar) =>
    tellAndWait({
      kind: "page",
      page: { ...page, words: [...page.words], codes: page.codes && [...page.codes] },
      imagePath,
      pageCount,
      soFar: soFar && told(soFar),
    }),
  );
  if (!outcome.ok) return tell({ kind: "rejected", reason: outcome.error });
  const { pageCount, parts } = outcome.value;
  return tell({
    kind: "done",
    pageCount,
    parts: parts.map(({ firstPage, lastPage, unreadScript, ...part }) => ({
      firstPage,
      lastPage,
      unreadScript,
      ...told(part),
    })),
  });
}

async function open(): Promise<void> {
  if (!isContainer(mediaType)) return;
  const outcome = await openContainer(path, mediaType, folder, (entry) => tellAndWait({ kind: "entry", ...entry }));
  await tell(outcome.ok ? { kind: "opened", entries: outcome.value } : { kind: "rejected", reason: outcome.error });
}

try {
  if (region !== undefined) {
    const words = await readRegion(path, mediaType as MediaType, folder, regionRequest.parse(JSON.parse(region)));
    await tell(words.ok ? { kind: "region", words: [...words.value] } : { kind: "rejected", reason: words.error });
    process.exit(0);
  }
  await (isContainer(mediaType) ? open() : read());
  process.exit(0);
} catch (error) {
  await tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exit(0);
}
