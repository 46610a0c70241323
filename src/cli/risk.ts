import { writeFileSync } from "node:fs";
import type { ColumnMapping } from "@/domain/history/column-mapping";
import { UnreadableHistory } from "@/domain/history/column-mapping";
import { HistoryState } from "@/domain/history/history-state";
import { lookAlikesOf, SUSPICIOUS_SHARE } from "@/domain/history/look-alikes";
import { targetLeaksOf } from "@/domain/history/target-leaks";
import { rowOf, walkHistory } from "@/domain/history/walk";
import { laneFor } from "@/domain/risk-model/lanes";
import { priorityOf, type RiskModel, revenueAtRisk, scoreWith, typesOf } from "@/domain/risk-model/risk-model";
import { TRAINING_DEFAULTS, trainRiskModel } from "@/domain/risk-model/train-risk-model";
import { type History, readMapping, readStored, readTable, readTables, writeStored } from "./risk-files";

interface Options {
  readonly data?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  readonly out?: string | undefined;
  readonly model?: string | undefined;
  readonly rank?: string | undefined;
  readonly seed?: string | undefined;
}

/** How scores may rank: by chance alone, by chance and some revenue, by chance and much revenue. */
const RANKS = ["priority", "probability", "revenue"] as const;
type Rank = (typeof RANKS)[number];
/** How much a logarithm of revenue counts where scores rank by revenue. */
const REVENUE_TILT = 0.25;

/** `risk train`, `risk score` and `risk agent`, as the usage describes them. Gives the exit code. */
export async function risk(verb: string | undefined, options: Options): Promise<number> {
  const { data = [], out, model } = options;
  try {
    if (verb === "train" && data.length > 0 && out) return train(data, out, options);
    if (verb === "score" && data.length > 0 && out && model) return score(model, data, out, options);
    if (verb === "agent") return await (await import("./risk-agent")).playAgent(data, readMapping(options.mapping));
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  return complain(
    "risk needs train --data F.csv --out MODEL, score --model MODEL --data F.csv --out P.csv, or agent --data HISTORY.csv.",
    2,
  );
}

function train(paths: readonly string[], out: string, options: Options): number {
  const started = performance.now();
  const mapping = readMapping(options.mapping);
  const history = readTables(paths, mapping, options.mapping !== undefined);
  if (history.absent.length > 0) note(`No column for ${history.absent.join(", ")}: what rests on them is not known.`);
  const read = performance.now();
  refuseLeaks(history, mapping);
  const alike = lookAlikesOf(history.entries, history.outcomes);
  if (alike.share > SUSPICIOUS_SHARE)
    note(
      `${percent(alike.share)} of the inspected entries repeat a line of goods (code and net weight) of another importer, ${percent(alike.sameOutcome)} of them with its outcome. ` +
        "A line teaches once; judge the model only by lines that it has not seen.",
    );
  const seed = wholeNumber(options.seed);
  const model = trainRiskModel(history.entries, alike.learnable, { ...TRAINING_DEFAULTS, seed });
  writeStored(out, { model, mapping, entries: history.entries, outcomes: alike.learnable });
  const { entries, inspected, found } = model.training;
  note(
    `${entries} entries, ${inspected} inspected ones taught, ${found} of them irregular; ${model.heads.reduce((sum, { forest }) => sum + forest.roots.length, 0)} trees for ${model.heads.length} kinds. ` +
      (model.tried ? `AUC ${model.tried.areaUnderCurve.toFixed(3)} on weeks that they had not seen. ` : "") +
      `Read in ${seconds(started, read)} s, trained and written in ${seconds(read)} s: ${out}`,
  );
  return 0;
}

function refuseLeaks({ entries, outcomes }: History, mapping: ColumnMapping): void {
  const [leak] = targetLeaksOf(entries, outcomes);
  if (!leak) return;
  throw new UnreadableHistory(
    `Column ${mapping.columns[leak.field]} (${leak.field}) alone tells ${percent(leak.told)} of the outcomes, so it was written after them. ` +
      "Take it out of the mapping, or map the column that was known on the day.",
  );
}

function score(path: string, data: readonly string[], out: string, options: Options): number {
  const rank = RANKS.find((each) => each === (options.rank ?? "priority"));
  if (!rank) return complain(`--rank is ${RANKS.join(", ")}, not ${options.rank}.`, 2);
  const stored = readStored(path);
  const mapping = options.mapping === undefined ? stored.mapping : readMapping(options.mapping);
  const before = new Map(stored.entries.map((entry) => [entry.id, entry]));
  const asked = data.flatMap((file) => readTable(file, mapping, false).entries);
  // Asked entries that are part of the history are asked as of their day all the same.
  const entries = [...stored.entries, ...asked.filter(({ id }) => !before.has(id))];
  const wanted = new Set(asked.map(({ id }) => id));
  const started = performance.now();
  const table = walkHistory(entries, stored.outcomes, ({ id }) => wanted.has(id), new HistoryState());
  const walked = performance.now();
  const lines = Array.from(table.rows, (index, row) => {
    const entry = entries[index];
    return entry ? lineOf(stored.model, entry, rowOf(table, row), rank) : "";
  });
  writeFileSync(out, `id,score,lane,reasons\n${lines.map((line) => `${line}\n`).join("")}`);
  const each = ((performance.now() - walked) * 1000) / Math.max(1, lines.length);
  note(`${lines.length} scores in ${out}; history in ${seconds(started, walked)} s, then ${each.toFixed(0)} µs each`);
  return 0;
}

function lineOf(model: RiskModel, entry: History["entries"][number], features: Float64Array, rank: Rank): string {
  const priority = priorityOf(model, features);
  const lane = laneFor(entry, priority.logOdds, model.bands).toUpperCase();
  const reasons = typesOf(model, features).map(({ irregularity }) => irregularity);
  return `${cellOf(entry.id)},${scoreOf(model, features, rank, priority.probability)},${lane},${reasons.join("|")}`;
}

function scoreOf(model: RiskModel, features: Float64Array, rank: Rank, priority: number): string {
  if (rank === "priority") return priority.toFixed(8);
  const { probability } = scoreWith(model, features);
  if (rank === "probability") return probability.toFixed(8);
  return (probability * (1 + revenueAtRisk(model, features)) ** REVENUE_TILT).toPrecision(9);
}

function cellOf(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function wholeNumber(text: string | undefined): number {
  if (text === undefined) return TRAINING_DEFAULTS.seed;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UnreadableHistory(`--seed is a whole number, not ${text}.`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function seconds(since: number, until = performance.now()): string {
  return ((until - since) / 1000).toFixed(1);
}

function note(words: string): void {
  process.stdout.write(`${words}\n`);
}

function complain(words: string, code = 1): number {
  process.stderr.write(`${words}\n`);
  return code;
}
