import { readFile, writeFile } from "node:fs/promises";
import { describeIssue } from "@/contracts/words";
import { shippedLaw } from "@/runtime/shipped-law";
import { answer } from "./tax-answer";
import { CaseError, Given, taxCaseFile } from "./tax-case";
import { toQuestion } from "./tax-declaration";

/**
 * Works out the tax cases of a file, by the same law as declarations, and writes them with what comes out of each: the
 * fields under `expected`, every step with its formula under `steps`. How many cases could not be read is the exit
 * code's business; one that the law refuses is an answer.
 */
export async function taxCases(input: string, output: string): Promise<number> {
  const file = taxCaseFile.safeParse(JSON.parse(await readFile(input, "utf8")));
  if (!file.success) {
    const [issue] = file.error.issues;
    process.stderr.write(`${input}, ${issue?.path.join(".")}: ${issue?.message}\n`);
    return 1;
  }
  const { parameters, today } = shippedLaw();
  let unread = 0;
  const cases = file.data.cases.map((each) => {
    try {
      const given = new Given(each.inputs, each.id);
      const { fields, steps, issues } = answer(toQuestion(each, given, parameters, today), given);
      const said = issues.map((issue) => ({ code: issue.code, ...describeIssue(issue, "en") }));
      return { id: each.id, regime: each.regime, inputs: each.inputs, expected: fields, steps, issues: said };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      unread += 1;
      process.stderr.write(`${error.message}\n`);
      return { id: each.id, regime: each.regime, inputs: each.inputs, expected: {}, error: error.message };
    }
  });
  const { cases: _cases, ...head } = file.data;
  await writeFile(output, `${JSON.stringify({ ...head, cases }, null, 1)}\n`);
  process.stdout.write(`${output}: ${cases.length - unread} of ${cases.length} cases\n`);
  return unread === 0 ? 0 : 1;
}
