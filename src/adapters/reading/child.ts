import type { MediaType } from "@/domain/document/document";
import { readDocument } from "@/domain/extraction/read-document";
import type { PageText } from "@/domain/extraction/words";
import { type ChildMessage, type ParentMessage, parentMessage } from "./protocol";
import { readPages } from "./read-pages";

/**
 * The process that touches the bytes of strangers. It has no secrets, no database and no more memory than it was
 * given, and its parent ends it when it takes too long.
 */
// Whoever asked is gone, killed perhaps: nobody waits for the answer any more.
process.once("disconnect", () => process.exit(1));
// Who was killed while this process was still loading is gone before anything could listen.
if (!process.connected) process.exit(1);

const [path = "", mediaType = "", folder = ""] = process.argv.slice(2);

function tell(message: ChildMessage): Promise<void> {
  return new Promise((told, failed) => {
    process.send?.(message, undefined, {}, (error) => (error ? failed(error) : told()));
  });
}

/** What the parent says first. */
function told(): Promise<ParentMessage> {
  return new Promise((heard) => process.once("message", (raw) => heard(parentMessage.parse(raw))));
}

function answer({ type, typeConfidence, fields }: ReturnType<typeof readDocument>) {
  return { type, typeConfidence, fields: [...fields] };
}

/** The parent answers when it has taken the page away. */
function untilTaken(): Promise<void> {
  return new Promise((taken) => process.once("message", () => taken()));
}

/** Reading all pages again at each page would take longer and longer; the first ones hold what a person looks for first. */
const EARLY_PAGES = 4;

const pages: PageText[] = [];
try {
  const { layouts } = await told();
  const outcome = await readPages(path, mediaType as MediaType, folder, async (page, imagePath, pageCount) => {
    pages.push(page);
    const taken = untilTaken();
    const isEarly = pages.length <= EARLY_PAGES && pages.length < pageCount;
    const soFar = isEarly ? answer(readDocument(pages, layouts)) : null;
    await tell({ kind: "page", page: { ...page, words: [...page.words] }, imagePath, pageCount, soFar });
    await taken;
  });
  if (outcome.ok) {
    await tell({ kind: "done", pageCount: outcome.value, ...answer(readDocument(pages, layouts)) });
  } else {
    await tell({ kind: "rejected", reason: outcome.error });
  }
  process.exit(0);
} catch (error) {
  await tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exit(0);
}
