import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { readJsonLines } from "@/adapters/classifier/json-lines";
import { readModelFile, writeModelFile } from "@/adapters/classifier/model-file";
import { readNomenclature, readTradeWords } from "@/adapters/classifier/nomenclature-files";
import type { Classifier } from "@/application/classifying";
import { questionRowSchema, settledRowSchema, sourceRowSchema, tuningRowSchema } from "@/contracts/classification";
import { decodeHistory, decodeModel, encodeHistory, encodeModel } from "@/domain/classification/encode-model";
import type { GoodsDescription } from "@/domain/classification/goods-text";
import { type History, NO_HISTORY, remember, type TrainedHistory } from "@/domain/classification/history";
import { type Knowledge, knowledgeOf } from "@/domain/classification/knowledge";
import { suggest } from "@/domain/classification/suggest";
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

let loaded: Knowledge | null = null;

/** What suggestions are made from, as it ships; loaded once in a process, which takes some two seconds. */
export function loadKnowledge(): Knowledge {
  if (loaded) return loaded;
  const reference = referenceFolder();
  const model = decodeModel(readModelFile(modelPath(reference)));
  loaded = knowledgeOf(readNomenclature(reference), readTradeWords(reference), model);
  return loaded;
}

/** Histories of organisations that are kept at hand, each as large as what it settled. */
const KEPT_HISTORIES = 50;

/**
 * What suggests codes to a running product. What ships is loaded when the first suggestion is asked for; what an
 * organisation settled is taken in as it comes, and of each goods once.
 */
export function createClassifier(): Classifier {
  const learned = new Map<
    string,
    Map<string, { readonly code: string; readonly row: History["remembered"][number] }>
  >();
  return {
    suggest: async (goods, organisationId, decided) => {
      const knowledge = loadKnowledge();
      const known = learned.get(organisationId) ?? new Map();
      const rows = decided.flatMap(({ key, description, commodityCode }) => {
        const before = known.get(key);
        if (before?.code === commodityCode) return [before.row];
        const settled = { description, code: commodityCode, by: "person" as const };
        const row = remember(NO_HISTORY, settled, knowledge.lexicon).remembered[0];
        if (row) known.set(key, { code: commodityCode, row });
        return row ? [row] : [];
      });
      learned.delete(organisationId);
      learned.set(organisationId, known);
      for (const oldest of learned.keys()) {
        if (learned.size <= KEPT_HISTORIES) break;
        learned.delete(oldest);
      }
      return suggest(goods, knowledge, { trained: null, remembered: rows });
    },
  };
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
