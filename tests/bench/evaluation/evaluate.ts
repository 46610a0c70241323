import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judge } from "./judge";
import type { Reading, Truth } from "./paper";
import { report } from "./report";

/** Compares a folder of readings with one of truth; a paper without a reading was missed as a whole. */
export function evaluate({
  truth,
  readings,
  only,
  withErrors,
}: {
  readonly truth: string;
  readonly readings: string;
  /** Beginnings of names; all papers when there is none. */
  readonly only: readonly string[];
  readonly withErrors: boolean;
}): string {
  const names = readdirSync(truth)
    .filter((name) => name.endsWith(".json") && (only.length === 0 || only.some((start) => name.startsWith(start))))
    .sort();
  if (names.length === 0) throw new Error(`There is no truth in ${truth}.`);
  const verdicts = names.map((name) => judge(parsed<Truth>(join(truth, name)), readingAt(join(readings, name))));
  return report(verdicts, withErrors);
}

function readingAt(path: string): Reading {
  return existsSync(path) ? parsed<Reading>(path) : {};
}

function parsed<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
