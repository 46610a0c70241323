import { useLocale, useTranslations } from "next-intl";
import type { TaxView } from "@/contracts/views/declaration";
import { Amount, formatAmount } from "@/ui/parts/amount";
import { Waterfall } from "@/ui/parts/waterfall";
import type { WaterfallBar } from "@/ui/parts/waterfall-chart";
import { KINDS } from "./kinds";
import { amountOf } from "./tax-summary";

/** The customs value, what the law adds to it, and the sum; the same figures stand beside it. */
export function TaxWaterfall({ tax }: { readonly tax: TaxView }) {
  const t = useTranslations("tax");
  const locale = useLocale();
  let reached = 0;
  const bars: WaterfallBar[] = KINDS.map((kind) => {
    const from = reached;
    reached += Number(amountOf(tax, kind));
    return {
      label: t(`kind.${kind}`),
      from,
      to: reached,
      tone: kind === "customs_value" ? "base" : "up",
      words: formatAmount(amountOf(tax, kind), locale),
    };
  });
  const sum = formatAmount(reached.toFixed(2), locale);
  bars.push({ label: t("landed"), from: 0, to: reached, tone: "total", words: sum });
  return (
    <div className="grid grid-cols-1 items-center gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Waterfall bars={bars} direction="columns" height={240} />
      <table aria-label={t("figures")} className="w-full text-sm">
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind} className="border-b">
              <th scope="row" className="py-1.5 font-normal text-muted">
                {t(`kind.${kind}`)}
              </th>
              <td className="py-1.5 text-right font-medium">
                <Amount value={amountOf(tax, kind)} currency={tax.currency} />
              </td>
            </tr>
          ))}
          <tr className="border-b">
            <th scope="row" className="py-1.5 font-semibold">
              {t("total")}
            </th>
            <td className="py-1.5 text-right font-semibold">
              <Amount value={tax.total} currency={tax.currency} />
            </td>
          </tr>
          <tr>
            <th scope="row" className="py-1.5 font-normal text-muted">
              {t("landed")}
            </th>
            <td className="py-1.5 text-right">
              {sum} <span className="text-[0.92em] text-muted">{tax.currency}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
