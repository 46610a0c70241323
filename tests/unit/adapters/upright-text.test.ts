import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPdf } from "@/adapters/reading/pdf";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upright-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The words of a page with one level line and, at its edge, text that climbs. */
async function wordsOf(level: string, upright: string): Promise<readonly string[]> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText(level, { x: 60, y: 600, size: 9, font });
  page.drawText(upright, { x: 14, y: 560, size: 6, font, rotate: degrees(90) });
  const path = join(folder, `${upright.length}.pdf`);
  await writeFile(path, await document.save());
  const opened = await openPdf(path);
  if (!opened.ok) throw new Error(opened.error);
  const words = opened.value.page(0).words();
  opened.value.close();
  return words.map(({ text }) => text);
}

describe("text that is set upright", () => {
  it("in the margin does not get between the words of the lines", async () => {
    const level = "Cuota de la fibra de la empresa en el mes de octubre 49,90";
    expect(await wordsOf(level, "Reg. Merc. 4471")).toEqual(level.split(" "));
  });

  it("is no italics, which word processors make by leaning letters over", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = document.addPage([595, 842]);
    page.drawText("Shipment as agreed between the parties of the contract", { x: 60, y: 600, size: 9, font });
    page.drawText("Total 12500.00", { x: 60, y: 560, size: 9, font, ySkew: degrees(18.4) });
    const path = join(folder, "leaning.pdf");
    await writeFile(path, await document.save());
    const opened = await openPdf(path);
    if (!opened.ok) throw new Error(opened.error);
    const words = opened.value.page(0).words();
    opened.value.close();
    expect(words.map(({ text }) => text)).toContain("12500.00");
  });

  it("is kept where it is the page that lies on its side", async () => {
    const words = await wordsOf("1", "Cuota de la fibra de la empresa en el mes de octubre");
    expect(words.join("").replace(/\s/g, "").length).toBeGreaterThan(30);
  });
});
