import type { InferenceSession, Tensor } from "onnxruntime-node";
import sharp from "sharp";
import type { Raster } from "./raster";

/** A line of text on a raster, in its pixels: the middle, the length along the line, the height across it, the slant. */
export interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly height: number;
  /** Radians, clockwise from the horizontal. */
  readonly angle: number;
}

/** What the runtime offers, so that it need not be loaded where it is only spoken of. */
export interface Runtime {
  readonly Tensor: typeof Tensor;
}

/** The side of the picture that the network looks at; finer print is lost below it, and time grows with its square. */
const LOOK_SIDE = 1600;
const STRIDE = 32;
const MEAN = [0.485, 0.456, 0.406] as const;
const SPREAD = [0.229, 0.224, 0.225] as const;
/** The network marks the cores of lines; a pixel above this belongs to one. */
const CORE = 0.3;
/** The mean over a core below which it is no text. */
const LEAST_TEXT = 0.5;
/** Cores are shrunken; the share of area by circumference that they grow back by. */
const GROWTH = 1.6;
const LEAST_PIXELS = 12;

/** Finds the lines of text on a raster. */
export async function detectLines(
  runtime: Runtime,
  session: InferenceSession,
  raster: Raster,
): Promise<readonly TextLine[]> {
  const scale = Math.min(1, LOOK_SIDE / Math.max(raster.width, raster.height));
  const width = Math.max(STRIDE, Math.round((raster.width * scale) / STRIDE) * STRIDE);
  const height = Math.max(STRIDE, Math.round((raster.height * scale) / STRIDE) * STRIDE);
  const grey = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 1 } })
    .resize({ width, height, fit: "fill", kernel: "lanczos2" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const input = new runtime.Tensor("float32", normalised(grey), [1, 3, height, width]);
  const { [session.outputNames[0] as string]: output } = await session.run({
    [session.inputNames[0] as string]: input,
  });
  const map = output?.data as Float32Array;
  return cores(map, width).map((core) => grown(core, raster.width / width, raster.height / height));
}

function normalised(grey: Uint8Array): Float32Array {
  const plane = grey.length;
  const data = new Float32Array(plane * 3);
  for (let channel = 0; channel < 3; channel++) {
    const mean = MEAN[channel] as number;
    const spread = SPREAD[channel] as number;
    const table = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / spread);
    const start = channel * plane;
    for (let at = 0; at < plane; at++) data[start + at] = table[grey[at] as number] as number;
  }
  return data;
}

/** Connected pixels above the threshold, as their moments and extent along their main axis. */
interface Core {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
  readonly height: number;
}

function cores(map: Float32Array, width: number): readonly Core[] {
  const seen = new Uint8Array(map.length);
  const found: Core[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] as number) < CORE) continue;
    const pixels = connected(start, map, width, seen);
    const mean = pixels.reduce((sum, at) => sum + (map[at] as number), 0) / pixels.length;
    if (pixels.length >= LEAST_PIXELS && mean >= LEAST_TEXT) found.push(coreOf(pixels, width));
  }
  return found;
}

/** The pixels above the threshold that hang together with the one at `start`; each is marked as seen. */
function connected(start: number, map: Float32Array, width: number, seen: Uint8Array): readonly number[] {
  const pixels = [start];
  seen[start] = 1;
  for (let next = 0; next < pixels.length; next++) {
    const at = pixels[next] as number;
    const column = at % width;
    const around = [column > 0 ? at - 1 : -1, column < width - 1 ? at + 1 : -1, at - width, at + width];
    for (const each of around) {
      if (each < 0 || each >= map.length || seen[each] || (map[each] as number) < CORE) continue;
      seen[each] = 1;
      pixels.push(each);
    }
  }
  return pixels;
}

function coreOf(pixels: readonly number[], width: number): Core {
  let sumX = 0;
  let sumY = 0;
  for (const at of pixels) {
    sumX += at % width;
    sumY += Math.floor(at / width);
  }
  const x = sumX / pixels.length;
  const y = sumY / pixels.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const at of pixels) {
    const dx = (at % width) - x;
    const dy = Math.floor(at / width) - y;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // A short core has no direction of its own to speak of.
  const isLong = Math.max(xx, yy) > 9 * Math.min(xx, yy);
  const main = 0.5 * Math.atan2(2 * xy, xx - yy);
  const angle = isLong ? main : yy > xx * 2.2 ? Math.PI / 2 : 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of pixels) {
    const dx = (at % width) - x;
    const dy = Math.floor(at / width) - y;
    const along = dx * cos + dy * sin;
    const across = dy * cos - dx * sin;
    if (along < left) left = along;
    if (along > right) right = along;
    if (across < top) top = across;
    if (across > bottom) bottom = across;
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: x + along * cos - across * sin,
    y: y + along * sin + across * cos,
    angle,
    length: right - left + 1,
    height: bottom - top + 1,
  };
}

/** The line around its core, in the pixels of the raster. */
function grown(core: Core, scaleX: number, scaleY: number): TextLine {
  const growth = (core.length * core.height * GROWTH) / (2 * (core.length + core.height));
  const scale = (scaleX + scaleY) / 2;
  return {
    x: (core.x + 0.5) * scaleX,
    y: (core.y + 0.5) * scaleY,
    length: (core.length + 2 * growth) * scale,
    height: (core.height + 2 * growth) * scale,
    angle: core.angle,
  };
}
