import type { Issue } from "../declaration/issue";
import type { Binding } from "./bind";
import { formatQuantity } from "./quantity";

/** What stands between the lines of a declaration and their goods in the books; the broker binds, or has goods received. */
export function bindingIssues(bindings: readonly Binding[]): readonly Issue[] {
  return bindings.flatMap((binding) => {
    const { fault, line, item } = binding;
    if (fault === null) return [];
    return [
      {
        code: fault.kind,
        severity: "error" as const,
        field: `lines.${line.number}.commodityCode`,
        documentId: null,
        fieldId: null,
        owner: "broker" as const,
        parameters: {
          line: String(line.number),
          code: line.commodityCode,
          origin: line.origin,
          unit: line.unit ?? "–",
          item: item ? `${item.book.emsNo}/${item.item.itemNo}` : "–",
          ...particulars(binding),
        },
      },
    ];
  });
}

function particulars({ fault, passedOver }: Binding): Readonly<Record<string, string>> {
  switch (fault?.kind) {
    case "book_stock_short":
      return {
        available: formatQuantity(fault.available),
        needed: formatQuantity(fault.needed),
        expired: passedOver.map((each) => `${each.lotNumber || "–"} (${each.expiresOn})`).join(", ") || "–",
      };
    case "book_item_open":
    case "book_lot_open":
      return { count: String(fault.count) };
    case "book_lot_expired":
      return { lot: fault.lotNumber || "–", expired: fault.expiresOn };
    default:
      return {};
  }
}
