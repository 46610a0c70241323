import { INTAKE_LIMITS } from "@/domain/document/document";

/** A picture of four bytes a pixel: red, green, blue and how opaque it is. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What the header of a Windows bitmap says. */
export interface BitmapHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
}

const FILE_HEADER = 14;
const SUPPORTED_BITS = [1, 4, 8, 24, 32];

/** The header of a Windows bitmap; null when it is none, or one that is packed in a way that no scanner uses. */
export function bitmapHeader(bytes: Buffer): BitmapHeader | null {
  if (bytes.length < FILE_HEADER + 40 || bytes.toString("latin1", 0, 2) !== "BM") return null;
  const [width, height] = [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))];
  const [bits, compression] = [bytes.readUInt16LE(28), bytes.readUInt32LE(30)];
  const isPlain = compression === 0 || (compression === 3 && bits === 32);
  return width > 0 && height > 0 && isPlain && SUPPORTED_BITS.includes(bits) ? { width, height, bits } : null;
}

/** The pixels of a Windows bitmap that is not compressed; null when it is none or ends too early. */
export function decodeBitmap(bytes: Buffer): Pixels | null {
  const header = bitmapHeader(bytes);
  if (!header || header.width * header.height > INTAKE_LIMITS.pixelsPerPage) return null;
  const { width, height, bits } = header;
  const start = bytes.readUInt32LE(10);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > bytes.length) return null;
  const isTopDown = bytes.readInt32LE(22) < 0;
  const palette = FILE_HEADER + bytes.readUInt32LE(14);
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = start + (isTopDown ? row : height - 1 - row) * stride;
    for (let column = 0; column < width; column++) {
      const at = colourAt(bytes, from, column, bits, palette);
      const to = (row * width + column) * 4;
      data[to] = bytes[at + 2] ?? 255;
      data[to + 1] = bytes[at + 1] ?? 255;
      data[to + 2] = bytes[at] ?? 255;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Where the blue, green and red of a pixel stand: in the row itself, or in the palette that it points into. */
function colourAt(bytes: Buffer, from: number, column: number, bits: number, palette: number): number {
  if (bits >= 24) return from + column * (bits / 8);
  const bit = column * bits;
  const byte = bytes[from + (bit >> 3)] ?? 0;
  const index = (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  return palette + index * 4;
}
