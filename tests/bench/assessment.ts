import { assess } from "@/domain/assessment/assess";
import { customsValue } from "@/domain/valuation/customs-value";
import { content, line, REFERENCE } from "../unit/domain/fixtures";

const LINES = 1_000;
const RUNS = 25;
const DAY = "2026-11-24";
const CODES = ["8518302000", "9503002100", "6109100010", "2204210000", "3304990000", "8471607100", "0406900000"];
const ORIGINS = ["DE", "FR", "JP", "VN", "US"];

/** Prints the least, the median and the greatest time of one declaration, valued and assessed. */
export function report(): void {
  const lines = Array.from({ length: LINES }, (_, index) =>
    line(index + 1, {
      commodityCode: CODES[index % CODES.length] ?? "",
      origin: ORIGINS[index % ORIGINS.length] ?? "",
      quantity: String(1 + (index % 97)),
      unit: index % CODES.length === 3 ? "l" : "pcs",
      amount: `${100 + index}.${String(index % 100).padStart(2, "0")}`,
      netWeightKg: "1.5",
    }),
  );
  const cents = lines.reduce((sum, each) => sum + Math.round(Number(each.amount.value) * 100), 0);
  const declared = content({ invoiceTotal: (cents / 100).toFixed(2), lines });
  const once = () => {
    const value = customsValue(declared, REFERENCE, DAY);
    if (!value.ok) throw new Error(JSON.stringify(value.error.slice(0, 3)));
    const assessed = assess({ content: declared, value: value.value, reference: REFERENCE, day: DAY });
    if (!assessed.ok) throw new Error(JSON.stringify(assessed.error.slice(0, 3)));
    return assessed.value.steps.length;
  };
  const first = timed(once);
  const times = Array.from({ length: RUNS }, () => timed(once).ms).toSorted((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(
    `${LINES} lines, ${first.result} steps, ${REFERENCE.measures.length} measures: first ${first.ms.toFixed(1)} ms; ` +
      `of ${RUNS} more least ${at(0)}, median ${at(0.5)}, greatest ${at(1)} ms\n`,
  );
}

function timed<T>(run: () => T): { readonly ms: number; readonly result: T } {
  const began = performance.now();
  const result = run();
  return { ms: performance.now() - began, result };
}
