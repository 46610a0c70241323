import { Scale } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import { Alert } from "@/ui/parts/alert";
import { Amount } from "@/ui/parts/amount";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PaymentForm } from "./payment-form";
import { TaxSteps } from "./tax-steps";
import { TaxWaterfall } from "./tax-waterfall";

/** From the customs value to what is due: the whole as a picture, then every step with its law. */
export function TaxPanel({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("tax");
  const tax = shipment.tax ?? shipment.declaration.tax;
  if (!tax)
    return (
      <EmptyState
        icon={Scale}
        words={t("empty")}
        action={
          <Button asChild look="quiet">
            <Link href="?tab=declaration" scroll={false}>
              {t("complete")}
            </Link>
          </Button>
        }
      />
    );
  const isLodged = shipment.tax !== null;
  return (
    <div className="flex flex-col gap-6 px-4 pt-5 md:px-6">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
        <div>
          <p className="text-xs text-muted">{t("total")}</p>
          <p className="text-2xl font-semibold">
            <Amount value={tax.total} currency={tax.currency} />
          </p>
        </div>
        <p className="text-sm text-muted">{t(isLodged ? "asLodged" : "preview", { date: tax.lawDate })}</p>
        {isLodged && tax.secured !== "none" ? (
          <p className="text-sm font-medium text-green md:ml-auto">✓ {t(`secured.${tax.secured}`)}</p>
        ) : null}
      </div>
      {isLodged && tax.secured === "none" ? (
        <Alert tone="warning">
          <PaymentForm
            key={tax.outstanding}
            shipmentId={shipment.id}
            amount={tax.outstanding}
            total={tax.total}
            currency={tax.currency}
          />
        </Alert>
      ) : null}
      <TaxWaterfall tax={tax} />
      <Section title={t("steps")}>
        <TaxSteps tax={tax} />
      </Section>
    </div>
  );
}
