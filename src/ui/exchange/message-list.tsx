"use client";

import { useTranslations } from "next-intl";
import type { MessageRowView } from "@/contracts/views/exchange";
import { BulkAct } from "@/ui/list/bulk-act";
import { ChosenBar, Selecting, useSelection } from "@/ui/list/selection";
import { useColumns } from "@/ui/list/use-columns";
import { api, newKey } from "@/ui/parts/api-client";
import { MessageTable } from "./message-table";

interface Props {
  readonly rows: readonly MessageRowView[];
  /** Whether the person may send messages again. */
  readonly maySend: boolean;
}

const idOf = (row: MessageRowView) => row.id;

/** The messages of a page; those that failed are sent again together. */
export function MessageList({ rows, maySend }: Props) {
  const { visibility } = useColumns("messages");
  if (!maySend) return <MessageTable rows={rows} visibility={visibility} />;
  return (
    <Selecting ids={rows.map(idOf)}>
      <div className="flex flex-col gap-2">
        <Acts rows={rows} />
        <MessageTable rows={rows} visibility={visibility} canChoose />
      </div>
    </Selecting>
  );
}

function Acts({ rows }: Pick<Props, "rows">) {
  const t = useTranslations("lists");
  const { ids } = useSelection();
  const picked = rows.filter((row) => ids.has(row.id));
  return (
    <ChosenBar ids={rows.map(idOf)}>
      <BulkAct
        label={t("resendChosen")}
        things={picked.map(({ id, number }) => ({ id, name: number }))}
        act={(id) => api(`/messages/${id}/sending`, { method: "POST", headers: { "idempotency-key": newKey() } })}
      />
    </ChosenBar>
  );
}
