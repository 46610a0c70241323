import type { HeaderField } from "./field";
import { parseCurrency } from "./parse-value";
import { CONTRADICTED } from "./reconcile";

interface Priced {
  readonly name: HeaderField;
  readonly value: string;
  readonly raw: string;
  readonly label?: string;
  readonly confidence: number;
}

/** Amounts that are declared in the currency of the invoice. */
const CHARGES: readonly HeaderField[] = ["freight", "insurance"];

/**
 * A charge that is stated in another currency than the invoice, such as "Freight (USD): 410.00" on an invoice in EUR, is
 * not sure: its figure would be taken for one in the currency of the invoice, so a person is asked.
 */
export function doubtOtherCurrencies<F extends Priced>(fields: readonly F[]): readonly F[] {
  const currency = fields.find((field) => field.name === "currency")?.value;
  if (!currency) return fields;
  return fields.map((field) => {
    const stated = CHARGES.includes(field.name) ? (statedIn(field.raw) ?? statedIn(field.label ?? "")) : null;
    return stated === null || stated === currency
      ? field
      : { ...field, confidence: Math.min(field.confidence, CONTRADICTED) };
  });
}

/** The currency that a text names; signs that several currencies share name none. */
function statedIn(text: string): string | null {
  const named = parseCurrency(text.replace(/(?<![A-Z])[$¥￥]/g, " "));
  return named === "RMB" ? "CNY" : named;
}
