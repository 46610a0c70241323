import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import { learn } from "@/domain/extraction/learned/learn";
import type { Method } from "@/domain/shared/sourced";
import type { Transaction } from "./ports";
import type { FieldRecord } from "./records";

/** How the reader itself comes to a value; what came otherwise it had missed. */
const BY_THE_READER: readonly Method[] = ["text_layer", "ocr", "barcode", "embedded_xml", "checksum_repair", "learned"];

/** So many pages are looked at beside the first and the last. */
const MOST_PAGES = 6;
const MOST_WORDS = 6_000;

/**
 * What a person settled of one document teaches the reader, in the transaction that settles it: the next paper of the
 * same layout in the organisation is read with it. A value that stands on no paper teaches nothing.
 *
 * @param isAddition whether the reader had found nothing where the person gave these values.
 */
export async function learnFrom(tx: Transaction, fields: readonly FieldRecord[], isAddition = false): Promise<void> {
  const [first] = fields;
  const document = first?.documentId ? await tx.documents.get(first.documentId) : null;
  if (!first || !document?.type || document.organisationId !== first.organisationId) return;
  const seenOn = fields.flatMap(({ page }) => page ?? []);
  const pages = await tx.documents.tellingPages(document.id, seenOn.slice(0, MOST_PAGES));
  // A drawing or a manual is no paper whose layout comes again, and a person waits for this.
  const words = pages.reduce((count, page) => count + page.words.length, 0);
  if (pages.length === 0 || words > MOST_WORDS) return;
  // A document of a packet is read as a paper of its own, whose first page is the first.
  const offset = document.firstPage - 1;
  await tx.layouts.lock();
  const known = await tx.layouts.list();
  const learned = learn(
    known.map(({ layout }) => layout),
    document.type,
    pages.map((page) => ({ ...page, number: page.number - offset })),
    onePerColumn(fields).map((field) => ({
      paper: field.documentId ?? "",
      name: field.name,
      line: field.line,
      value: field.status === "rejected" ? null : field.value,
      isCorrection: isAddition || field.status === "corrected" || !BY_THE_READER.includes(field.method),
      seenAt: field.page !== null && field.box !== null ? { page: field.page - offset, box: field.box } : null,
    })),
  );
  if (!learned || learned.before === learned.after) return;
  const id = known.find(({ layout }) => layout === learned.before)?.id ?? null;
  await tx.layouts.put(id, learned.after);
}

/** What one cell of a column teaches of its heading, the next would teach again, and a table has hundreds; a corrected one teaches most. */
function onePerColumn(fields: readonly FieldRecord[]): readonly FieldRecord[] {
  const cells = new Map<string, FieldRecord>();
  for (const field of fields) {
    const isBetter = field.status === "corrected" && cells.get(field.name)?.status !== "corrected";
    if (field.line !== null && (isBetter || !cells.has(field.name))) cells.set(field.name, field);
  }
  return [...fields.filter((field) => field.line === null), ...cells.values()];
}

/** What corrections taught the organisation of its papers. */
export async function layoutsOf(tx: Transaction): Promise<readonly Layout[]> {
  return (await tx.layouts.list()).map(({ layout }) => layout);
}
