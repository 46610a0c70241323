import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How heavy letters are, by the names of the package's files. */
export type Weight = 400 | 700;

interface Face {
  readonly path: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Printed where no file has the character. */
export const UNKNOWN = "□";

const FACE = /@font-face\s*\{[^}]*url\(\.\/(files\/[\w.-]+\.woff)\)[^}]*unicode-range:\s*([^;}]+)/g;

const read = new Map<Weight, readonly Face[]>();

/** The file with the letter of a character; null where none has it. The letters are in a hundred files a weight. */
export function faceOf(character: string, weight: Weight): string | null {
  const point = character.codePointAt(0) ?? 0;
  const face = facesOf(weight).findLast(({ ranges }) =>
    ranges.some(([first, last]) => first <= point && point <= last),
  );
  return face?.path ?? null;
}

/** The style sheet of the package says which file has which characters; of two that claim one, the later has it. */
function facesOf(weight: Weight): readonly Face[] {
  const known = read.get(weight);
  if (known) return known;
  const require = createRequire(join(process.cwd(), "package.json"));
  const folder = dirname(require.resolve("@fontsource/noto-sans-sc/package.json"));
  const sheet = readFileSync(join(folder, `${weight}.css`), "utf8");
  const faces = [...sheet.matchAll(FACE)].map(([, file = "", ranges = ""]) => ({
    path: join(folder, file),
    ranges: ranges.split(",").map(toRange),
  }));
  read.set(weight, faces);
  return faces;
}

function toRange(text: string): readonly [number, number] {
  const [first = "", last = first] = text.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
