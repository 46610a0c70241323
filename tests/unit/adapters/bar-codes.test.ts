import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { code128 } from "@tests/layouts/code-128";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { readBarCodes, readUprightCodes } from "@/adapters/reading/bar-codes";
import { STRAIGHT } from "@/adapters/reading/straighten";

const PAGE = { width: 1600, height: 2200 };
const AT = { left: 200, top: 1500 };

beforeAll(() => {
  const program = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm"));
  const wasmBinary = program.buffer.slice(program.byteOffset, program.byteOffset + program.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
});

/** A page with the drawing of a bar code on it, so many pixels wide. */
async function pageWith(svg: string, width: number): Promise<Sharp> {
  const drawn = await sharp(Buffer.from(svg), { density: 300 }).resize({ width, kernel: "nearest" }).png().toBuffer();
  const page = sharp({ create: { ...PAGE, channels: 3, background: "#fff" } });
  return sharp(
    await page
      .composite([{ input: drawn, ...AT }])
      .png()
      .toBuffer(),
  );
}

async function drawn(format: "QRCode" | "PDF417", text: string): Promise<string> {
  return (await writeBarcode(text, { format, scale: 4 })).svg;
}

function svg128(text: string): string {
  return code128(text, 12)
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="120" ')
    .replace(/style="[^"]*"/, "");
}

/** What a copier does to it: grey, blurred, speckled, with a fold of white across. */
async function damaged(page: Sharp): Promise<Sharp> {
  const speckles = Buffer.alloc(PAGE.width * PAGE.height);
  for (let at = 0; at < speckles.length; at++) speckles[at] = (at * 7919) % 61 === 0 ? 60 : 0;
  const noise = await sharp(speckles, { raw: { ...PAGE, channels: 1 } })
    .png()
    .toBuffer();
  const fold = await sharp({ create: { width: PAGE.width, height: 4, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const worn = await page
    .composite([
      { input: noise, blend: "difference" },
      { input: fold, left: 0, top: AT.top + 40 },
    ])
    .png()
    .toBuffer();
  return sharp(await sharp(worn).blur(0.9).linear(0.7, 50).jpeg({ quality: 45 }).toBuffer());
}

const CODES: readonly (readonly [string, string, () => Promise<string>, number])[] = [
  ["code_128", "02012345675", async () => svg128("02012345675"), 700],
  ["code_128", "RR473124829CN", async () => svg128("RR473124829CN"), 800],
  ["qr", "https://example.org/track/7", () => drawn("QRCode", "https://example.org/track/7"), 300],
  ["pdf417", "JOHN DOE 02012345675", () => drawn("PDF417", "JOHN DOE 02012345675"), 700],
];

describe("bar codes of a page", () => {
  it.each(CODES)("are read upright, as drawn: %s %s", async (format, text, svg, width) => {
    const page = await pageWith(await svg(), width);
    const { data } = await page.clone().removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const [code, ...others] = await readUprightCodes({ ...PAGE, data });
    expect(others).toEqual([]);
    expect(code).toMatchObject({ format, text });
    expect(code?.box.x).toBeCloseTo(AT.left / PAGE.width, 1);
    expect(code?.box.y).toBeCloseTo(AT.top / PAGE.height, 1);
  });

  it.each(CODES)(
    "are read on a page on its side, and placed on the upright one: %s %s",
    async (format, text, svg, width) => {
      const page = await pageWith(await svg(), width);
      const upright = await readBarCodes(page.clone(), 0, STRAIGHT);
      const lying = await readBarCodes(sharp(await page.clone().rotate(90).png().toBuffer()), 270, STRAIGHT);
      expect(lying).toHaveLength(1);
      expect(lying[0]).toMatchObject({ format, text });
      for (const side of ["x", "y", "width", "height"] as const)
        expect(Math.abs((lying[0]?.box[side] ?? 0) - (upright[0]?.box[side] ?? 1))).toBeLessThan(0.02);
    },
  );

  it.each(CODES)("are read from a worn copy: %s %s", async (format, text, svg, width) => {
    const [code] = await readBarCodes(await damaged(await pageWith(await svg(), width)), 0, STRAIGHT);
    expect(code).toMatchObject({ format, text });
  });

  it("are none on a page without", async () => {
    const page = sharp({ create: { ...PAGE, channels: 3, background: "#fff" } }).png();
    expect(await readBarCodes(sharp(await page.toBuffer()), 0, STRAIGHT)).toEqual([]);
  });
});
