import type { InferenceSession } from "onnxruntime-node";
import type { Runtime, TextLine } from "./pp-detect";
import type { Raster } from "./raster";

/** The network reads lines of this height. */
const HEIGHT = 48;
const LEAST_WIDTH = 64;
const MOST_WIDTH = 3200;
/** Lines read in one go; the widest decides what all of them cost, so they are sorted by width before. */
const BATCH = 8;

/** One character of a line: what it is, how sure, and where along the line, as a fraction of its length. */
export interface Character {
  readonly text: string;
  readonly sureness: number;
  readonly at: number;
}

/** A line as it was read, with its strip of pixels, in which gaps between words can be seen. */
export interface ReadLine {
  readonly line: TextLine;
  readonly characters: readonly Character[];
  /** The mean of the characters. */
  readonly sureness: number;
  readonly strip: Strip;
}

/** The pixels of a line laid straight, one byte each. */
export interface Strip {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Reads lines of a raster; the alphabet has the blank at 0. */
export async function recogniseLines(
  runtime: Runtime,
  session: InferenceSession,
  alphabet: readonly string[],
  raster: Raster,
  lines: readonly TextLine[],
): Promise<readonly ReadLine[]> {
  const strips = lines.map((line) => ({ line, strip: stripOf(raster, line) }));
  const order = [...strips].sort((a, b) => a.strip.width - b.strip.width);
  const read: ReadLine[] = [];
  for (let start = 0; start < order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH);
    read.push(...(await recogniseBatch(runtime, session, alphabet, batch)));
  }
  return read;
}

async function recogniseBatch(
  runtime: Runtime,
  session: InferenceSession,
  alphabet: readonly string[],
  batch: readonly { readonly line: TextLine; readonly strip: Strip }[],
): Promise<readonly ReadLine[]> {
  const width = Math.max(...batch.map(({ strip }) => strip.width));
  const data = new Float32Array(batch.length * 3 * HEIGHT * width);
  for (const [index, { strip }] of batch.entries()) fill(data, index, width, strip);
  const input = new runtime.Tensor("float32", data, [batch.length, 3, HEIGHT, width]);
  const { [session.outputNames[0] as string]: output } = await session.run({
    [session.inputNames[0] as string]: input,
  });
  const [, steps = 0, classes = 0] = output?.dims ?? [];
  const scores = output?.data as Float32Array;
  return batch.map(({ line, strip }, index) => {
    const characters = decode(scores, index * steps * classes, steps, classes, alphabet, width / strip.width);
    const sureness = characters.reduce((sum, each) => sum + each.sureness, 0) / Math.max(1, characters.length);
    return { line, characters, sureness, strip };
  });
}

function fill(data: Float32Array, index: number, width: number, strip: Strip): void {
  for (let channel = 0; channel < 3; channel++) {
    const plane = (index * 3 + channel) * HEIGHT * width;
    for (let row = 0; row < HEIGHT; row++)
      for (let column = 0; column < strip.width; column++)
        data[plane + row * width + column] = (strip.data[row * strip.width + column] as number) / 127.5 - 1;
  }
}

/** The likeliest character of each step; the same in a row is one, the blank is none. */
function decode(
  scores: Float32Array,
  start: number,
  steps: number,
  classes: number,
  alphabet: readonly string[],
  stretch: number,
): readonly Character[] {
  const characters: Character[] = [];
  let last = 0;
  for (let step = 0; step < steps; step++) {
    const row = start + step * classes;
    let best = 0;
    let most = 0;
    for (let each = 0; each < classes; each++) {
      const score = scores[row + each] as number;
      if (score > most) [best, most] = [each, score];
    }
    if (best !== 0 && best !== last)
      characters.push({
        text: alphabet[best] ?? "",
        sureness: most,
        at: Math.min(1, ((step + 0.5) / steps) * stretch),
      });
    last = best;
  }
  return characters;
}

/** The line cut out of the raster along its slant, at the network's height. */
export function stripOf(raster: Raster, { x, y, length, height, angle }: TextLine): Strip {
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round((length * HEIGHT) / height)));
  const data = new Uint8Array(width * HEIGHT);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [alongStep, acrossStep] = [length / width, height / HEIGHT];
  // A strip smaller than the line is the mean of what it covers, else thin strokes fall between its points.
  const samples = Math.max(1, Math.min(3, Math.round(acrossStep)));
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let sub = 0; sub < samples; sub++) {
        const shift = (sub + 0.5) / samples - 0.5;
        const along = (column + 0.5 + shift - width / 2) * alongStep;
        const across = (row + 0.5 + shift - HEIGHT / 2) * acrossStep;
        sum += sample(raster, x + along * cos - across * sin - 0.5, y + along * sin + across * cos - 0.5);
      }
      data[row * width + column] = sum / samples;
    }
  }
  return { data, width, height: HEIGHT };
}

/** The grey between four pixels; white beyond the edge. */
function sample({ data, width, height }: Raster, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const upper = (data[at] as number) * (1 - fx) + (data[at + 1] as number) * fx;
  const lower = (data[at + width] as number) * (1 - fx) + (data[at + width + 1] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}
