import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readJsonLines } from "@/adapters/classifier/json-lines";
import { readTradeWords } from "@/adapters/classifier/nomenclature-files";
import { tuningRowSchema } from "@/contracts/classification";
import { type History, NO_HISTORY } from "@/domain/classification/history";
import { type Knowledge, knowledgeOf } from "@/domain/classification/knowledge";
import { suggest } from "@/domain/classification/suggest";
import { type Placed, type TuningGoods, tuned, wordsForTuning } from "@/domain/classification/train-classifier";
import { loadKnowledge, readHistoryFile, trainHistoryFile } from "@/runtime/classifier";

/** The sets, with the least and the aim in percent for the first code and for the first five. */
const SETS = [
  { file: "dev_en_ecom.jsonl", name: "e-commerce, English", least: "40 / 62", aim: "55 / 78" },
  { file: "dev_en_ruling.jsonl", name: "rulings, English", least: "36 / 58", aim: "57.5 / 75" },
  { file: "dev_en_parcel.jsonl", name: "parcels, English", least: "36 / 56", aim: "50 / 70" },
  { file: "dev_zh_cbec.jsonl", name: "Chinese, balanced", least: "35 / 57", aim: "50 / 72" },
] as const;
const HISTORY = {
  file: "dev_zh_cbec.jsonl",
  name: "Chinese, balanced, with history",
  least: "68 / 85",
  aim: "75 / 92",
};
const HISTORY_ROWS = "train_zh_cbec.jsonl";
const SHOWN = 5;

interface Measured {
  readonly count: number;
  readonly first: number;
  readonly five: number;
  readonly sure: number;
  readonly wrongSure: number;
  readonly msEach: number;
}

/** Prints the table of targets for the sets in the folder that `--kit` names. */
export function report(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { kit: { type: "string" } } });
  const kit = values.kit;
  if (!kit || !existsSync(kit)) throw new Error("Name a folder with dev_*.jsonl by --kit DIR.");
  const knowledge = loadKnowledge();
  const present = SETS.filter(({ file }) => existsSync(join(kit, file)));
  const goods = present.map(({ file }) => readJsonLines(join(kit, file), tuningRowSchema));
  const words = wordsForTuning(readTradeWords("prisma/reference"), goods.flat());
  const heard = knowledgeOf(knowledge.nomenclature, words, knowledge.model);
  const apart = new Map(tuned(heard, goods.flat()).outcomes.map((outcome) => [outcome.id, outcome]));
  print("| set | goods | first / five | not chosen by | least | aim | sure, of these wrong | ms each |");
  print("| --- | --- | --- | --- | --- | --- | --- | --- |");
  present.forEach(({ name, least, aim }, index) => {
    const rows = goods[index] ?? [];
    row(name, measured(rows, knowledge, NO_HISTORY), crossValidated(rows, apart), least, aim);
  });
  if (existsSync(join(kit, HISTORY_ROWS))) withHistory(kit, knowledge);
}

function withHistory(kit: string, knowledge: Knowledge): void {
  const folder = mkdtempSync(join(tmpdir(), "twogate-history-"));
  try {
    const started = performance.now();
    trainHistoryFile(join(kit, HISTORY_ROWS), join(folder, "history.bin"));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const history = { trained: readHistoryFile(join(folder, "history.bin")), remembered: [] };
    const rows = readJsonLines(join(kit, HISTORY.file), tuningRowSchema);
    row(HISTORY.name, measured(rows, knowledge, history), "–", HISTORY.least, HISTORY.aim);
    print(`\nThe history was learned in ${seconds} s.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(rows: readonly TuningGoods[], knowledge: Knowledge, history: History): Measured {
  const started = performance.now();
  const suggestions = rows.map((goods) => ({ codes: goods.codes, ...suggest(goods, knowledge, history) }));
  const msEach = (performance.now() - started) / Math.max(1, rows.length);
  const places = suggestions.map(({ codes, candidates }) =>
    candidates.findIndex(({ code }) => codes.includes(code.slice(0, 6))),
  );
  const sure = suggestions.filter((each) => each.sure);
  return {
    count: rows.length,
    first: places.filter((place) => place === 0).length,
    five: places.filter((place) => place >= 0).length,
    sure: sure.length,
    wrongSure: sure.filter(({ codes, candidates }) => !codes.includes(candidates[0]?.code.slice(0, 6) ?? "")).length,
    msEach,
  };
}

/**
 * The same figures where each fifth of the goods is ranked by weights that the other four fifths chose, and without the
 * titles and half of the phrases among trade words that these goods may have led to.
 */
function crossValidated(rows: readonly TuningGoods[], outcomes: ReadonlyMap<string, Placed>): string {
  const places = rows.map(({ id }) => outcomes.get(id)?.place ?? -1);
  const share = (least: number) => percent(places.filter((place) => place >= 0 && place < least).length, rows.length);
  return `${share(1)} / ${share(SHOWN)}`;
}

function row(name: string, seen: Measured, apart: string, least: string, aim: string): void {
  const { count, first, five, sure, wrongSure, msEach } = seen;
  const right = `${percent(first, count)} / ${percent(five, count)}`;
  print(
    `| ${name} | ${count} | ${right} | ${apart} | ${least} | ${aim} | ${sure}, ${wrongSure} | ${msEach.toFixed(1)} |`,
  );
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
