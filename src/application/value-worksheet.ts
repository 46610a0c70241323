import type { Failure } from "@/contracts/problem";
import type { WorksheetView } from "@/contracts/valuation";
import { formatDecimal } from "@/domain/shared/decimal";
import { toDecimal } from "@/domain/shared/money";
import { ok, type Result } from "@/domain/shared/result";
import { type ValuationWorksheet, valueByMethod } from "@/domain/valuation/methods";
import { type Actor, authorise } from "./actor";

/** The customs value by a worksheet, or what stands in its way. Nothing is kept. */
export function valueWorksheet(actor: Actor, worksheet: ValuationWorksheet): Result<WorksheetView, Failure> {
  const allowed = authorise(actor, "read");
  if (!allowed.ok) return allowed;
  const found = valueByMethod(worksheet);
  const base = { method: worksheet.basis.method, currency: worksheet.currency };
  if (found.ok) {
    const { value, formula } = found.value;
    return ok({ ...base, value: formatDecimal(toDecimal(value)), formula, problem: null });
  }
  const { kind } = found.error;
  const method = "method" in found.error ? found.error.method : null;
  return ok({ ...base, value: null, formula: null, problem: { kind, method } });
}
