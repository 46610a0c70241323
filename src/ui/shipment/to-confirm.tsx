import { useTranslations } from "next-intl";
import type { ShipmentRowView } from "@/contracts/views/shipment";

/** How much of a draft a person must still look at, or that its files were refused. */
export function ToConfirm({ shipment }: { readonly shipment: ShipmentRowView }) {
  const t = useTranslations("shipments");
  const { read, refused, total } = shipment.documents;
  if (refused > 0 && read === 0 && shipment.declarationState !== "lodged")
    return (
      <span className="whitespace-nowrap font-medium text-red">
        ■ {t(refused === total ? "allRefused" : "refused", { count: refused })}
      </span>
    );
  if (shipment.toConfirm === 0 || shipment.declarationState === "lodged") return <span className="text-muted">—</span>;
  return (
    <span className="whitespace-nowrap font-medium text-yellow">{t("confirm", { count: shipment.toConfirm })}</span>
  );
}
