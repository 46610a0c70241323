import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { DropZone } from "@/ui/shipment/drop-zone";
import { ShipmentTable } from "@/ui/shipment/shipment-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shipments"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string; readonly search?: string }>;
}

export default async function ShipmentsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("shipments");
  const { cursor, search } = await searchParams;
  const { rows, nextCursor } = await queries().listShipments(actor, {
    limit: 50,
    ...(cursor ? { cursor } : {}),
    ...(search ? { search } : {}),
  });
  return (
    <DropZone>
      <LiveRefresh path="/events" />
      <div className="flex flex-wrap items-end gap-3 px-4 pb-3 pt-6 md:px-6">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <search className="ml-auto">
          <form>
            <label className="sr-only" htmlFor="search">
              {t("search")}
            </label>
            <input
              id="search"
              name="search"
              type="search"
              defaultValue={search}
              placeholder={t("search")}
              className="h-9 w-60 rounded-md border border-line-strong bg-panel px-3 text-sm placeholder:text-muted"
            />
          </form>
        </search>
      </div>
      <ShipmentTable rows={rows} />
      {nextCursor ? (
        <p className="px-6 py-4">
          <Link
            className="text-accent underline"
            href={{ query: { ...(search ? { search } : {}), cursor: nextCursor } }}
          >
            {t("older")}
          </Link>
        </p>
      ) : null}
    </DropZone>
  );
}
