import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import decodeHeic from "heic-decode";
import sharp from "sharp";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { decodeBitmap } from "./bitmap";

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
  if (!decoded) return err("unreadable");
  const { width, height, data } = decoded;
  if (width * height > INTAKE_LIMITS.pixelsPerPage) return err("too_many_pixels");
  const target = join(folder, "picture.png");
  const channels = 4;
  await writeFile(
    target,
    await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer(),
  );
  return ok({ path: target, mediaType: "image/png" });
}

async function decode(path: string, mediaType: "image/heic" | "image/bmp") {
  const bytes = await readFile(path);
  if (mediaType === "image/bmp") return decodeBitmap(bytes);
  const { width, height, data } = await decodeHeic({ buffer: bytes });
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
