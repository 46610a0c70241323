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
}
