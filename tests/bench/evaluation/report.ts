import { LEAST, SURE } from "@/domain/extraction/field";
import { bandsOf, type Gate, gateAt, thresholdFor, withConfidence } from "./calibration";
import type { Judged, Verdict } from "./judge";
import { type Summary, summarise } from "./summary";

/** From here on a reader is as good as certain, and what is wrong all the same is what harms. */
const CERTAIN = 0.95;
/** The share of wrong values that a reader may let through unasked. */
const BORNE = 0.01;

/** The verdicts as tables: all papers, by type, by modality, and how sure the reader was of what it said. */
export function report(verdicts: readonly Verdict[], withErrors: boolean): string {
  const heads = [
    "papers of",
    "papers",
    "type",
    "header exact",
    "precision",
    "must stay empty, filled",
    "cells F1",
    "no correction",
  ];
  const rows = [
    line("all", summarise(verdicts)),
    ...by(verdicts, ({ type }) => type),
    ...by(verdicts, ({ modality }) => modality),
  ];
  return [
    ...table(heads, rows),
    ...calibration(
      "header values",
      verdicts.flatMap(({ headerValues }) => headerValues),
    ),
    ...calibration(
      "cells",
      verdicts.flatMap(({ cellValues }) => cellValues),
    ),
    ...(withErrors ? ["", ...verdicts.flatMap(({ id, errors }) => errors.map((error) => `${id} ${error}`))] : []),
    "",
  ].join("\n");
}

function by(verdicts: readonly Verdict[], key: (verdict: Verdict) => string): string[][] {
  const names = [...new Set(verdicts.map(key))].sort();
  return names.map((name) => line(name, summarise(verdicts.filter((each) => key(each) === name))));
}

function line(name: string, of: Summary): string[] {
  return [
    name,
    String(of.papers),
    percent(of.type),
    percent(of.headerExact),
    percent(of.precision),
    percent(of.emptyFilled),
    percent(of.cellsF1),
    percent(of.perfect),
  ];
}

function calibration(what: string, judged: readonly Judged[]): readonly string[] {
  const values = withConfidence(judged);
  if (values.length === 0) return [];
  const borne = thresholdFor(BORNE, values);
  const gates: [string, Gate][] = [
    [`${LEAST.toFixed(2)}, below which it is left empty`, gateAt(LEAST, values)],
    [`${SURE.toFixed(2)}, below which it is asked`, gateAt(SURE, values)],
    [`${CERTAIN.toFixed(2)}`, gateAt(CERTAIN, values)],
    ...(borne === null
      ? []
      : [[`${borne.toFixed(3)}, from which on 1 % are wrong`, gateAt(borne, values)] as [string, Gate]]),
  ];
  return [
    "",
    ...table(
      [`confidence of ${what}`, "values", "right"],
      bandsOf(values).map(({ from, count, right }) => [
        `from ${from.toFixed(2)}`,
        String(count),
        percent(right / count),
      ]),
    ),
    "",
    ...table(
      ["threshold", "let through", "wrong of these", "right values let through"],
      gates.map(([name, { passed, precision, coverage }]) => [
        name,
        String(passed),
        percent(1 - precision),
        percent(coverage),
      ]),
    ),
    ...(borne === null ? ["", "There is no threshold from which on 1 % are wrong."] : []),
  ];
}

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)} %`;
}

/** A table whose columns are aligned. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => (row[at] ?? "").length)));
  const shown = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [shown(heads), shown(widths.map((width) => "-".repeat(width))), ...rows.map(shown)];
}
