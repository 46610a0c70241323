import { useTranslations } from "next-intl";
import type { TaxView } from "@/contracts/views/declaration";
import type { ShipmentView } from "@/contracts/views/shipment";
import { assessedTax } from "@/ui/declaration/standing";
import { Amount } from "@/ui/parts/amount";
import { ExplainTax } from "./explain-tax";
import { KINDS, type TaxKind } from "./kinds";

/** The customs value and what is due, each of which explains itself. */
export function TaxSummary({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("tax");
  const assessed = assessedTax(shipment);
  const tax = assessed ?? shipment.declaration.tax;
  if (!tax) return <p className="text-sm text-muted">{t("empty")}</p>;
  return (
    <>
      <p className="mb-1.5 text-sm text-muted">{t(assessed ? "asLodged" : "preview", { date: tax.lawDate })}</p>
      <dl className="border-t">
        {KINDS.map((kind) => (
          <div key={kind} className="flex min-h-9 items-center gap-3 border-b py-1">
            <dt className="text-sm text-muted">{t(`kind.${kind}`)}</dt>
            <dd className="ml-auto flex items-center gap-2 font-medium">
              <Amount value={amountOf(tax, kind)} currency={tax.currency} />
              <ExplainTax tax={tax} kind={kind} />
            </dd>
          </div>
        ))}
        <div className="flex min-h-9 items-center gap-3 font-semibold">
          <dt>{t("total")}</dt>
          <dd className="ml-auto pr-8">
            <Amount value={tax.total} currency={tax.currency} />
          </dd>
        </div>
      </dl>
    </>
  );
}

/** What the assessment holds of each kind. */
export function amountOf(tax: TaxView, kind: TaxKind): string {
  return { customs_value: tax.customsValue, duty: tax.duty, consumption_tax: tax.consumptionTax, vat: tax.vat }[kind];
}
