import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShipmentView } from "@/contracts/views/shipment";
import { assessedTax, standingRisk } from "@/ui/declaration/standing";
import { LaneBadge } from "@/ui/gate/lane";
import { Amount } from "@/ui/parts/amount";

/** What one wants to know of a shipment before anything else. */
export function KeyFacts({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("overview");
  const { declaration, value, office } = shipment;
  const assessed = assessedTax(shipment);
  const tax = assessed ?? declaration.tax;
  const risk = standingRisk(shipment);
  const stated = (name: string) => declaration.values.find((each) => each.name === name && each.line === null)?.value;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-4">
      <Fact label={t("value")}>{value ? <Amount value={value.amount} currency={value.currency} /> : "—"}</Fact>
      <Fact label={t("customsValue")}>{tax ? <Amount value={tax.customsValue} currency={tax.currency} /> : "—"}</Fact>
      <Fact label={t(assessed ? "tax" : "taxPreview")}>
        {tax ? (
          <Link href="?tab=tax" scroll={false} className="text-accent underline underline-offset-2">
            <Amount value={tax.total} currency={tax.currency} />
          </Link>
        ) : (
          "—"
        )}
      </Fact>
      <Fact label={t("lane")}>
        {risk ? (
          <span className="inline-flex flex-wrap items-baseline gap-x-2">
            <LaneBadge lane={risk.lane} />
            <Link href="?tab=risk" scroll={false} className="font-normal text-accent underline underline-offset-2">
              {t("score", { score: risk.score })}
            </Link>
          </span>
        ) : (
          "—"
        )}
      </Fact>
      <Fact label={t("regime")}>{t(`regimeName.${shipment.regime}`)}</Fact>
      <Fact label={t("transport")}>{stated("transportNumber") ?? "—"}</Fact>
      <Fact label={t("packages")}>
        {stated("packages") && stated("grossWeightKg")
          ? t("packagesOf", { packages: stated("packages") ?? "", weight: stated("grossWeightKg") ?? "" })
          : "—"}
      </Fact>
      <Fact label={t("office")}>{office?.name ?? "—"}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
