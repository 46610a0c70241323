import type { Raster } from "./raster";

/** So dark is the darkest hundredth of a page, which is its ink, and so light the paper, of which most of it is. */
const INK = 0.01;
const PAPER = 0.6;
/** So many of its own spreads below the paper begins what is no grain of it. */
const SPREADS = 2;
/** The white never comes nearer to the ink than so; pale print is between the two. */
const LEAST_WHITE = 0.6;
/** Points so far apart lie on the same paper and in different grains. */
const APART = 5;
/** How much two points of the same spread differ, in the median and without sign, in spreads. */
const MEDIAN_OF_DIFFERENCE = 0.6745 * Math.SQRT2;

/**
 * A grey page with black ink on white paper. The white begins below the grain of the paper: stretched as far as the
 * middle of the paper, the grain of a copier becomes specks, which are taken for letters and break words apart.
 */
export function levelled({ data, width, height }: Raster): Raster {
  const [ink, paper] = shadesAt(data, [INK, PAPER]);
  const white = Math.max(paper - SPREADS * grainOf(data, width), ink + LEAST_WHITE * (paper - ink));
  const range = Math.max(1, white - ink);
  const shades = Uint8Array.from({ length: 256 }, (_, shade) =>
    Math.max(0, Math.min(255, Math.round(((shade - ink) * 255) / range))),
  );
  return { data: data.map((shade) => shades[shade] as number), width, height };
}

/** How much the paper differs from itself, as a standard deviation in shades; most of a page is paper. */
function grainOf(data: Uint8Array, width: number): number {
  const differences = new Uint8Array(Math.max(0, Math.floor((data.length - APART) / 2)));
  for (let at = 0; at < differences.length; at++)
    differences[at] = Math.abs((data[2 * at] as number) - (data[2 * at + APART] as number));
  return width > APART ? shadesAt(differences, [0.5])[0] / MEDIAN_OF_DIFFERENCE : 0;
}

/** The shades that these shares of the points do not exceed. */
function shadesAt<const S extends readonly number[]>(data: Uint8Array, shares: S): { [K in keyof S]: number } {
  const counts = new Uint32Array(256);
  for (const shade of data) counts[shade] = (counts[shade] as number) + 1;
  const found = shares.map((share) => {
    let sum = 0;
    for (let shade = 0; shade < 256; shade++) {
      sum += counts[shade] as number;
      if (sum >= share * data.length) return shade;
    }
    return 255;
  });
  return found as { [K in keyof S]: number };
}
