import type { Bend } from "@/domain/extraction/words";
import type { Raster } from "./raster";

export const STRAIGHT: Bend = { slant: 0, change: 0 };

/** Less than this, in radians, is not worth the loss of sharpness. */
const LEAST = 0.0025;
/** More than this is no slant of a page but text that was meant to stand askew. */
const MOST = 0.35;

interface Hang {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly weight: number;
}

/** The bend that the lines of a page have in common, by their places as fractions of its height. */
export function bendOf(
  lines: readonly { readonly y: number; readonly angle: number; readonly length: number }[],
): Bend {
  const hangs = lines
    .filter((line) => Math.abs(line.angle) < MOST && line.length > 0)
    .map((line) => ({ x: 0, y: line.y - 0.5, angle: line.angle, weight: line.length ** 2 }));
  if (hangs.length < 3) return STRAIGHT;
  const middle = weightedMedian(hangs);
  // Stamps and signatures hang as they like.
  const agreed = hangs.filter((hang) => Math.abs(hang.angle - middle) < 0.045);
  const { slant, change } = fitted(agreed);
  const bend = { slant, change: agreed.length < 12 || Math.abs(change) < 0.006 ? 0 : change };
  return Math.abs(bend.slant) < LEAST && bend.change === 0 ? STRAIGHT : bend;
}

function weightedMedian(hangs: readonly Hang[]): number {
  const sorted = [...hangs].sort((a, b) => a.angle - b.angle);
  const half = sorted.reduce((sum, each) => sum + each.weight, 0) / 2;
  let passed = 0;
  for (const each of sorted) {
    passed += each.weight;
    if (passed >= half) return each.angle;
  }
  return 0;
}

function fitted(hangs: readonly Hang[]): Bend {
  const total = hangs.reduce((sum, each) => sum + each.weight, 0);
  const meanY = hangs.reduce((sum, each) => sum + each.weight * each.y, 0) / total;
  const meanAngle = hangs.reduce((sum, each) => sum + each.weight * each.angle, 0) / total;
  const spread = hangs.reduce((sum, each) => sum + each.weight * (each.y - meanY) ** 2, 0);
  const common = hangs.reduce((sum, each) => sum + each.weight * (each.y - meanY) * (each.angle - meanAngle), 0);
  const change = spread > 0 ? common / spread : 0;
  return { slant: meanAngle - change * meanY, change };
}

/** The page with its lines level. */
export function straightened(raster: Raster, bend: Bend, channels = 1): Raster {
  if (bend === STRAIGHT) return raster;
  const { data, width, height } = raster;
  const out = new Uint8Array(data.length).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let row = 0; row < height; row++) {
    const angle = bend.slant + bend.change * (row / height - 0.5);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let column = 0; column < width; column++) {
      const x = middleX + cos * (column - middleX) - sin * (row - middleY);
      const y = middleY + sin * (column - middleX) + cos * (row - middleY);
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [fx, fy] = [x - left, y - top];
      for (let channel = 0; channel < channels; channel++) {
        const at = (top * width + left) * channels + channel;
        const upper = (data[at] as number) * (1 - fx) + (data[at + channels] as number) * fx;
        const under = at + width * channels;
        const lower = (data[under] as number) * (1 - fx) + (data[under + channels] as number) * fx;
        out[(row * width + column) * channels + channel] = upper * (1 - fy) + lower * fy;
      }
    }
  }
  return { data: out, width, height };
}

/** Where a point of the bent page comes to lie on the straight one. */
export function straightPoint(
  x: number,
  y: number,
  bend: Bend,
  width: number,
  height: number,
): { x: number; y: number } {
  const [dx, dy] = [x - width / 2, y - height / 2];
  let row = y;
  let column = x;
  for (let step = 0; step < 3; step++) {
    const angle = bend.slant + bend.change * (row / height - 0.5);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    column = width / 2 + cos * dx + sin * dy;
    row = height / 2 - sin * dx + cos * dy;
  }
  return { x: column, y: row };
}
