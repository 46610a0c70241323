import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import type { Press } from "./draw";
import type { Random } from "./random";

/** A paper as its reader gets it. */
export interface Copy {
  readonly bytes: Buffer;
  readonly extension: string;
  readonly modality: string;
  readonly skew: number;
  readonly rotated: number;
}

/** What is only on its way to the next step is packed lightly. */
const QUICK = { compressionLevel: 1 };

/** The ways a paper can reach its reader. */
export const MODALITIES = ["text", "scan", "photo", "fax"] as const;
/** One of them. */
export type Modality = (typeof MODALITIES)[number];

/** A picture from a flatbed: grey or faint colour, a little turned, with dust, folds and the noise of the lamp. */
export async function scan(r: Random, picture: Buffer): Promise<Copy> {
  const skew = r.chance(0.7) ? r.decimal(-2.2, 2.2, 2) : 0;
  const isGrey = r.chance(0.7);
  const dirty = await marks(r, picture);
  let image = sharp(dirty).flatten({ background: "#fff" });
  if (isGrey) image = image.greyscale();
  if (skew !== 0) image = image.rotate(skew, { background: "#fff" });
  if (r.chance(0.5)) image = image.blur(r.decimal(0.4, 1, 2));
  if (r.chance(0.3)) image = image.linear(r.decimal(0.55, 0.8, 2), r.int(35, 75));
  const turned = r.chance(0.12) ? r.pick([90, 180, 270]) : 0;
  let bytes = await noise(r, await image.png(QUICK).toBuffer(), r.int(2, 14));
  if (turned) bytes = await sharp(bytes).rotate(turned).png(QUICK).toBuffer();
  const quality = r.int(38, 88);
  const way = r.pick(["pdf", "pdf", "pdf", "jpg", "jpg", "png", "garbage"]);
  const jpeg = await sharp(bytes).jpeg({ quality }).toBuffer();
  if (way === "png")
    return {
      bytes: await sharp(bytes).png({ palette: true, colours: 32 }).toBuffer(),
      extension: "png",
      modality: "png_scan",
      skew,
      rotated: turned,
    };
  if (way === "jpg") return { bytes: jpeg, extension: "jpg", modality: "jpg_scan", skew, rotated: turned };
  const wrapped = await wrap(jpeg, way === "garbage" ? r : undefined);
  return {
    bytes: wrapped,
    extension: "pdf",
    modality: way === "garbage" ? "pdf_scan_garbage_text" : "pdf_scan",
    skew,
    rotated: turned,
  };
}

/** One bit a point, as a fax machine sends it. */
export async function fax(r: Random, picture: Buffer): Promise<Copy> {
  const skew = r.decimal(-1.2, 1.2, 2);
  const { width = 1700, height = 2200 } = await sharp(picture).metadata();
  const isCoarse = r.chance(0.3);
  const wide = Math.round(width * Math.min(1, 1728 / width));
  const tall = Math.round((height * wide) / width);
  let image = sharp(picture)
    .flatten({ background: "#fff" })
    .greyscale()
    .rotate(skew, { background: "#fff" })
    .resize(wide, tall, { fit: "fill" });
  if (isCoarse)
    image = sharp(
      await image
        .resize(wide, Math.round(tall / 2), { fit: "fill" })
        .png(QUICK)
        .toBuffer(),
    ).resize(wide, tall, { fit: "fill", kernel: "nearest" });
  const grey = await noise(r, await image.png(QUICK).toBuffer(), r.int(4, 22));
  const bytes = await sharp(grey)
    .greyscale()
    .threshold(r.int(125, 180))
    .toColourspace("b-w")
    .tiff({ compression: "ccittfax4", bitdepth: 1, xres: 8, yres: 8 })
    .toBuffer();
  return { bytes, extension: "tiff", modality: isCoarse ? "tiff_fax_standard" : "tiff_fax", skew, rotated: 0 };
}

/** A telephone's picture: seen at an angle, lit from one side, on a table, with a shadow across. */
export async function photo(r: Random, picture: Buffer, press: Press): Promise<Copy> {
  const { width = 1240, height = 1754 } = await sharp(picture).metadata();
  const turn = r.decimal(-3, 3, 2);
  const wide = r.int(1300, 1900);
  const tall = Math.round((wide * height) / width);
  const table = r.pick([
    "#6b4a2f",
    "#3c3c40",
    "#b9a58a",
    "#222",
    "#8a8f94",
    "repeating-linear-gradient(90deg,#7a5636 0 90px,#6d4b2e 90px 95px)",
  ]);
  const src = `data:image/jpeg;base64,${(
    await sharp(await marks(r, picture))
      .flatten({ background: "#fff" })
      .jpeg({ quality: 90 })
      .toBuffer()
  ).toString("base64")}`;
  const lightX = r.int(0, 100);
  const lightY = r.int(0, 100);
  const html = `<!doctype html><style>body{margin:0;width:${wide}px;height:${tall}px;overflow:hidden;background:${table};perspective:${r.int(1800, 4200)}px;display:flex;align-items:center;justify-content:center}
.p{width:${Math.round(wide * r.decimal(0.86, 0.96, 2))}px;transform:rotateX(${r.decimal(-9, 12, 1)}deg) rotateY(${r.decimal(-9, 9, 1)}deg) rotateZ(${turn}deg);box-shadow:8px 14px 40px #000a;position:relative}
.p img{width:100%;display:block;filter:sepia(${r.decimal(0, 0.35, 2)}) brightness(${r.decimal(0.8, 1.02, 2)}) contrast(${r.decimal(0.8, 1.05, 2)}) blur(${r.decimal(0, 0.8, 2)}px)}
.s{position:absolute;inset:0;background:radial-gradient(circle at ${lightX}% ${lightY}%,#fff3 0,#0000 45%,#0006 120%),linear-gradient(${r.int(0, 360)}deg,#0000 ${r.int(40, 60)}%,#0004 ${r.int(62, 80)}%,#0002)}
</style><div class="p"><img src="${src}"><div class="s"></div></div>`;
  const shot = await noise(r, await press.scene(html, wide, tall), r.int(2, 9));
  const turned = r.chance(0.1) ? r.pick([90, 180, 270]) : 0;
  const bytes = await sharp(shot)
    .rotate(turned)
    .jpeg({ quality: r.int(45, 85) })
    .toBuffer();
  return { bytes, extension: "jpg", modality: "jpg_photo", skew: turn, rotated: turned };
}

/** Holes, folds, dust and the other side showing through. */
async function marks(r: Random, picture: Buffer): Promise<Buffer> {
  const { width = 1240, height = 1754 } = await sharp(picture).metadata();
  const parts: string[] = [];
  if (r.chance(0.15))
    for (const y of [0.36, 0.64])
      parts.push(`<circle cx="${width * 0.025}" cy="${height * y}" r="${width * 0.013}" fill="#333"/>`);
  if (r.chance(0.25)) {
    const y = Math.round(height * r.pick([0.33, 0.5, 0.66]));
    parts.push(
      `<rect x="0" y="${y}" width="${width}" height="3" fill="#000" opacity=".22"/><rect x="0" y="${y + 3}" width="${width}" height="9" fill="#000" opacity=".06"/>`,
    );
  }
  if (r.chance(0.35))
    for (let at = 0; at < 60; at++)
      parts.push(
        `<circle cx="${r.int(0, width)}" cy="${r.int(0, height)}" r="${r.decimal(0.5, 2.2, 1)}" fill="#222" opacity=".6"/>`,
      );
  if (r.chance(0.12))
    parts.push(
      `<path d="M${width * 0.6} ${height * 0.05} q 60 -30 90 10 t 120 -12" stroke="#2a4fb0" stroke-width="4" fill="none"/>`,
    );
  if (r.chance(0.1))
    parts.push(`<rect x="0" y="0" width="${r.int(8, 30)}" height="${height}" fill="#000" opacity=".75"/>`);
  let image = sharp(picture).flatten({ background: "#fff" });
  if (r.chance(0.1)) {
    const back = await sharp(picture)
      .flatten({ background: "#fff" })
      .flop()
      .linear(0.12, 224)
      .blur(1.6)
      .png(QUICK)
      .toBuffer();
    image = sharp(
      await image
        .composite([{ input: back, blend: "multiply" }])
        .png(QUICK)
        .toBuffer(),
    );
  }
  if (parts.length === 0) return image.png(QUICK).toBuffer();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
  return image
    .composite([{ input: Buffer.from(svg) }])
    .png(QUICK)
    .toBuffer();
}

/** Grain of the seed, so that the same seed gives the same picture. */
async function noise(r: Random, picture: Buffer, strength: number): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let state = Math.floor(r.next() * 4294967296) | 1;
  for (let at = 0; at < data.length; at += info.channels) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const grain = (((state >>> 8) & 255) / 255 + ((state >>> 16) & 255) / 255 - 1) * strength * 2;
    for (let channel = 0; channel < info.channels; channel++) {
      const value = (data[at + channel] ?? 0) + grain;
      data[at + channel] = Math.min(255, Math.max(0, value));
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png(QUICK)
    .toBuffer();
}

/** A picture in a PDF; with a stream of choices, over a layer of text that is not the page's. */
async function wrap(jpeg: Buffer, garbage?: Random): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  // The day a PDF was made would make each run another file.
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const image = await pdf.embedJpg(jpeg);
  const isTall = image.height > image.width;
  const width = isTall ? 595 : 842;
  const page = pdf.addPage([width, (width * image.height) / image.width]);
  if (garbage) {
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (let at = 0; at < 40; at++) {
      const text = Array.from({ length: garbage.int(2, 9) }, () =>
        (garbage.letters(garbage.int(1, 7)) + garbage.pick(["", "~", "|", "^"])).toLowerCase(),
      ).join(" ");
      page.drawText(text, { x: garbage.int(20, 300), y: garbage.int(20, 780), size: 8, font });
    }
  }
  page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  return Buffer.from(await pdf.save());
}
