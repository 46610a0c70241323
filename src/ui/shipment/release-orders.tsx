import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { TimelineView } from "@/contracts/views/timeline";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { Instant } from "@/ui/parts/instant";

interface Props {
  readonly shipment: ShipmentView;
  readonly timeline: TimelineView | null;
}

/** The permissions that let the goods go, one a gate, as the papers that they are. */
export function ReleaseOrders({ shipment, timeline }: Props) {
  const t = useTranslations("overview");
  const gates = useTranslations("gates");
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {shipment.releaseOrders.map((order) => {
        const gate = shipment.gates.find((each) => each.stage === order.stage);
        const isByOfficer =
          timeline?.entries.some((entry) => entry.kind === "review_decided" && entry.stage === order.stage) ?? false;
        return (
          <li key={order.id} className="rounded-md border bg-panel p-4">
            <p className="text-xs text-muted">
              {gates("gate", { number: STAGES.indexOf(order.stage) + 1 })} · {gates(`stage.${order.stage}`)}
            </p>
            <p className="mt-0.5 font-semibold">{t("order")}</p>
            <code className="mt-1 block break-all text-sm">{order.number}</code>
            <dl className="mt-3 grid grid-cols-2 gap-x-3 border-t pt-2 text-xs">
              <div>
                <dt className="text-muted">{t("issued")}</dt>
                <dd>
                  <Instant at={order.issuedAt} look="full" />
                </dd>
              </div>
              <div>
                <dt className="text-muted">{t("decidedBy")}</dt>
                <dd className="flex flex-wrap items-baseline gap-x-1.5">
                  {gate?.lane ? <LaneBadge lane={gate.lane} /> : null}
                  {t(isByOfficer ? "byOfficer" : "byLane")}
                </dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
