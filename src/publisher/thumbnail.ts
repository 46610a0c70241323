import sharp from "sharp";

const WIDTH = 320;
const QUALITY = 55;
/** What a picture may add to a page that is to stay small, in bytes. */
const MOST_BYTES = 9_000;

/** A small copy of a picture as an address that needs no request; null where it would be large, or is no picture. */
export async function thumbnailOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const small = await sharp(bytes, { limitInputPixels: 50_000_000 })
      .rotate()
      .resize({ width: WIDTH, height: WIDTH, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
    return small.byteLength > MOST_BYTES ? null : `data:image/webp;base64,${small.toString("base64")}`;
  } catch {
    // The page is worth more than its picture; the label can still be opened by its link.
    return null;
  }
}
