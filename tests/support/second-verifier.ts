import { spawnSync } from "node:child_process";

const SCRIPT = "tests/second-verifier/verify.py";

/** Where python3 must not be needed, this says so; else its absence is a failure and no test that was left out. */
export const isWithoutPython = process.env.TWOGATE_WITHOUT_PYTHON === "1";

/** What the second verifier answers to each question, in one process, for it is slow to start. */
export function askSecond(questions: readonly object[]): unknown[] {
  const input = questions.map((each) => `${JSON.stringify(each)}\n`).join("");
  const outcome = spawnSync("python3", [SCRIPT, "batch"], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (outcome.error)
    throw new Error(
      "There is no python3, which runs the second verifier. Install it, or set TWOGATE_WITHOUT_PYTHON=1 to leave it out.",
    );
  const answers = outcome.stdout
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
  if (outcome.status !== 0 || answers.length !== questions.length)
    throw new Error(`the second verifier broke off after ${answers.length} of ${questions.length}: ${outcome.stderr}`);
  return answers;
}
