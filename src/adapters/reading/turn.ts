import type { Raster } from "./raster";

/** How far a page is turned clockwise to stand upright, in degrees. */
export const TURNS = [0, 90, 180, 270] as const;
export type Turn = (typeof TURNS)[number];

/** The raster turned clockwise. */
export function turned({ data, width, height }: Raster, turn: Turn): Raster {
  if (turn === 0) return { data, width, height };
  const out = new Uint8Array(data.length);
  if (turn === 180) {
    for (let at = 0; at < data.length; at++) out[data.length - 1 - at] = data[at] as number;
    return { data: out, width, height };
  }
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = turn === 90 ? column * height + (height - 1 - row) : (width - 1 - column) * height + row;
      out[at] = data[row * width + column] as number;
    }
  return { data: out, width: height, height: width };
}

/** Where a point of a page lies when the page is turned clockwise. */
export function turnedPoint(
  x: number,
  y: number,
  turn: Turn,
  width: number,
  height: number,
): { readonly x: number; readonly y: number } {
  if (turn === 90) return { x: height - y, y: x };
  if (turn === 180) return { x: width - x, y: height - y };
  if (turn === 270) return { x: y, y: width - x };
  return { x, y };
}
