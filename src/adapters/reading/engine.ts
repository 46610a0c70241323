import type { Sharp } from "sharp";
import type { Bend, Word } from "@/domain/extraction/words";
import type { Raster } from "./raster";
import type { Turn } from "./turn";

/** A page as an engine read it: its words on the upright, straightened page, and what was done to make it so. */
export interface EnginePage {
  readonly words: readonly Word[];
  /** Width over height of the page that the words stand on. */
  readonly aspect: number;
  readonly turn: Turn;
  readonly bend: Bend;
}

/** What reads words from pictures. Every engine answers in the same model, whatever it is built on. */
export interface Engine {
  /** Reads a page that may lie on its side, stand on its head or hang askew. */
  readPage(picture: () => Promise<Sharp>): Promise<EnginePage>;
  /** Reads a part of a page that is upright already. */
  readRegion(raster: Raster): Promise<readonly Word[]>;
}
