import { describe, expect, it } from "vitest";
import { decodeBitmap } from "@/adapters/reading/bitmap";

/** A bitmap of these rows from the bottom, as the format has them. */
function bitmapOf(
  width: number,
  height: number,
  bits: number,
  palette: readonly number[],
  rows: readonly (readonly number[])[],
): Buffer {
  const header = Buffer.alloc(54);
  header.write("BM", 0, "latin1");
  header.writeUInt32LE(54 + palette.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(bits, 28);
  return Buffer.concat([header, Buffer.from(palette), ...rows.map((row) => Buffer.from(row))]);
}

const colours = (bitmap: Buffer) => {
  const decoded = decodeBitmap(bitmap);
  return (
    decoded &&
    Array.from({ length: decoded.width * decoded.height }, (_, at) => [...decoded.data.subarray(at * 4, at * 4 + 3)])
  );
};

describe("a Windows bitmap", () => {
  it("of true colours stands on its head in the file, and is upright here", () => {
    const bottom = [1, 2, 3, 0];
    const top = [7, 8, 9, 0];
    expect(colours(bitmapOf(1, 2, 24, [], [bottom, top]))).toEqual([
      [9, 8, 7],
      [3, 2, 1],
    ]);
  });

  it("of two colours has eight points in a byte", () => {
    const palette = [0, 0, 0, 0, 255, 255, 255, 0];
    expect(colours(bitmapOf(3, 1, 1, palette, [[0b10100000, 0, 0, 0]]))).toEqual([
      [255, 255, 255],
      [0, 0, 0],
      [255, 255, 255],
    ]);
  });

  it("that ends too early, or claims more than any page has, is none", () => {
    expect(decodeBitmap(bitmapOf(10, 10, 24, [], [[1, 2, 3, 0]]))).toBeNull();
    expect(decodeBitmap(bitmapOf(60_000, 60_000, 1, [], []))).toBeNull();
  });
});
