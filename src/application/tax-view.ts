import type { TaxView } from "@/contracts/views/declaration";
import type { Assessment } from "@/domain/assessment/assess";
import { formatDecimal } from "@/domain/shared/decimal";
import { type Money, toDecimal } from "@/domain/shared/money";

/** An assessment that nothing secures yet, as screens and API show it. */
export function toTaxView(assessment: Assessment): TaxView {
  const { lawDate, customsValue, duty, consumptionTax, vat, total, steps } = assessment;
  return {
    currency: total.currency,
    lawDate,
    customsValue: text(customsValue),
    duty: text(duty),
    consumptionTax: text(consumptionTax),
    vat: text(vat),
    total: text(total),
    steps: steps.map(({ factId: _fact, base, amount, ...step }) => ({
      ...step,
      currency: amount.currency,
      baseCurrency: base.currency,
      base: text(base),
      amount: text(amount),
    })),
    secured: "none",
    outstanding: text(total),
  };
}

function text(money: Money): string {
  return formatDecimal(toDecimal(money));
}
