import { useTranslations } from "next-intl";
import type { ShipmentRowView } from "@/contracts/views/shipment";

/** How many values of a draft a person must still look at. */
export function ToConfirm({ shipment }: { readonly shipment: ShipmentRowView }) {
  const t = useTranslations("shipments");
  if (shipment.toConfirm === 0 || shipment.declarationVersion !== null) return <span className="text-muted">—</span>;
  return (
    <span className="whitespace-nowrap font-medium text-yellow">{t("confirm", { count: shipment.toConfirm })}</span>
  );
}
