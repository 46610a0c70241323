import type { Failure } from "@/contracts/problem";
import type { RegionView } from "@/contracts/views/document";
import { boxAroundAll, textOfWords, wordsIn } from "@/domain/extraction/compose-words";
import { parseField } from "@/domain/extraction/parse-field";
import type { Word } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Box } from "@/domain/shared/sourced";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { ObjectStore, UnitOfWork } from "./ports";
import type { RegionReader } from "./reading";
import type { DocumentRecord, PageRecord } from "./records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly files: ObjectStore;
  readonly regionReader: RegionReader;
}

interface Request {
  readonly documentId: string;
  readonly page: number;
  readonly box: Box;
  /** The field that the person looks for; null when they only want the text. */
  readonly name: string | null;
}

/**
 * Reads a part of a page that a person points at, and proposes what it says as the value of their field. Nothing is
 * kept: the person confirms the value or does not. Where the page has a text layer its words are exact and are taken;
 * elsewhere the part is read from the file again, larger than when the whole page was read.
 */
export async function readRegion(ports: Ports, actor: Actor, request: Request): Promise<Result<RegionView, Failure>> {
  const loaded = await load(ports.inTransaction, actor, request);
  if (!loaded.ok) return loaded;
  const { document, page } = loaded.value;
  const known = wordsIn(page.words, request.box);
  if (page.method === "text_layer" && known.length > 0) return ok(answer(request, known, "text_layer"));
  if (document.mediaType === "application/octet-stream") return err({ kind: "not_found", what: "page" });
  const { mediaType } = document;
  const read = await ports.files.withLocalFile(document.sha256, (path) =>
    ports.regionReader.readRegion({
      organisationId: document.organisationId,
      path,
      mediaType,
      page: request.page,
      rotation: page.rotation,
      ...(page.bend ? { bend: page.bend } : {}),
      box: request.box,
    }),
  );
  if (!read.ok) return read;
  // What the reader saw the first time is better than nothing at all.
  return ok(answer(request, read.value.length > 0 ? read.value : known, "ocr"));
}

function load(
  inTransaction: UnitOfWork,
  actor: Actor,
  { documentId, page: number }: Request,
): Promise<Result<{ readonly document: DocumentRecord; readonly page: PageRecord }, Failure>> {
  return inTransaction(actor, async (tx) => {
    const allowed = authorise(actor, "confirm_field");
    if (!allowed.ok) return allowed;
    const document = await tx.documents.get(documentId);
    const own = found(document?.organisationId === actor.organisationId ? document : null, "document");
    if (!own.ok) return own;
    const page = found(await tx.documents.page(documentId, number), "page");
    return page.ok ? ok({ document: own.value, page: page.value }) : page;
  });
}

function answer({ box, name }: Request, words: readonly Word[], method: RegionView["method"]): RegionView {
  const text = textOfWords(words);
  return {
    text,
    value: name === null || text === "" ? null : parseField(name, text),
    box: boxAroundAll(words.map((word) => word.box)) ?? box,
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
    method,
    words: words.map(({ text, box, confidence }) => ({ text, box, confidence })),
  };
}
