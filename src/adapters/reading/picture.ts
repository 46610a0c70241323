import sharp, { type Sharp } from "sharp";
import { INTAKE_LIMITS } from "@/domain/document/document";
import type { Bend } from "@/domain/extraction/words";
import { levelled } from "./levels";
import type { Raster } from "./raster";
import { STRAIGHT, straightened } from "./straighten";
import type { Turn } from "./turn";

/** A page is read at this width: about 240 dots an inch on A4. */
export const READING_WIDTH = 2000;
/** And shown at this one. */
export const SHOWN_WIDTH = 1400;

const DARK = 150;
/** A dark run this long is a rule of a form, not a stroke of a letter. */
const RULE_LENGTH = 90;
const RULE_THICKNESS = 9;
/** A page with less ink than a hundred letters have is blank. */
const BLANK_SHARE = 0.0001;

/** Opens one page of a picture file, turned as its camera says, never larger than the limit. */
export function openPicture(path: string, page: number): Sharp {
  return sharp(path, { page, limitInputPixels: INTAKE_LIMITS.pixelsPerPage, failOn: "error" }).rotate();
}

/** How many pages the picture file has. */
export async function countPages(path: string): Promise<number> {
  return (await sharp(path, { limitInputPixels: INTAKE_LIMITS.pixelsPerPage }).metadata()).pages ?? 1;
}

/** Grey, evened out, at reading size. */
export async function toRaster(picture: Sharp, turn: Turn): Promise<Raster> {
  const upright = turn === 0 ? picture : sharp(await picture.png({ compressionLevel: 1 }).toBuffer()).rotate(turn);
  const { data, info } = await upright
    .flatten({ background: "#fff" })
    .greyscale()
    .resize({ width: READING_WIDTH, withoutEnlargement: false, kernel: "lanczos3" })
    .blur(0.5)
    .normalise({ lower: 2, upper: 50 })
    // The grain of a copier would be taken for thousands of specks, each a letter to be tried.
    .linear(1.12, 0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Pages are read no larger than this; beyond it strokes only grow. */
const MOST_SIDE = 2600;
/** Print on a page that is smaller than this is too small for the networks and is enlarged. */
const LEAST_SIDE = 1500;

/** Grey as it is, evened out, at a size at which print can be read. */
export async function toGrey(picture: Sharp): Promise<Raster> {
  const { data: raw, info: size } = await picture
    .flatten({ background: "#fff" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const side = Math.max(size.width, size.height);
  const scale = side > MOST_SIDE ? MOST_SIDE / side : side < LEAST_SIDE ? LEAST_SIDE / side : 1;
  const grey = sharp(raw, { raw: { width: size.width, height: size.height, channels: size.channels } });
  const sized = scale === 1 ? grey : grey.resize({ width: Math.round(size.width * scale), kernel: "lanczos3" });
  const { data, info } = await sized.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return levelled({ data, width: info.width, height: info.height });
}

/** Whether there is nothing on the page that could be read. */
export function isBlank({ data }: Raster): boolean {
  let dark = 0;
  for (const value of data) if (value < DARK) dark += 1;
  return dark / data.length < BLANK_SHARE;
}

/** The page without the rules of its form: long thin dark runs, across and down, become white. */
export function withoutRules({ data, width, height }: Raster): Raster {
  const clean = Uint8Array.from(data);
  eraseRuns(data, clean, { outer: height, inner: width, stepOuter: width, stepInner: 1 });
  eraseRuns(data, clean, { outer: width, inner: height, stepOuter: 1, stepInner: width });
  return { data: clean, width, height };
}

interface Walk {
  readonly outer: number;
  readonly inner: number;
  readonly stepOuter: number;
  readonly stepInner: number;
}

function eraseRuns(source: Uint8Array, target: Uint8Array, walk: Walk): void {
  for (let line = 0; line < walk.outer; line++) {
    for (const [start, end] of darkRuns(source, walk, line)) {
      if (end - start >= RULE_LENGTH) eraseRun(source, target, walk, line, start, end);
    }
  }
}

/** The dark stretches of a line, each from its first pixel to behind its last. */
function darkRuns(source: Uint8Array, { inner, stepOuter, stepInner }: Walk, line: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let at = 0; at <= inner; at++) {
    const isDark = at < inner && (source[line * stepOuter + at * stepInner] ?? 255) < DARK;
    if (isDark === start >= 0) continue;
    if (start >= 0) runs.push([start, at]);
    start = isDark ? at : -1;
  }
  return runs;
}

/** Letters that touch the rule are thicker than it; their pixels stay. */
function eraseRun(source: Uint8Array, target: Uint8Array, walk: Walk, line: number, start: number, end: number): void {
  const { outer, stepOuter, stepInner } = walk;
  for (let at = start; at < end; at++) {
    const isDark = (other: number) =>
      other >= 0 && other < outer && (source[other * stepOuter + at * stepInner] ?? 255) < DARK;
    let before = line;
    while (isDark(before - 1) && line - before < RULE_THICKNESS) before -= 1;
    let after = line;
    while (isDark(after + 1) && after - line < RULE_THICKNESS) after += 1;
    if (after - before + 1 <= RULE_THICKNESS) target[line * stepOuter + at * stepInner] = 255;
  }
}

/** A picture that the reading engine takes. */
export function toPng({ data, width, height }: Raster): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Keeps the page for the screen, upright and level as it was read. */
export async function savePicture(picture: Sharp, turn: Turn, bend: Bend, path: string): Promise<void> {
  const upright = turn === 0 ? picture : sharp(await picture.png({ compressionLevel: 1 }).toBuffer()).rotate(turn);
  const shown = upright.flatten({ background: "#fff" }).resize({ width: SHOWN_WIDTH, withoutEnlargement: true });
  await (bend === STRAIGHT ? shown : await level(shown, bend)).webp({ quality: 78, effort: 1 }).toFile(path);
}

/** The picture with its lines level. */
export async function level(picture: Sharp, bend: Bend): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const straight = straightened({ data, width, height }, bend, channels);
  return sharp(straight.data, { raw: { width, height, channels } });
}
