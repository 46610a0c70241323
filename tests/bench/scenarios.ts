import { type Outcome, runScenario } from "../support/exchange-scenario";

const SCENARIOS = 10_000;

/** Runs the scenarios, prints the seed of each in which something is wrong, and what became of messages and answers. */
export async function report(): Promise<void> {
  const start = performance.now();
  const all: Outcome[] = [];
  for (let seed = 1; seed <= SCENARIOS; seed += 1) {
    const outcome = await runScenario(seed);
    all.push(outcome);
    if (outcome.wrong.length > 0) process.stdout.write(`seed ${seed}: ${outcome.wrong.join("; ")}\n`);
  }
  const total = (of: (outcome: Outcome) => number) => all.reduce((sum, outcome) => sum + of(outcome), 0);
  const figures = {
    scenarios: SCENARIOS,
    wrong: all.filter(({ wrong }) => wrong.length > 0).length,
    seconds: Number(((performance.now() - start) / 1_000).toFixed(1)),
    messages: total(({ messages }) => messages),
    answers: total(({ answers }) => answers),
    sentAgain: total(({ resent }) => resent),
    outcomes: added(all.map(({ outcomes }) => outcomes)),
    states: added(all.map(({ states }) => states)),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  if (figures.wrong > 0) process.exitCode = 1;
}

function added(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const each of counts) for (const [key, count] of Object.entries(each)) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}
