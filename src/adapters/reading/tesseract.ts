import { mkdtempSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Sharp } from "sharp";
import type { Worker } from "tesseract.js";
import type { Word } from "@/domain/extraction/words";
import type { Engine, EnginePage } from "./engine";
import { isBlank, toPng, toRaster, withoutRules } from "./picture";
import type { Raster } from "./raster";
import { STRAIGHT } from "./straighten";
import { TURNS } from "./turn";

/** What is left of the rules of a form, taken for letters. */
const RULE_REMAINS = /^[|_~—–='`´‘’"]+$/;
/** Words below this are noise of the scan. */
const NOISE = 0.25;
/** So large a share of doubtful words means that the page has other letters than Latin ones. */
const DOUBTFUL_SHARE = 0.18;
const DOUBTFUL = 0.6;

/** A page read upright is at least so sure and has at least so many words. */
const UPRIGHT_SURENESS = 0.75;
const UPRIGHT_WORDS = 12;

/** Tesseract, kept open. Its models come from npm packages; nothing is fetched. */
export function createTesseract(): Engine {
  const models = gatherModels();
  let english: Promise<Worker> | null = null;
  let both: Promise<Worker> | null = null;
  const read = async (raster: Raster) => {
    english ??= open(models, ["eng"]);
    const words = await recognise(await english, raster);
    if (!looksForeign(words)) return words;
    both ??= open(models, ["chi_sim", "eng"]);
    const again = await recognise(await both, raster);
    return merge(words, again);
  };
  return {
    readPage: (picture) => readPage(picture, read),
    readRegion: read,
  };
}

/** Reads a page; one that makes no sense upright is turned, and the turn that reads best is kept. */
async function readPage(
  picture: () => Promise<Sharp>,
  read: (raster: Raster) => Promise<readonly Word[]>,
): Promise<EnginePage> {
  let best: EnginePage | null = null;
  for (const turn of TURNS) {
    const raster = await toRaster(await picture(), turn);
    const words = isBlank(raster) ? [] : await read(withoutRules(raster));
    const candidate = { turn, words, aspect: raster.width / raster.height, bend: STRAIGHT };
    if (best === null || merit(words) > merit(best.words)) best = candidate;
    if (isBlank(raster)) break;
    if (sureness(words) >= UPRIGHT_SURENESS && words.length >= UPRIGHT_WORDS) break;
  }
  return best ?? { turn: 0, words: [], aspect: 0.7, bend: STRAIGHT };
}

/** Many sure words are better than a few. */
function merit(words: readonly Word[]): number {
  return words.filter((word) => word.confidence > 0.6 && word.text.length > 2).length;
}

/** The engine looks for all its models in one folder; the packages have one each. */
function gatherModels(): string {
  const models = mkdtempSync(join(tmpdir(), "twogate-models-"));
  const require = createRequire(join(process.cwd(), "package.json"));
  for (const language of ["eng", "chi_sim"]) {
    const file = join(
      dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)),
      "4.0.0_best_int",
      `${language}.traineddata.gz`,
    );
    const place = join(models, `${language}.traineddata.gz`);
    symlinkSync(file, place);
  }
  return models;
}

async function open(models: string, languages: string[]): Promise<Worker> {
  // Where the other engine reads, this one is not loaded.
  const { createWorker, OEM, PSM } = await import("tesseract.js");
  const worker = await createWorker(languages, OEM.LSTM_ONLY, { langPath: models, cacheMethod: "none", gzip: true });
  // The engine's default takes a page for one block of text and loses most of a table.
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SPARSE_TEXT,
    user_defined_dpi: "240",
    preserve_interword_spaces: "1",
  });
  return worker;
}

async function recognise(worker: Worker, raster: Raster): Promise<readonly Word[]> {
  const { data } = await worker.recognize(await toPng(raster), {}, { blocks: true, text: false });
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  );
  return words
    .map(({ text, confidence, bbox }) => ({
      text: text.normalize("NFKC").trim(),
      confidence: Math.max(0, Math.min(1, confidence / 100)),
      box: {
        x: bbox.x0 / raster.width,
        y: bbox.y0 / raster.height,
        width: (bbox.x1 - bbox.x0) / raster.width,
        height: (bbox.y1 - bbox.y0) / raster.height,
      },
    }))
    .filter((word) => word.text !== "" && !RULE_REMAINS.test(word.text) && word.confidence >= NOISE);
}

function looksForeign(words: readonly Word[]): boolean {
  if (words.length === 0) return false;
  return words.filter((word) => word.confidence < DOUBTFUL).length / words.length > DOUBTFUL_SHARE;
}

/** The second reading wins where it is surer; what only the first one saw stays. */
function merge(first: readonly Word[], second: readonly Word[]): readonly Word[] {
  const kept = first.filter(
    (word) => !second.some((other) => overlaps(word, other) && other.confidence + 0.05 >= word.confidence),
  );
  const added = second.filter((word) => !kept.some((other) => overlaps(word, other)));
  return [...kept, ...added];
}

function overlaps({ box: a }: Word, { box: b }: Word): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 && width * height > 0.4 * Math.min(a.width * a.height, b.width * b.height);
}

/** How sure the reading of a page is, in the mean of its words. */
function sureness(words: readonly Word[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}
