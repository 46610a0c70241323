import type PDFDocument from "pdfkit";
import type { Weight } from "./letters";
import { type Line, type Measure, setLines } from "./lines";

/** Points from the edge of the page. */
export const MARGIN = 56;
/** Of the height of letters. */
const LEADING = 1.45;
/** Where the letters stand within their line, of its height. */
const BASELINE = 0.76;

export interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

/** Lines that were set, and how high they are together. */
export interface Block {
  readonly style: Style;
  readonly lines: readonly Line[];
}

/** A place on the pages of a document that moves down as things are drawn, and on to the next page. */
export class Sheet {
  y: number = MARGIN;

  constructor(readonly pdf: typeof PDFDocument.prototype) {}

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  get bottom(): number {
    return this.pdf.page.height - MARGIN - 14;
  }

  /** Goes on to a new page unless so much is left of this one, in points; whether it did. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom || this.y === MARGIN) return false;
    this.turn();
    return true;
  }

  turn(): void {
    this.pdf.addPage();
    this.y = MARGIN;
  }

  set(text: string, style: Style, width: number): Block {
    const measure: Measure = (face, run) => this.pdf.font(face).fontSize(style.size).widthOfString(run);
    return { style, lines: setLines(text, style.weight, width, measure) };
  }

  /** Draws lines of a block at a place; they end at the right edge of the width where they are aligned to the end. */
  drawLines({ style, lines }: Block, x: number, y: number, end?: number): void {
    for (const [index, line] of lines.entries()) {
      const width = line.reduce((sum, run) => sum + run.width, 0);
      let at = end === undefined ? x : x + end - width;
      const base = y + (index + BASELINE) * lineHeight(style);
      for (const run of line) {
        this.pdf.font(run.face).fontSize(style.size).fillColor(style.colour);
        this.pdf.text(run.text, at, base, { lineBreak: false, baseline: "alphabetic" });
        at += run.width;
      }
    }
  }

  /** Draws a block from here on, over as many pages as it takes. */
  flow({ style, lines }: Block, x: number): void {
    for (const line of lines) {
      this.need(lineHeight(style));
      this.drawLines({ style, lines: [line] }, x, this.y);
      this.y += lineHeight(style);
    }
  }
}

/** In points. */
export function lineHeight({ size }: Style): number {
  return size * LEADING;
}

/** In points. */
export function heightOf({ style, lines }: Block): number {
  return lines.length * lineHeight(style);
}
