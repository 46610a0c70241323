import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor, queries } from "@/runtime/next";
import { DeclarationPanel } from "@/ui/declaration/declaration-panel";
import { DocumentCards } from "@/ui/document/document-cards";
import { Timeline } from "@/ui/evidence/timeline";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Requirements } from "@/ui/requirement/requirements";
import { RiskPanel } from "@/ui/risk/risk-panel";
import { DropZone } from "@/ui/shipment/drop-zone";
import { Overview } from "@/ui/shipment/overview";
import { ShipmentHeader } from "@/ui/shipment/shipment-header";
import { TABS, type Tab } from "@/ui/shipment/tabs";
import { TaxPanel } from "@/ui/tax/tax-panel";
import { bandsOf } from "../../../lane-bands";

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
  const offices = tab === "declaration" ? await queries().listOffices(actor) : [];
  const bodies: Readonly<Record<Tab, () => ReactNode>> = {
    overview: () => <Overview shipment={shipment} timeline={timeline} />,
    documents: () => (
      <DropZone
        shipmentId={shipment.id}
        title={<h2 className="text-base font-semibold">{t("papers", { count: shipment.documentList.length })}</h2>}
      >
        <DocumentCards documents={shipment.documentList} />
      </DropZone>
    ),
    declaration: () => <DeclarationPanel shipment={shipment} offices={offices} />,
    tax: () => <TaxPanel shipment={shipment} />,
    requirements: () => <Requirements shipment={shipment} />,
    risk: () => <RiskPanel risks={shipment.risk} bandsOf={bandsOf} />,
    timeline: () =>
      timeline && (
        <Timeline shipmentId={shipment.id} timeline={timeline} documents={shipment.documentList} me={actor.id} />
      ),
  };
  return (
    <>
      <LiveRefresh path={`/shipments/${shipment.id}/events`} />
      <ShipmentHeader shipment={shipment} tab={tab} />
      <div className="pb-12">{bodies[tab]()}</div>
    </>
  );
}
