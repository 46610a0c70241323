import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { type History, readMapping, readTables } from "@/cli/risk-files";
import { randomFrom } from "@/domain/classification/train-linear";
import { DEFAULT_MAPPING } from "@/domain/history/column-mapping";
import { csvRows } from "@/domain/history/csv-rows";
import type { HistoryEntry } from "@/domain/history/entry";
import { lookAlikesOf } from "@/domain/history/look-alikes";
import { rowOf, walkHistory } from "@/domain/history/walk";
import {
  areaUnderCurve,
  atShare,
  averagePrecision,
  bootstrapInterval,
  calibrationError,
} from "@/domain/risk-model/metrics";
import { explainWith, priorityOf, type RiskModel, scoreWith, typesOf } from "@/domain/risk-model/risk-model";
import { scoreByCard } from "@/domain/risk-model/scorecard";
import { trainRiskModel } from "@/domain/risk-model/train-risk-model";

/** The first of the thirteen weeks that are asked without an outcome of theirs. */
const ASKED_FROM = "2025-09-29";
const SAMPLES = 200;
const MOST_TIMED = 2000;

interface Asked {
  readonly entry: HistoryEntry;
  readonly features: Float64Array;
  readonly isIrregular: number;
  readonly kind: string;
  readonly revenue: number;
}

/** Prints the figures of risk on the histories in the folder that `--kit` names. */
export function report(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { kit: { type: "string" } } });
  const { kit } = values;
  if (!kit || !existsSync(kit)) throw new Error("Name a folder with sim_dev.csv.gz by --kit DIR.");
  const file = (name: string) => join(kit, `${name}.csv.gz`);
  const dev = readTables([file("sim_dev")], DEFAULT_MAPPING, false);
  const before = {
    entries: dev.entries.filter(({ day }) => day < ASKED_FROM),
    outcomes: dev.outcomes.filter(({ knownOn }) => knownOn < ASKED_FROM),
  };
  const asked = askedOf(dev, before, file("sim_dev"));
  const own = timed("its own past", () => trainRiskModel(before.entries, before.outcomes));
  const large = readTables([file("sim_train"), file("sim_valid")], DEFAULT_MAPPING, false);
  const other = timed("the past of the large world", () => trainRiskModel(large.entries, large.outcomes));
  print("| trained on | score | AUC (95 %) | AP (95 %) | found at 5 / 10 / 20 % | revenue at 20 % | ECE |");
  print("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [name, model] of [
    ["its own past", own],
    ["the large world", other],
  ] as const) {
    figures(`${name} | priority`, asked, ({ features }) => priorityOf(model, features).probability);
    figures(`${name} | chance`, asked, ({ features }) => scoreWith(model, features).probability);
    figures(`${name} | scorecard`, asked, ({ features }) => scoreByCard(model.scorecard, features).probability);
  }
  for (const model of [own, other]) stopped(model, asked);
  speed(other, asked);
  const mapping = readMapping("samples/risk/kcs-mapping.json");
  const kcs = readTables([file("kcs_train")], mapping, true);
  const { share, learnable } = lookAlikesOf(kcs.entries, kcs.outcomes);
  print(`\nPublished synthetic declarations: ${percent(share)} of the lines are copies.`);
  const distinct = { entries: kcs.entries, outcomes: learnable };
  const published = timed("one of each", () => trainRiskModel(kcs.entries, learnable));
  novelLines(published, distinct, readTables([file("kcs_valid")], mapping, true), join(kit, "kcs_valid_labels.csv"));
}

/** The asked entries with the truth, which stands in columns that no model reads. */
function askedOf({ entries }: History, { outcomes }: History, path: string): readonly Asked[] {
  const [header = [], ...lines] = [...csvRows(gunzipSync(readFileSync(path)).toString("utf8"))];
  const at = (line: readonly string[] | undefined, column: string) => line?.[header.indexOf(column)] ?? "";
  const truth = new Map(lines.map((line) => [at(line, "id"), line]));
  const table = walkHistory(entries, outcomes, ({ day }) => day >= ASKED_FROM);
  return Array.from(table.rows, (index, row) => {
    const entry = entries[index] as HistoryEntry;
    const line = truth.get(entry.id);
    const isIrregular = Number(at(line, "fraud"));
    return {
      entry,
      features: rowOf(table, row),
      isIrregular,
      kind: at(line, "ftype"),
      revenue: Number(at(line, "revenue")),
    };
  });
}

function figures(name: string, asked: readonly Asked[], scoreOf: (each: Asked) => number): void {
  const scores = asked.map(scoreOf);
  const isPositive = asked.map(({ isIrregular }) => isIrregular);
  const judged = { scores, isPositive };
  const interval = (figure: (of: typeof judged) => number) => {
    const [low, high] = bootstrapInterval(
      scores.length,
      (sample) =>
        figure({
          scores: Array.from(sample, (row) => scores[row] ?? 0),
          isPositive: Array.from(sample, (row) => isPositive[row] ?? 0),
        }),
      SAMPLES,
      randomFrom(1),
    );
    return `${figure(judged).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  };
  const found = [0.05, 0.1, 0.2].map((share) => percent(atShare(judged, share).recall)).join(" / ");
  const held = sumOf(stoppedOf(asked, scores)) / sumOf(asked);
  const error = calibrationError(judged).toFixed(4);
  print(
    `| ${name} | ${interval(areaUnderCurve)} | ${interval(averagePrecision)} | ${found} | ${percent(held)} | ${error} |`,
  );
}

/** The fifth with the highest scores. */
function stoppedOf(asked: readonly Asked[], scores: readonly number[]): readonly Asked[] {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return order.slice(0, Math.round(asked.length / 5)).map((row) => asked[row] as Asked);
}

function sumOf(rows: readonly Asked[]): number {
  return rows.reduce((sum, { revenue }) => sum + revenue, 0);
}

/** Of the stopped fifth: how often the kind is named, and which honest importers bear it. */
function stopped(model: RiskModel, asked: readonly Asked[]): void {
  const held = stoppedOf(
    asked,
    asked.map(({ features }) => priorityOf(model, features).probability),
  );
  const places = held
    .filter(({ isIrregular }) => isIrregular)
    .map(({ features, kind }) => typesOf(model, features).findIndex(({ irregularity }) => irregularity === kind));
  const within = (most: number) => percent(places.filter((place) => place >= 0 && place < most).length / places.length);
  print(`\nOf ${places.length} stopped irregular ones the kind is first ${within(1)}, among three ${within(3)}.`);
  const isHeld = new Set(held);
  for (const group of ["certified", "newcomer", "other"]) {
    const honest = asked.filter((each) => !each.isIrregular && groupOf(each.entry) === group);
    print(
      `Honest held, ${group}: ${percent(honest.filter((each) => isHeld.has(each)).length / honest.length)} of ${honest.length}`,
    );
  }
}

function groupOf({ isCertified, importerAgeWeeks }: HistoryEntry): string {
  if (isCertified) return "certified";
  return importerAgeWeeks !== null && importerAgeWeeks < 26 ? "newcomer" : "other";
}

function speed(model: RiskModel, asked: readonly Asked[]): void {
  const rows = asked.slice(0, MOST_TIMED).map(({ features }) => features);
  const each = (work: (row: Float64Array) => unknown) => {
    for (const row of rows) work(row);
    // Time of the processor, so that others at work on the machine do not count.
    const before = process.cpuUsage();
    for (const row of rows) work(row);
    return process.cpuUsage(before).user / 1000 / rows.length;
  };
  print(`\nA score takes ${(1000 * each((row) => scoreWith(model, row))).toFixed(1)} µs,`);
  print(`an exact explanation ${each((row) => explainWith(model, row)).toFixed(3)} ms.`);
}

function novelLines(model: RiskModel, past: History, asked: History, labels: string): void {
  const novel = new Set(
    [...csvRows(readFileSync(labels, "utf8"))].filter((row) => row[3] === "novel").map(([id]) => id),
  );
  const table = walkHistory([...past.entries, ...asked.entries], past.outcomes, ({ id }) => novel.has(id));
  const truth = new Map(asked.outcomes.map(({ entryId, isIrregular }) => [entryId, isIrregular ? 1 : 0]));
  const ids = Array.from(table.rows, (index) => asked.entries[index - past.entries.length]?.id ?? "");
  const scores = Array.from(table.rows.keys(), (row) => scoreWith(model, rowOf(table, row)).logOdds);
  const auc = areaUnderCurve({ scores, isPositive: ids.map((id) => truth.get(id) ?? 0) });
  print(`On ${ids.length} lines that are no copies: AUC ${auc.toFixed(3)}.`);
}

function timed(name: string, work: () => RiskModel): RiskModel {
  const started = performance.now();
  const before = process.cpuUsage();
  const model = work();
  const ofProcessor = (process.cpuUsage(before).user / 1e6).toFixed(1);
  const { entries, inspected, found } = model.training;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(
    `Trained on ${name}: ${entries} entries, ${inspected} inspected, ${found} irregular, ${seconds} s, ${ofProcessor} s of the processor`,
  );
  return model;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
