import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { DeclarationPanel } from "@/ui/declaration/declaration-panel";
import { DocumentCards } from "@/ui/document/document-cards";
import { Timeline } from "@/ui/evidence/timeline";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Gates } from "@/ui/gate/gates";
import { Requirements } from "@/ui/requirement/requirements";
import { RiskPanel } from "@/ui/risk/risk-panel";
import { DropZone } from "@/ui/shipment/drop-zone";
import { Overview } from "@/ui/shipment/overview";
import { TaxPanel } from "@/ui/tax/tax-panel";

const TABS = ["overview", "documents", "declaration", "tax", "requirements", "risk", "timeline"] as const;
type Tab = (typeof TABS)[number];

interface Props {
  readonly params: Promise<{ readonly shipmentId: string }>;
  readonly searchParams: Promise<{ readonly tab?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shipment"))("title") };
}

export default async function ShipmentPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { shipmentId } = await params;
  const asked = (await searchParams).tab;
  const tab: Tab = TABS.find((each) => each === asked) ?? "overview";
  const shipment = await queries().getShipment(actor, shipmentId);
  if (!shipment) notFound();
  const t = await getTranslations("shipment");
  const timeline = tab === "timeline" || tab === "overview" ? await queries().getTimeline(actor, shipmentId) : null;
  const body = {
    overview: <Overview shipment={shipment} timeline={timeline} />,
    documents: (
      <DropZone shipmentId={shipment.id}>
        <DocumentCards documents={shipment.documentList} />
      </DropZone>
    ),
    declaration: <DeclarationPanel shipment={shipment} />,
    tax: <TaxPanel shipment={shipment} />,
    requirements: <Requirements shipment={shipment} />,
    risk: <RiskPanel risks={shipment.risk} />,
    timeline: timeline ? (
      <Timeline shipmentId={shipment.id} timeline={timeline} documents={shipment.documentList} />
    ) : null,
  }[tab];
  return (
    <>
      <LiveRefresh path={`/shipments/${shipment.id}/events`} />
      <div className="flex flex-col gap-4 border-b bg-panel px-4 pb-0 pt-5 md:px-6">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-xl font-semibold tracking-tight">{shipment.reference}</h1>
          <span className="text-muted">{[shipment.consignee, shipment.goods].filter(Boolean).join(" · ")}</span>
          <span className="ml-auto rounded-md border px-2.5 py-1 text-[13px]">
            {t("rekeyed")} <strong data-testid="rekeyed-fields">{shipment.rekeyedFields}</strong>
          </span>
        </div>
        <Gates shipment={shipment} />
        <nav aria-label={t("sections")} className="-mx-1 flex gap-1 overflow-x-auto">
          {TABS.map((each) => (
            <Link
              key={each}
              href={`?tab=${each}`}
              scroll={false}
              aria-current={each === tab ? "page" : undefined}
              className={`whitespace-nowrap border-b-2 px-3 py-2.5 text-sm ${each === tab ? "border-accent font-medium text-accent" : "border-transparent text-muted hover:text-text"}`}
            >
              {t(`tab.${each}`)}
            </Link>
          ))}
        </nav>
      </div>
      <div className="pb-12">{body}</div>
    </>
  );
}
