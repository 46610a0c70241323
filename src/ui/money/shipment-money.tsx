import { useTranslations } from "next-intl";
import type { TaxBillView, TaxRefundView } from "@/contracts/views/money";
import { Section } from "@/ui/parts/card";
import { BillCard } from "./bill-card";
import { ClaimRefund } from "./claim-refund";
import { RecordBill } from "./record-bill";
import { RefundTable } from "./refund-table";

interface Props {
  readonly shipmentId: string;
  readonly bills: readonly TaxBillView[];
  readonly refunds: readonly TaxRefundView[];
  readonly mayAct: boolean;
}

/** The authority's bills for a shipment beside what was assessed, and what was claimed back. */
export function ShipmentMoney({ shipmentId, bills, refunds, mayAct }: Props) {
  const t = useTranslations("money");
  if (!mayAct && bills.length === 0 && refunds.length === 0) return null;
  return (
    <div className="flex flex-col gap-6 px-4 pt-6 md:px-6">
      <Section title={t("bills")} aside={mayAct ? <RecordBill shipmentId={shipmentId} /> : undefined}>
        {bills.length === 0 ? <p className="text-sm text-muted">{t("noBillYet")}</p> : null}
        <div className="flex flex-col gap-3">
          {bills.map((bill) => (
            <BillCard key={bill.id} bill={bill} mayAct={mayAct} isLinked={false} />
          ))}
        </div>
      </Section>
      <Section title={t("refunds")} aside={mayAct ? <ClaimRefund shipmentId={shipmentId} /> : undefined}>
        {refunds.length === 0 ? (
          <p className="text-sm text-muted">{t("noRefund")}</p>
        ) : (
          <RefundTable rows={refunds} mayAct={mayAct} />
        )}
      </Section>
    </div>
  );
}
