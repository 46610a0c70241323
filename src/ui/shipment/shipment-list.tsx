"use client";

import { ArrowRight, Package } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef } from "react";
import type { ShipmentCountsView, ShipmentListRowView } from "@/contracts/views/shipment";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Button } from "@/ui/parts/button";
import { DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { LIST_QUERY } from "./list-query";
import { ListToolbar } from "./list-toolbar";
import { ShipmentCard } from "./shipment-card";
import { useShipmentColumns } from "./shipment-columns";
import { useListLook } from "./use-list-look";

interface Props {
  readonly rows: readonly ShipmentListRowView[];
  readonly counts: ShipmentCountsView;
  readonly nextCursor: string | null;
}

const idOf = (row: ShipmentListRowView) => row.id;

/** The shipments in the order that was chosen: j and k move, Enter opens, / searches. */
export function ShipmentList({ rows, counts, nextCursor }: Props) {
  const t = useTranslations("shipments");
  const look = useListLook();
  const columns = useShipmentColumns();
  const [query, setQuery] = useQueryStates(LIST_QUERY);
  const list = useRef<HTMLDivElement>(null);
  // What is at stake takes the place of the value of the invoice, for which there is no room beside it.
  const visibility = query.sort === "value" ? { ...look.visibility, atStake: true, value: false } : look.visibility;
  const table = useDataTable({ columns, rows, idOf, visibility });
  useRowKeys(list);
  const isNarrowed = query.view !== "all" || query.search !== "";
  return (
    <>
      {counts.all > 0 ? <ListToolbar counts={counts} look={look} /> : null}
      <div ref={list} className="px-4 pb-10 md:px-6">
        {rows.length > 0 ? (
          <DataTable
            table={table}
            label={t("title")}
            isCompact={look.isCompact}
            card={(row) => <ShipmentCard shipment={row} />}
          />
        ) : isNarrowed ? (
          <EmptyState
            icon={Package}
            words={t("nothing")}
            action={
              <Button look="quiet" onClick={() => void setQuery({ view: null, search: null, cursor: null })}>
                {t("showAll")}
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={Package}
            words={t("empty")}
            action={
              <label
                htmlFor="files"
                className="inline-flex min-h-8 items-center rounded-md bg-accent px-3 font-medium text-accent-text"
              >
                {t("first")}
              </label>
            }
          />
        )}
        {nextCursor ? (
          <Link
            href={{
              query: {
                ...(query.view === "all" ? {} : { view: query.view }),
                ...(query.search ? { search: query.search } : {}),
                ...(query.sort === "newest" ? {} : { sort: query.sort }),
                cursor: nextCursor,
              },
            }}
            className="mt-3 inline-flex min-h-8 items-center gap-1.5 text-sm text-accent underline underline-offset-2"
          >
            {t(query.sort === "newest" ? "older" : "more")}
            <ArrowRight aria-hidden className="size-3.5" />
          </Link>
        ) : null}
      </div>
    </>
  );
}
