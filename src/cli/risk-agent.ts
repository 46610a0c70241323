import { createInterface } from "node:readline";
import type { ColumnMapping, MappedField } from "@/domain/history/column-mapping";
import { irregularityOf, UnreadableHistory } from "@/domain/history/column-mapping";
import { dayNumber, dayOf } from "@/domain/history/day-number";
import type { Basis, HistoryEntry, HistoryOutcome } from "@/domain/history/entry";
import { readHistory } from "@/domain/history/read-history";
import { type Learner, learnerOf } from "@/domain/risk-model/learner";
import { type SelectionPolicy, selectWithin } from "@/domain/selectivity/select";
import { readTables } from "./risk-files";

/** What is said to the agent, one JSON a line. */
type Message =
  | { readonly type: "week"; readonly week: number; readonly budget: number; readonly rows: readonly Row[] }
  | { readonly type: "feedback"; readonly week: number; readonly results: readonly Result[] }
  | { readonly type: "end" };
type Row = Readonly<Record<string, string>>;
interface Result {
  readonly id: string;
  readonly found: number;
  readonly ftype: string;
  readonly revenue: number;
}

const POLICY: SelectionPolicy = { randomShare: 0.005, leastRandom: 1, explorationShare: 0.01, mostOfCohort: 1 };

/**
 * Plays the weekly game: gets the declarations of a week, answers with the ids to inspect, gets their outcomes, learns.
 * What the history says of the first asked week and later is not looked at.
 */
export async function playAgent(paths: readonly string[], mapping: ColumnMapping): Promise<number> {
  if (paths.length === 0) throw new UnreadableHistory("risk agent needs --data HISTORY.csv to learn from.");
  const history = readTables(paths, mapping, false);
  let learner: Learner | null = null;
  const chosen = new Map<string, Basis>();
  let last: readonly HistoryEntry[] = [];
  for await (const line of createInterface({ input: process.stdin })) {
    const message = messageOf(line);
    if (message.type === "end") break;
    if (message.type === "feedback") {
      learner?.learn(outcomesOf(message.results, last, chosen));
      continue;
    }
    last = entriesOf(message.rows, mapping);
    learner ??= startedBefore(history, last);
    const candidates = learner.judge(last);
    const selected = selectWithin(message.budget, candidates, POLICY, `week ${message.week}`);
    chosen.clear();
    for (const { id, basis } of selected) chosen.set(id, basis);
    process.stdout.write(`${JSON.stringify({ type: "select", ids: selected.map(({ id }) => id), log: selected })}\n`);
  }
  return 0;
}

function startedBefore(
  { entries, outcomes }: { readonly entries: readonly HistoryEntry[]; readonly outcomes: readonly HistoryOutcome[] },
  asked: readonly HistoryEntry[],
): Learner {
  const first = asked.map(({ day }) => day).sort()[0] ?? "";
  const before = entries.filter(({ day }) => day < first);
  const ids = new Set(before.map(({ id }) => id));
  return learnerOf(
    before,
    outcomes.filter(({ entryId }) => ids.has(entryId)),
  );
}

function messageOf(line: string): Message {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnreadableHistory(`The agent was told "${line.slice(0, 60)}", which is no JSON; one message a line.`);
  }
}

/** Rows of a message, read as a table of the same columns would be. */
function entriesOf(rows: readonly Row[], mapping: ColumnMapping): readonly HistoryEntry[] {
  const [first] = rows;
  if (!first) return [];
  const header = Object.keys(first);
  const known = new Set(header);
  const columns = Object.entries(mapping.columns).filter(([, column]) => known.has(column));
  const text = [header, ...rows.map((row) => header.map((column) => row[column] ?? ""))]
    .map((cells) => cells.map(quoted).join(","))
    .join("\n");
  const own = { ...mapping, columns: Object.fromEntries(columns) as Partial<Record<MappedField, string>> };
  return readHistory("The week", text, own, false).entries;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Outcomes of a week are known on the day after its last one. */
function outcomesOf(
  results: readonly Result[],
  week: readonly HistoryEntry[],
  chosen: ReadonlyMap<string, Basis>,
): readonly HistoryOutcome[] {
  const end = week.reduce((latest, { day }) => Math.max(latest, dayNumber(day)), 0);
  return results.map(({ id, found, ftype, revenue }) => ({
    entryId: id,
    // Results come in before the next week is asked; what is known by its eve counts on its first day.
    knownOn: dayOf(end),
    basis: chosen.get(id) ?? "other",
    isIrregular: Number(found) === 1,
    irregularity: Number(found) === 1 ? irregularityOf(ftype) : null,
    revenue: Number(revenue) || 0,
  }));
}
