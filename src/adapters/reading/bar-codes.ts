import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { ReadResult } from "zxing-wasm/reader";
import type { BarCode, Bend } from "@/domain/extraction/words";
import type { Box } from "@/domain/shared/sourced";
import type { Pixels } from "./bitmap";
import type { Drawing } from "./draw-page";
import { STRAIGHT, straightPoint } from "./straighten";
import { type Turn, turnedPoint } from "./turn";

/** Bars thinner than a pixel and a half are lost; beyond this size a page only costs more. */
const MOST_WIDTH = 2400;
const LEAST_WIDTH = 1600;
/** Beyond so many pixels a picture is not enlarged. */
const MOST_PIXELS = 16_000_000;
/** A page that bears more than this is a sheet of labels. */
const MOST_CODES = 40;
/** Longer ones hold whole documents, which nobody here reads. */
const LONGEST = 2_000;

const FORMATS = { Code128: "code_128", QRCode: "qr", PDF417: "pdf417" } as const;

type Decoder = (pixels: Pixels, mayLieOnSide: boolean) => Promise<readonly ReadResult[]>;

let decoder: Promise<Decoder> | null = null;

/** The decoder, loaded when there is a page to look at; its program comes from the package, and nothing is fetched. */
async function load(): Promise<Decoder> {
  const require = createRequire(join(process.cwd(), "package.json"));
  const [{ prepareZXingModule, readBarcodes }, bytes] = await Promise.all([
    import("zxing-wasm/reader"),
    readFile(require.resolve("zxing-wasm/reader/zxing_reader.wasm")),
  ]);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  return ({ data, width, height }, tryRotate) => {
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return readBarcodes({ data: pixels, width, height } as ImageData, {
      formats: ["Code128", "QRCode", "PDF417"],
      tryRotate,
      // White on black is not printed on papers, and a smaller copy shows no code that the page itself does not show.
      tryInvert: false,
      tryDownscale: false,
      maxNumberOfSymbols: MOST_CODES,
    });
  };
}

/** The bar codes of a picture of a page, placed on the page as it is shown: upright and level. */
export async function readBarCodes(picture: Sharp, turn: Turn, bend: Bend): Promise<readonly BarCode[]> {
  return decoded(await pixelsOf(picture), turn, bend, true);
}

/** Those of a page that was drawn upright; bars that lie on their side are not looked for, since that takes as long again. */
export async function readUprightCodes(drawing: Drawing): Promise<readonly BarCode[]> {
  return decoded(withOpacity(drawing), 0, STRAIGHT, false);
}

/** The decoder takes four bytes a pixel. */
function withOpacity({ data, width, height }: Drawing): Pixels {
  const opaque = new Uint8Array(width * height * 4).fill(0xff);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    opaque[to] = data[from] as number;
    opaque[to + 1] = data[from + 1] as number;
    opaque[to + 2] = data[from + 2] as number;
  }
  return { data: opaque, width, height };
}

async function decoded(pixels: Pixels, turn: Turn, bend: Bend, mayLieOnSide: boolean): Promise<readonly BarCode[]> {
  decoder ??= load();
  const decode = await decoder;
  const found = await decode(pixels, mayLieOnSide);
  return found.flatMap(({ text, symbology, position, isValid }) => {
    const format = FORMATS[symbology as keyof typeof FORMATS];
    if (!isValid || !format || text.length === 0 || text.length > LONGEST) return [];
    const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
    return [{ format, text, box: boxOf(corners, pixels, turn, bend) }];
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same of a picture, at a size at which bars can be told. */
async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data: raw, info: size } = await picture
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wanted = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, size.width));
  // A long roll would be many times as long when it is made wider.
  const isTooLarge = wanted * size.height * (wanted / size.width) > MOST_PIXELS;
  const width = isTooLarge ? Math.min(size.width, wanted) : wanted;
  if (width === size.width) return { data: raw, width, height: size.height };
  const { data, info } = await sharp(raw, { raw: { width: size.width, height: size.height, channels: 4 } })
    .resize({ width })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function boxOf(corners: readonly Point[], size: Size, turn: Turn, bend: Bend): Box {
  const [width, height] = turn % 180 === 0 ? [size.width, size.height] : [size.height, size.width];
  const placed = corners.map(({ x, y }) => {
    const upright = turnedPoint(x, y, turn, size.width, size.height);
    return bend === STRAIGHT ? upright : straightPoint(upright.x, upright.y, bend, width, height);
  });
  const [xs, ys] = [placed.map(({ x }) => x / width), placed.map(({ y }) => y / height)];
  const within = (share: number) => Math.max(0, Math.min(1, share));
  const [left, top] = [within(Math.min(...xs)), within(Math.min(...ys))];
  return { x: left, y: top, width: within(Math.max(...xs)) - left, height: within(Math.max(...ys)) - top };
}
