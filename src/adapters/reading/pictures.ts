import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { decodeBitmap, type Pixels } from "./bitmap";

interface Readable {
  readonly path: string;
  readonly mediaType: MediaType;
}

/** The picture in a format that the page reader opens; phones and old scanners write others. */
export async function toReadable(
  path: string,
  mediaType: MediaType,
  folder: string,
): Promise<Result<Readable, RejectionReason>> {
  if (mediaType !== "image/heic" && mediaType !== "image/bmp") return ok({ path, mediaType });
  const decoded = await decode(path, mediaType).catch(() => null);
  if (decoded === "too_many_pixels") return err(decoded);
  if (!decoded) return err("unreadable");
  const { width, height, data } = decoded;
  const target = join(folder, "picture.png");
  const picture = sharp(data, { raw: { width, height, channels: 4 } });
  await writeFile(target, await picture.png({ compressionLevel: 1 }).toBuffer());
  return ok({ path: target, mediaType: "image/png" });
}

async function decode(path: string, mediaType: "image/heic" | "image/bmp"): Promise<Pixels | "too_many_pixels" | null> {
  const bytes = await readFile(path);
  return mediaType === "image/bmp" ? decodeBitmap(bytes) : decodeHeic(bytes);
}

/** The first picture of the file; a phone keeps others beside it, such as the depth. */
async function decodeHeic(bytes: Buffer): Promise<Pixels | "too_many_pixels" | null> {
  // Two megabytes of program that hardly a file needs.
  const { default: heic } = await import("heic-decode");
  const pictures = await heic.all({ buffer: bytes });
  try {
    const [first] = pictures;
    if (!first) return null;
    const { width, height } = first;
    // Asked before anything is unpacked.
    if (width * height > INTAKE_LIMITS.pixelsPerPage) return "too_many_pixels";
    const { data } = await first.decode();
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  } finally {
    pictures.dispose();
  }
}
