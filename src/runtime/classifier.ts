import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
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
import { referenceFolder } from "./reference-folder";

/** The sources that a model that ships may learn from, by the names of their files, and the goods that weights are chosen by. */
const SOURCES: readonly (readonly [name: string, kind: SourceText["kind"]])[] = [
  ["train_en_parcel.jsonl", "parcel"],
  ["train_en_searchref.jsonl", "reference"],
  ["train_us_hts_paths.jsonl", "tariff"],
];
const TUNING = ["dev_en_ecom.jsonl", "dev_en_ruling.jsonl", "dev_en_parcel.jsonl", "dev_zh_cbec.jsonl"];

const modelPath = (reference: string) => join(reference, "classifier", "model.bin");

/** What suggestions are made from, as it ships. Loading takes one to two seconds and 200 MB. */
export function loadKnowledge(): Knowledge {
  const reference = referenceFolder();
  const model = decodeModel(readModelFile(modelPath(reference)));
  return knowledgeOf(readNomenclature(reference), readTradeWords(reference), model);
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
