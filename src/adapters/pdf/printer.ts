import { once } from "node:events";
import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import type { Paper, PaperPart, Printer } from "@/application/printer";
import { heightOf, lineHeight, MARGIN, Sheet, type Style } from "./sheet";
import { drawTable } from "./table";

const INK = "#111111";
const QUIET = "#555555";
const TITLE: Style = { size: 18, weight: 700, colour: INK };
const HEADINGS: Readonly<Record<1 | 2, Style>> = {
  1: { size: 13, weight: 700, colour: INK },
  2: { size: 10.5, weight: 700, colour: INK },
};
const TONES: Readonly<Record<"plain" | "quiet" | "strong", Style>> = {
  plain: { size: 10, weight: 400, colour: INK },
  quiet: { size: 9, weight: 400, colour: QUIET },
  strong: { size: 10, weight: 700, colour: INK },
};
const FOOT: Style = { size: 8, weight: 400, colour: QUIET };
/** The side of a code with its quiet zone, in points. */
const CODE_SIDE = 96;
/** Modules of quiet around the code; ISO/IEC 18004 asks for four. */
const QUIET_MODULES = 4;

/** The printer of this product: PDFKit, with Noto Sans SC for both languages. */
export const printPaper: Printer = async (paper) => {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: paper.language === "zh" ? "zh-CN" : "en",
    displayTitle: true,
    // Without letters of its own, or it would look for a standard font that is not embedded.
    font: "",
    info: { Title: paper.title, Creator: "Twogate", Producer: "Twogate", CreationDate: paper.at, ModDate: paper.at },
  });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = once(pdf, "end");
  const sheet = new Sheet(pdf);
  sheet.flow(sheet.set(paper.title, TITLE, sheet.width), MARGIN);
  sheet.y += 8;
  for (const part of paper.parts) drawPart(sheet, part);
  drawFeet(sheet, paper);
  for (const { name, mediaType, bytes, description } of paper.attachments)
    pdf.file(Buffer.from(bytes), {
      name,
      type: mediaType,
      description,
      creationDate: paper.at,
      modifiedDate: paper.at,
    });
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
};

function drawPart(sheet: Sheet, part: PaperPart): void {
  switch (part.kind) {
    case "heading":
      drawHeading(sheet, part.text, part.level);
      break;
    case "paragraph":
      sheet.flow(sheet.set(part.text, TONES[part.tone ?? "plain"], sheet.width), MARGIN);
      sheet.y += 5;
      break;
    case "facts":
      drawFacts(sheet, part.rows);
      break;
    case "table":
      drawTable(sheet, part);
      break;
    case "qr":
      drawCode(sheet, part);
      break;
  }
}

/** A heading stays with what follows it. */
function drawHeading(sheet: Sheet, text: string, level: 1 | 2): void {
  const style = HEADINGS[level];
  const block = sheet.set(text, style, sheet.width);
  sheet.y += sheet.y === MARGIN ? 0 : level === 1 ? 12 : 7;
  sheet.need(heightOf(block) + 4 * lineHeight(TONES.plain));
  if (level === 1) sheet.pdf.outline.addItem(text);
  sheet.flow(block, MARGIN);
  sheet.y += 4;
}

function drawFacts(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const nameWidth = sheet.width * 0.3;
  for (const [name, value] of rows) {
    const label = sheet.set(name, TONES.quiet, nameWidth - 8);
    const said = sheet.set(value, TONES.plain, sheet.width - nameWidth);
    const height = Math.max(heightOf(label), heightOf(said));
    sheet.need(Math.min(height, sheet.bottom - MARGIN));
    sheet.drawLines(label, MARGIN, sheet.y + 1);
    const top = sheet.y;
    const page = sheet.pdf.bufferedPageRange().count;
    sheet.flow(said, MARGIN + nameWidth);
    if (sheet.pdf.bufferedPageRange().count === page) sheet.y = top + height;
    sheet.y += 2;
  }
  sheet.y += 5;
}

function drawCode(sheet: Sheet, { text, caption }: Extract<PaperPart, { kind: "qr" }>): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  sheet.need(CODE_SIDE + 6);
  const module = CODE_SIDE / (modules.size + 2 * QUIET_MODULES);
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        sheet.pdf.rect(
          MARGIN + (column + QUIET_MODULES) * module,
          sheet.y + (row + QUIET_MODULES) * module,
          module,
          module,
        );
  // One shape for all modules: drawn apart, hairlines of white would show between them.
  sheet.pdf.fill(INK);
  const block = sheet.set(caption, TONES.quiet, sheet.width - CODE_SIDE - 12);
  sheet.drawLines(block, MARGIN + CODE_SIDE + 12, sheet.y + QUIET_MODULES * module);
  sheet.y += Math.max(CODE_SIDE, heightOf(block) + QUIET_MODULES * module) + 6;
}

function drawFeet(sheet: Sheet, { foot }: Paper): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index);
    const y = sheet.pdf.page.height - MARGIN + 4;
    const number = foot.pages.replace("{page}", String(index + 1)).replace("{pages}", String(count));
    sheet.drawLines(sheet.set(number, FOOT, 120), MARGIN + sheet.width - 120, y, 120);
    const text = sheet.set(foot.text, FOOT, sheet.width - 132);
    sheet.drawLines({ ...text, lines: text.lines.slice(0, 2) }, MARGIN, y);
  }
}
