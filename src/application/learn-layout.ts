import { learn } from "@/domain/extraction/learned/learn";
import type { Method } from "@/domain/shared/sourced";
import type { Transaction } from "./ports";
import type { FieldRecord } from "./records";

/** How the reader itself comes to a value; what came otherwise it had missed. */
const BY_THE_READER: readonly Method[] = ["text_layer", "ocr", "barcode", "embedded_xml", "checksum_repair", "learned"];

/**
 * What a person settled teaches the reader, in the transaction that settles it: the next paper of the same layout in the
 * organisation is read with it. A value that stands on no paper teaches nothing.
 */
export async function learnFrom(tx: Transaction, field: FieldRecord): Promise<void> {
  const document = field.documentId === null ? null : await tx.documents.get(field.documentId);
  if (!document?.type || document.organisationId !== field.organisationId) return;
  const pages = await tx.documents.tellingPages(document.id, field.page);
  if (pages.length === 0) return;
  await tx.layouts.lock();
  const known = await tx.layouts.list();
  const learned = learn(
    known.map(({ layout }) => layout),
    document.type,
    pages,
    [
      {
        name: field.name,
        line: field.line,
        value: field.status === "rejected" ? null : field.value,
        isCorrection: field.status === "corrected" || !BY_THE_READER.includes(field.method),
        seenAt: field.page !== null && field.box !== null ? { page: field.page, box: field.box } : null,
      },
    ],
  );
  if (!learned || learned.before === learned.after) return;
  const id = known.find(({ layout }) => layout === learned.before)?.id ?? null;
  await tx.layouts.put(id, learned.after);
}
