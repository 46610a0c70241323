import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { authorise } from "@/application/actor";
import { beginningOf } from "@/contracts/view-address";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { PageHeader } from "@/ui/parts/page-header";
import { DropZone } from "@/ui/shipment/drop-zone";
import { loadListQuery } from "@/ui/shipment/list-query";
import { ShipmentList } from "@/ui/shipment/shipment-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shipments"))("title") };
}

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

const ROWS = 50;

export default async function ShipmentsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("shipments");
  const views = await viewsOf(actor, "shipments");
  const beginning = beginningOf(views, await searchParams);
  if (beginning) redirect(beginning);
  const { view, search, cursor, sort } = await loadListQuery(searchParams);
  const [{ rows, nextCursor }, counts] = await Promise.all([
    queries().listShipments(actor, {
      limit: ROWS,
      view,
      sort,
      ...(cursor ? { cursor } : {}),
      ...(search ? { search } : {}),
    }),
    queries().countShipments(actor),
  ]);
  return (
    <DropZone title={<PageHeader title={t("title")} />}>
      <LiveRefresh path="/events" />
      <ShipmentList
        rows={rows}
        counts={counts}
        nextCursor={nextCursor}
        views={views}
        mayAct={authorise(actor, "edit_shipment").ok}
      />
    </DropZone>
  );
}
