import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { draft, type Split, truth } from "./compose";
import { type Copy, fax, MODALITIES, type Modality, photo, scan } from "./damage";
import { FINE, press } from "./draw";
import { random } from "./random";

/** Draws papers with their truth and text, as the arguments say, and prints how many of each. */
export async function generate(root: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "50" },
      from: { type: "string", default: "0" },
      out: { type: "string", default: "layouts" },
      only: { type: "string", default: "" },
      modality: { type: "string", default: MODALITIES.join(",") },
      split: { type: "string", default: "train" },
      faces: { type: "string" },
    },
  });
  const modalities = values.modality.split(",") as Modality[];
  const folder = mkdtempSync(join(tmpdir(), "layouts-"));
  for (const part of ["docs", "truth", "text"]) mkdirSync(join(values.out, part), { recursive: true });
  const machine = await press(root, folder, values.faces);
  const counts = new Map<string, number>();
  try {
    for (let at = Number(values.from); at < Number(values.from) + Number(values.count); at++) {
      const paper = draft(Number(values.seed), at, values.split as Split, values.only ? values.only.split(",") : []);
      const r = random(`copy ${values.seed} ${at}`);
      const modality = r.pick(modalities);
      const copy = await copyOf(paper, modality);
      const text = copy.text;
      const file = `docs/${paper.id}.${copy.extension}`;
      writeFileSync(join(values.out, file), copy.bytes);
      writeFileSync(join(values.out, "text", `${paper.id}.txt`), text);
      writeFileSync(
        join(values.out, "truth", `${paper.id}.json`),
        `${JSON.stringify(truth(paper, { ...copy, file }), null, 1)}\n`,
      );
      const key = `${paper.made.type} ${copy.modality}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  } finally {
    await machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [key, count] of [...counts].sort()) process.stdout.write(`${key} ${count}\n`);

  async function copyOf(
    paper: ReturnType<typeof draft>,
    modality: Modality,
  ): Promise<Copy & { pages: number; text: string }> {
    const r = random(`damage ${paper.id}`);
    if (modality === "text") {
      const bytes = await machine.pdf(paper.html, paper.made.size);
      const pdf = await PDFDocument.load(bytes);
      pdf.setCreationDate(new Date(0));
      pdf.setModificationDate(new Date(0));
      return {
        bytes: Buffer.from(await pdf.save()),
        extension: "pdf",
        modality: "pdf_text",
        skew: 0,
        rotated: 0,
        pages: pdf.getPageCount(),
        text: await machine.text(),
      };
    }
    const dpi = modality === "fax" ? FINE : r.pick([120, 150, 150, 180, 204, 204]);
    const fine = await machine.picture(paper.html, paper.made.size);
    const text = await machine.text();
    const picture = dpi < FINE ? await coarser(fine, dpi / FINE) : fine;
    const copy =
      modality === "fax"
        ? await fax(r, picture)
        : modality === "photo"
          ? await photo(r, picture, machine)
          : await scan(r, picture);
    return { ...copy, pages: 1, text };
  }
}

async function coarser(picture: Buffer, share: number): Promise<Buffer> {
  const { width = 1 } = await sharp(picture).metadata();
  return sharp(picture)
    .resize(Math.round(width * share))
    .png({ compressionLevel: 1 })
    .toBuffer();
}
