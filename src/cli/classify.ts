import { writeFileSync } from "node:fs";
import { suggest } from "@/domain/classification/suggest";
import {
  loadKnowledge,
  readHistoryFile,
  readQuestions,
  trainHistoryFile,
  trainShippedModel,
} from "@/runtime/classifier";

interface Options {
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly model?: string | undefined;
  readonly history?: string | undefined;
  readonly sources?: string | undefined;
}

/**
 * `classify --input F --output P [--model M]` writes a suggestion for each line; `classify train --history F --model M`
 * learns a sender's codes; `classify train --sources DIR` trains the model that ships. Gives the exit code.
 */
export function classify(verb: string | undefined, options: Options): number {
  try {
    if (verb === undefined && options.input && options.output)
      return predict(options.input, options.output, options.model);
    if (verb === "train" && options.history && options.model) return learn(options.history, options.model);
    if (verb === "train" && options.sources) return train(options.sources);
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  return complain(
    "classify needs --input F --output P [--model M], train --history F --model M, or train --sources DIR.",
    2,
  );
}

function predict(input: string, output: string, model: string | undefined): number {
  const knowledge = loadKnowledge();
  const history = { trained: model ? readHistoryFile(model) : null, remembered: [] };
  const questions = readQuestions(input);
  const started = performance.now();
  const lines = questions.map(({ id, goods }) => {
    const suggestion = suggest(goods, knowledge, history);
    return JSON.stringify({ id, codes: suggestion.candidates.map(({ code }) => code), ...suggestion });
  });
  const each = (performance.now() - started) / Math.max(1, lines.length);
  writeFileSync(output, lines.map((line) => `${line}\n`).join(""));
  process.stdout.write(`${lines.length} suggestions in ${output}, ${each.toFixed(1)} ms each\n`);
  return 0;
}

function learn(from: string, to: string): number {
  const started = performance.now();
  const { read, taught } = trainHistoryFile(from, to);
  process.stdout.write(`${taught} of ${read} lines taught ${to} in ${seconds(started)} s\n`);
  return 0;
}

function train(sources: string): number {
  const started = performance.now();
  const path = trainShippedModel(sources);
  process.stdout.write(`Trained ${path} in ${seconds(started)} s\n`);
  return 0;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

function complain(words: string, code = 1): number {
  process.stderr.write(`${words}\n`);
  return code;
}
