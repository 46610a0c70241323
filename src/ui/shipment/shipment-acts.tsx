"use client";

import { useTranslations } from "next-intl";
import type { ShipmentListRowView } from "@/contracts/views/shipment";
import { BulkAct } from "@/ui/list/bulk-act";
import { exportAddress } from "@/ui/list/export-menu";
import { ChosenBar, useSelection } from "@/ui/list/selection";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly rows: readonly ShipmentListRowView[];
  readonly columns: readonly string[];
}

/** What is done with many shipments at once: drafts of refused files are dismissed, any are given out as a workbook. */
export function ShipmentActs({ rows, columns }: Props) {
  const t = useTranslations("lists");
  const { ids } = useSelection();
  const picked = rows.filter(({ id }) => ids.has(id));
  return (
    <ChosenBar ids={rows.map(({ id }) => id)}>
      {picked.length === 0 ? null : (
        <Button asChild size="small" look="quiet">
          <a download href={exportAddress("shipments", "xlsx", { ids: picked.map(({ id }) => id).join(",") }, columns)}>
            {t("exportChosen")}
          </a>
        </Button>
      )}
      <BulkAct
        label={t("dismissChosen")}
        things={picked.map(({ id, reference }) => ({ id, name: reference }))}
        act={(id) => api(`/shipments/${id}`, { method: "DELETE" })}
      />
    </ChosenBar>
  );
}
