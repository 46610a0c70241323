import { isProduct } from "../extraction/line-arithmetic";
import { compare, formatDecimal, round, sum, ZERO } from "../shared/decimal";
import { minorDigits } from "../shared/money";
import { includedCharges } from "../valuation/included-charges";
import type { DeclarationDraft, DraftLine } from "./assemble";
import type { Issue } from "./issue";
import { leafIssue, numberOf } from "./leaf";

/** Whether the figures agree with one another: lines with the total, prices with amounts, net with gross. */
export function checkArithmetic(draft: DeclarationDraft): readonly Issue[] {
  const digits = minorDigits(currencyOf(draft));
  return [
    ...totalDiffers(draft, digits),
    ...draft.lines.flatMap((line) => lineDiffers(line, digits)),
    ...netAboveGross(draft),
  ];
}

/** What is no currency code has an issue of its own; its figures are then compared to the cent. */
function currencyOf({ currency }: DeclarationDraft): string {
  return currency && /^[A-Z]{3}$/.test(currency.value) ? currency.value : "CNY";
}

function totalDiffers(draft: DeclarationDraft, digits: number): readonly Issue[] {
  const total = numberOf(draft.invoiceTotal);
  const amounts = draft.lines.flatMap((line) => numberOf(line.amount) ?? []);
  if (!total || amounts.length === 0 || amounts.length < draft.lines.length) return [];
  const goods = sum(amounts);
  const { freight, insurance } = draft;
  const included = includedCharges({ total, goods, freight: numberOf(freight), insurance: numberOf(insurance) });
  if (included) return [];
  return [
    leafIssue("total_differs", "invoiceTotal", draft.invoiceTotal, {
      total: draft.invoiceTotal?.value ?? "",
      lines: formatDecimal(round(goods, digits)),
    }),
  ];
}

function lineDiffers(line: DraftLine, digits: number): readonly Issue[] {
  const [quantity, price, amount] = [numberOf(line.quantity), numberOf(line.unitPrice), numberOf(line.amount)];
  if (quantity && compare(quantity, ZERO) <= 0)
    return [
      leafIssue("quantity_not_positive", `lines.${line.number}.quantity`, line.quantity, {
        line: String(line.number),
      }),
    ];
  if (!quantity || !price || !amount) return [];
  if (isProduct(quantity, price, amount, digits)) return [];
  return [
    leafIssue("line_amount_differs", `lines.${line.number}.amount`, line.amount, {
      line: String(line.number),
      quantity: line.quantity?.value ?? "",
      price: line.unitPrice?.value ?? "",
      amount: line.amount?.value ?? "",
    }),
  ];
}

function netAboveGross({ grossWeightKg, netWeightKg }: DeclarationDraft): readonly Issue[] {
  const [gross, net] = [numberOf(grossWeightKg), numberOf(netWeightKg)];
  if (!gross || !net || compare(net, gross) <= 0) return [];
  return [
    leafIssue("net_above_gross", "netWeightKg", netWeightKg, {
      net: netWeightKg?.value ?? "",
      gross: grossWeightKg?.value ?? "",
    }),
  ];
}
