"use client";

import { Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef } from "react";
import type { SavedViewView } from "@/contracts/views/saved-view";
import type { ShipmentCountsView, ShipmentListRowView } from "@/contracts/views/shipment";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { PageLinks } from "@/ui/list/page-links";
import { Selecting } from "@/ui/list/selection";
import { useColumns } from "@/ui/list/use-columns";
import { Button } from "@/ui/parts/button";
import { DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { LIST_QUERY } from "./list-query";
import { ListToolbar } from "./list-toolbar";
import { ShipmentActs } from "./shipment-acts";
import { ShipmentCard } from "./shipment-card";
import { useShipmentColumns } from "./shipment-columns";
import { useListLook } from "./use-list-look";

interface Props {
  readonly rows: readonly ShipmentListRowView[];
  readonly counts: ShipmentCountsView;
  readonly nextCursor: string | null;
  readonly views: readonly SavedViewView[];
  /** Whether drafts are the person's to dismiss. */
  readonly mayAct: boolean;
}

const idOf = (row: ShipmentListRowView) => row.id;

/** The shipments in the order that was chosen: j and k move, Enter opens, x chooses, / searches. */
export function ShipmentList({ rows, counts, nextCursor, views, mayAct }: Props) {
  const t = useTranslations("shipments");
  const look = useListLook();
  const columns = useShipmentColumns(mayAct);
  const chosen = useColumns("shipments");
  const [query, setQuery] = useQueryStates(LIST_QUERY);
  const list = useRef<HTMLDivElement>(null);
  // What is at stake takes the place of the value of the invoice, for which there is no room beside it.
  const shown = query.sort === "value" && chosen.isDefault ? chosen.shown.map(stakeForValue) : chosen.shown;
  const visibility = {
    ...chosen.visibility,
    ...Object.fromEntries(["value", "atStake"].map((id) => [id, shown.includes(id)])),
  };
  const table = useDataTable({ columns, rows, idOf, visibility });
  useRowKeys(list);
  const isNarrowed = query.view !== "all" || query.search !== "";
  const content = (
    <div ref={list} className="flex flex-col gap-2 px-4 pb-10 md:px-6">
      {mayAct ? <ShipmentActs rows={rows} columns={shown} /> : null}
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
      <PageLinks
        nextCursor={nextCursor}
        isFirst={query.cursor === null}
        next={t(query.sort === "newest" ? "older" : "more")}
      />
    </div>
  );
  return (
    <>
      {counts.all > 0 ? <ListToolbar counts={counts} look={look} views={views} shown={shown} /> : null}
      {mayAct ? <Selecting ids={rows.map(idOf)}>{content}</Selecting> : content}
    </>
  );
}

function stakeForValue(name: string): string {
  return name === "value" ? "atStake" : name;
}
