import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJsonLines } from "@/adapters/classifier/json-lines";
import { readModelFile, writeModelFile } from "@/adapters/classifier/model-file";
import { readNomenclature, readTradeWords } from "@/adapters/classifier/nomenclature-files";
import { questionRowSchema, settledRowSchema, sourceRowSchema, tuningRowSchema } from "@/contracts/classification";
import { decodeHistory, decodeModel, encodeHistory, encodeModel } from "@/domain/classification/encode-model";
import type { GoodsDescription } from "@/domain/classification/goods-text";
import type { TrainedHistory } from "@/domain/classification/history";
import { type Knowledge, knowledgeOf } from "@/domain/classification/knowledge";
import { type SourceText, trainClassifier } from "@/domain/classification/train-classifier";
import { type HistoryRow, trainHistory } from "@/domain/classification/train-history";

/** The sources that a model that ships may learn from, by the names of their files, and the goods that weights are chosen by. */
const SOURCES: readonly (readonly [name: string, kind: SourceText["kind"]])[] = [
  ["train_en_parcel.jsonl", "parcel"],
  ["train_en_searchref.jsonl", "reference"],
  ["train_us_hts_paths.jsonl", "tariff"],
];
const TUNING = ["dev_en_ecom.jsonl", "dev_en_ruling.jsonl", "dev_en_parcel.jsonl", "dev_zh_cbec.jsonl"];

/** The reference data, beside the bundle or the sources, wherever the command is run. */
function referenceFolder(): string {
  const places = ["..", "../.."].map((up) => fileURLToPath(new URL(`${up}/prisma/reference`, import.meta.url)));
  const found = [...places, "prisma/reference"].find((place) => existsSync(join(place, "nomenclature")));
  if (!found) throw new Error(`There is no nomenclature in ${places[0]}; run this from a whole copy of the project.`);
  return found;
}

const modelPath = (reference: string) => join(reference, "classifier", "model.bin");

let loaded: Knowledge | null = null;

/** What suggestions are made from, as it ships; loaded once in a process, which takes some two seconds. */
export function loadKnowledge(): Knowledge {
  if (loaded) return loaded;
  const reference = referenceFolder();
  const model = decodeModel(readModelFile(modelPath(reference)));
  loaded = knowledgeOf(readNomenclature(reference), readTradeWords(reference), model);
  return loaded;
}

/** Goods to classify, of a file of one a line. */
export function readQuestions(path: string): readonly { readonly id: string; readonly goods: GoodsDescription }[] {
  return readJsonLines(path, questionRowSchema);
}

/** Trains a sender's history from a file of one settled goods a line and writes it; tells how many lines taught. */
export function trainHistoryFile(from: string, to: string): { readonly read: number; readonly taught: number } {
  const rows: readonly HistoryRow[] = readJsonLines(from, settledRowSchema);
  const teaching = rows.filter(({ codes }) => codes.length > 0);
  const trained = trainHistory(teaching, loadKnowledge());
  if (!trained) throw new Error(`${from} has no line with a code of six digits or more; there is nothing to learn.`);
  writeModelFile(to, encodeHistory(trained));
  return { read: rows.length, taught: teaching.length };
}

/** A sender's history as `trainHistoryFile` wrote it. */
export function readHistoryFile(path: string): TrainedHistory {
  return decodeHistory(readModelFile(path));
}

/**
 * Trains the model that ships from a folder of sources and writes it into the reference data. Goods of the same folder
 * choose the weights of its ranker and tell how sure it may be. Throws where a source is missing.
 */
export function trainShippedModel(sources: string): string {
  const reference = referenceFolder();
  const texts = SOURCES.flatMap(([name, kind]) =>
    readJsonLines(join(sources, name), sourceRowSchema).map((row) => ({ kind, ...row })),
  );
  const tuning = TUNING.flatMap((name) => readJsonLines(join(sources, name), tuningRowSchema));
  const model = trainClassifier(readNomenclature(reference), readTradeWords(reference), texts, tuning);
  const path = modelPath(reference);
  mkdirSync(dirname(path), { recursive: true });
  writeModelFile(path, encodeModel(model));
  return path;
}
