import { parseArgs } from "node:util";
import { type Course, courses, PAPERS, type Score } from "@tests/layouts/learning";

/** Prints, layout by layout, how many header values of the first and of the last paper were read exactly. */
export async function report(root: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: "string", default: "1" }, layouts: { type: "string", default: "24" } },
  });
  const made = await courses(root, Number(values.seed), Number(values.layouts));
  const row = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row(["layout", "1st", `${PAPERS}th without`, `${PAPERS}th with`]);
  row(["---", "---", "---", "---"]);
  for (const { layout, without, taught } of made)
    row([layout, told(taught[0]), told(without[PAPERS - 1]), told(taught[PAPERS - 1])]);
  for (let at = 0; at < PAPERS; at++)
    row([`paper ${at + 1} of all`, "", share(made, at, "without"), share(made, at, "taught")]);
}

function told(score: Score | undefined): string {
  return score ? `${score.exact}/${score.of}` : "";
}

function share(made: readonly Course[], at: number, how: "without" | "taught"): string {
  const scores = made.flatMap((course) => course[how][at] ?? []);
  const exact = scores.reduce((sum, score) => sum + score.exact, 0);
  const of = scores.reduce((sum, score) => sum + score.of, 0);
  return `${((100 * exact) / of).toFixed(1)} % (${exact}/${of})`;
}
