import type { Box, Method } from "../shared/sourced";

/** One word on a page, whatever engine read it. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1. A text layer gives 1. */
  readonly confidence: number;
}

/**
 * How the lines of a page hang: their slant in radians at the middle of the page, and how much it changes from its top to
 * its foot, as in a photo taken from one side. Both are 0 on a straight page.
 */
export interface Bend {
  readonly slant: number;
  readonly change: number;
}

/** The kinds of bar codes that are read. */
export const BAR_CODE_FORMATS = ["code_128", "qr", "pdf417"] as const;

/** A bar code on a page: what it says, letter by letter, and where it stands. */
export interface BarCode {
  readonly format: (typeof BAR_CODE_FORMATS)[number];
  readonly text: string;
  readonly box: Box;
}

/** One page as the readers see it. */
export interface PageText {
  /** From 1. */
  readonly number: number;
  /** Width over height of the upright page, so that fractions of both can be compared. */
  readonly aspect: number;
  readonly method: Extract<Method, "text_layer" | "ocr">;
  /** The turn, in degrees clockwise, that was applied to make the page upright. Boxes are on the upright page. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** How it hung before it was made level, after the turn; absent where it was straight. */
  readonly bend?: Bend | undefined;
  readonly words: readonly Word[];
  /** The bar codes on it; absent where there is none. */
  readonly codes?: readonly BarCode[] | undefined;
}
