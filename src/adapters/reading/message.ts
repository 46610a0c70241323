import { readFile, writeFile } from "node:fs/promises";
import PostalMime, { type Attachment } from "postal-mime";
import { INTAKE_LIMITS, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Budget, OnUnpacked } from "./unpacked";

/** Parts within parts; a message that is forwarded several times has about a dozen. */
const PART_DEPTH = 32;
/** A picture in the text of a message that is no larger is a logo or a rule. */
const DECORATION_BYTES = 30 * 1024;

/** Takes the attachments out of an e-mail; a message that is attached comes out as a file of its own. */
export async function unpackMessage(
  path: string,
  budget: Budget,
  nextPath: () => string,
  onEntry: OnUnpacked,
): Promise<Result<void, RejectionReason>> {
  const attachments = await attachmentsOf(path);
  if (!attachments) return err("archive_damaged");
  const files = attachments.filter((each) => !isDecoration(each));
  if (files.length > budget.files) return err("too_many_files");
  budget.files -= files.length;
  for (const [index, attachment] of files.entries()) {
    const bytes = bytesOf(attachment);
    budget.bytes -= bytes.byteLength;
    if (budget.bytes < 0) return err("archive_bomb");
    const entryPath = nameOf(attachment, index);
    if (bytes.byteLength > INTAKE_LIMITS.fileBytes) {
      await onEntry({ entryPath, filePath: null, reason: "too_large" });
      continue;
    }
    const filePath = nextPath();
    await writeFile(filePath, bytes);
    await onEntry({ entryPath, filePath, reason: null });
  }
  return ok(undefined);
}

async function attachmentsOf(path: string): Promise<readonly Attachment[] | null> {
  try {
    const message = await PostalMime.parse(await readFile(path), {
      forceRfc822Attachments: true,
      maxNestingDepth: PART_DEPTH,
    });
    return message.attachments;
  } catch {
    return null;
  }
}

function isDecoration({ mimeType, related, disposition, content }: Attachment): boolean {
  const isInText = related === true || disposition === "inline";
  const size = typeof content === "string" ? content.length : content.byteLength;
  return isInText && mimeType.startsWith("image/") && size <= DECORATION_BYTES;
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const name = filename?.split(/[\\/]/).at(-1)?.trim();
  if (name) return name;
  return mimeType === "message/rfc822" ? `message-${index + 1}.eml` : `attachment-${index + 1}`;
}
