import type { BacktestView } from "@/contracts/views/rule";

/** A backtest as a CSV table: one row a figure, a lane change, a group or an example. */
export function csvOf({ result, resultHash }: BacktestView): string {
  const rows: (readonly (string | number)[])[] = [
    ["part", "name", "value", "count", "share_of_hits", "share_of_all"],
    ["figure", "from", result.window.from],
    ["figure", "before", result.window.before],
    ...(["declarations", "hits", "selected", "stopped", "stoppedShare", "newlyStopped", "officerHours"] as const).map(
      (name) => ["figure", name, result[name]],
    ),
    ...(["inspected", "irregular", "revenueFound"] as const).map((name) => ["figure", name, result[name]]),
    ["figure", "resultHash", resultHash],
    ...result.lanes.map(({ from, to, count }) => ["lane", from, to, count]),
    ...result.groups.map((each) => [
      ...["group", each.dimension, each.value, each.hits],
      ...[each.shareOfHits, each.shareOfAll],
    ]),
    ...result.examples.map(({ reference, day, facts }) => [
      ...["example", reference, day],
      facts.map(({ comparison }) => comparison).join("; "),
    ]),
  ];
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}

/** A cell in quotation marks; one that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
