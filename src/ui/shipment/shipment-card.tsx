import Link from "next/link";
import type { ShipmentListRowView } from "@/contracts/views/shipment";
import { GatesMark } from "@/ui/gate/gates-mark";
import { Amount } from "@/ui/parts/amount";
import { Instant } from "@/ui/parts/instant";
import { ClockLeft } from "@/ui/time/clock-left";
import { ToConfirm } from "./to-confirm";

/** A shipment on a phone. */
export function ShipmentCard({ shipment }: { readonly shipment: ShipmentListRowView }) {
  const { id, reference, regime, consignee, goods, value, gates, documents, updatedAt } = shipment;
  const hasOpenValues = (shipment.toConfirm > 0 || documents.refused > 0) && shipment.declarationState !== "lodged";
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <div className="flex items-baseline gap-2">
        <Link
          data-row-link
          href={`/broker/shipments/${id}`}
          className="text-base font-semibold text-accent no-underline after:absolute after:inset-0"
        >
          {reference}
        </Link>
        <span className="text-xs text-muted">{regime}</span>
        <Instant at={updatedAt} className="ml-auto text-xs text-muted" />
      </div>
      <div className="min-w-0">
        <p className="truncate">{consignee ?? "—"}</p>
        <p className="truncate text-muted">{goods ?? "—"}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <GatesMark gates={gates} />
        {value ? <Amount value={value.amount} currency={value.currency} className="ml-auto font-medium" /> : null}
      </div>
      {shipment.nextClock ? <ClockLeft clock={shipment.nextClock} /> : null}
      {hasOpenValues ? <ToConfirm shipment={shipment} /> : null}
    </div>
  );
}
