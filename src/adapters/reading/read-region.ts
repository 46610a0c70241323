import sharp, { type Sharp } from "sharp";
import type { MediaType, RejectionReason } from "@/domain/document/document";
import type { Word } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Box } from "@/domain/shared/sourced";
import { engine } from "./open-engine";
import { openPdf, pictureOf } from "./pdf";
import { level, openPicture } from "./picture";
import type { RegionRequest } from "./protocol";
import type { Raster } from "./raster";

/** A part of a PDF is drawn as if its page were so wide: about 360 dots an inch on A4. */
const PAGE_WIDTH = 3000;
/** A part is enlarged until its letters are large enough for the engine, and no further. */
const LEAST_HEIGHT = 120;
const MOST_WIDTH = 2400;
/** White around the part: the engine loses letters that touch the edge. */
const BORDER = 24;
/** What is read beyond the box on each side, in heights of it: a hand does not draw to the pixel. */
const MARGIN = 0.12;

/** Reads the words in a part of one page, and gives their places on the page. */
export async function readRegion(
  path: string,
  mediaType: MediaType,
  { page, rotation, bend, box }: RegionRequest,
): Promise<Result<readonly Word[], RejectionReason>> {
  const picture = await openPage(path, mediaType, page);
  if (!picture.ok) return picture;
  const upright = sharp(await picture.value.flatten({ background: "#fff" }).png({ compressionLevel: 1 }).toBuffer());
  const stood = rotation === 0 ? upright : sharp(await upright.rotate(rotation).toBuffer());
  // The box was drawn on the page as it was made level.
  const turned = bend ? await level(stood, bend) : stood;
  const { width = 0, height = 0 } = await turned.metadata();
  const part = pixelsOf(box, width, height);
  const raster = await toRaster(turned, part);
  const words = await engine.readRegion(raster);
  return ok(words.map((word) => ({ ...word, box: onPage(word.box, raster, part, width, height) })));
}

async function openPage(path: string, mediaType: MediaType, page: number): Promise<Result<Sharp, RejectionReason>> {
  if (mediaType !== "application/pdf") return ok(openPicture(path, page - 1));
  const opened = await openPdf(path);
  if (!opened.ok) return opened;
  if (page > opened.value.pageCount) return err("unreadable");
  const drawn = await opened.value
    .page(page - 1)
    .draw(PAGE_WIDTH, (drawing) => pictureOf(drawing).png({ compressionLevel: 1 }).toBuffer());
  return ok(sharp(drawn));
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function pixelsOf(box: Box, width: number, height: number): Part {
  const margin = box.height * height * MARGIN;
  const left = Math.max(0, Math.floor(box.x * width - margin));
  const top = Math.max(0, Math.floor(box.y * height - margin));
  const right = Math.min(width, Math.ceil((box.x + box.width) * width + margin));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * height + margin));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

async function toRaster(page: Sharp, part: Part): Promise<Raster> {
  const scale = Math.min(Math.max(1, LEAST_HEIGHT / part.height), Math.max(1, MOST_WIDTH / part.width), 4);
  const { data, info } = await page
    .extract(part)
    .resize({ width: Math.round(part.width * scale), kernel: "lanczos3" })
    .greyscale()
    .normalise({ lower: 2, upper: 60 })
    .extend({ top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, background: "#fff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** From fractions of the enlarged part with its border to fractions of the page. */
function onPage(box: Box, raster: Raster, part: Part, width: number, height: number): Box {
  const scaleX = part.width / (raster.width - 2 * BORDER);
  const scaleY = part.height / (raster.height - 2 * BORDER);
  return {
    x: (part.left + (box.x * raster.width - BORDER) * scaleX) / width,
    y: (part.top + (box.y * raster.height - BORDER) * scaleY) / height,
    width: (box.width * raster.width * scaleX) / width,
    height: (box.height * raster.height * scaleY) / height,
  };
}
