import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { TimelineView } from "@/contracts/views/timeline";
import { DocumentStrip } from "@/ui/document/document-strip";
import { RecentEvents } from "@/ui/evidence/recent-events";
import { Section } from "@/ui/parts/card";
import { GoodsTable } from "./goods-table";
import { KeyFacts } from "./key-facts";
import { NextStepCard } from "./next-step-card";
import { ReleaseOrders } from "./release-orders";

interface Props {
  readonly shipment: ShipmentView;
  readonly timeline: TimelineView | null;
}

/** What matters now: the next thing to do, the facts, the papers, the goods, the releases, and what happened last. */
export function Overview({ shipment, timeline }: Props) {
  const t = useTranslations("overview");
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-6 px-4 pt-5 md:px-6 xl:grid-cols-[minmax(0,1fr)_340px]">
      <div className="flex min-w-0 flex-col gap-6">
        <NextStepCard shipment={shipment} />
        <KeyFacts shipment={shipment} />
        {shipment.releaseOrders.length > 0 ? (
          <Section title={t("releases")}>
            <ReleaseOrders shipment={shipment} timeline={timeline} />
          </Section>
        ) : null}
        <Section title={t("goods")}>
          <GoodsTable declaration={shipment.declaration} />
        </Section>
        <Section title={t("documents")}>
          <DocumentStrip documents={shipment.documentList} />
        </Section>
      </div>
      <aside className="min-w-0 xl:border-l xl:pl-6">
        <h2 className="mb-2.5 text-base font-semibold">{t("recent")}</h2>
        {timeline ? <RecentEvents entries={timeline.entries} documents={shipment.documentList} /> : null}
      </aside>
    </div>
  );
}
