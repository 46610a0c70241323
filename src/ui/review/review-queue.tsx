"use client";

import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import type { ReviewRowView } from "@/contracts/views/review";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Selecting, useSelection } from "@/ui/list/selection";
import { useColumns } from "@/ui/list/use-columns";
import { Button } from "@/ui/parts/button";
import { DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { BulkRelease } from "./bulk-release";
import { QueueCard } from "./queue-card";
import { useReviewColumns } from "./review-columns";

const idOf = (row: ReviewRowView) => row.caseId;

interface Props {
  readonly rows: readonly ReviewRowView[];
  readonly state: "open" | "decided";
  /** Whether many cases may be chosen and released together. */
  readonly canRelease: boolean;
}

/** The cases, the most pressing first, with lane, reasons, clock and who has them; many can be chosen with x. */
export function ReviewQueue({ rows, state, canRelease }: Props) {
  const table = rows.length === 0 ? <Empty state={state} /> : <QueueTable rows={rows} canChoose={canRelease} />;
  // What a bulk came to stays in sight, though it was the last of the queue that it took.
  return canRelease ? <Choosing rows={rows}>{table}</Choosing> : table;
}

function Empty({ state }: Pick<Props, "state">) {
  const t = useTranslations("review");
  return (
    <EmptyState
      icon={ClipboardCheck}
      words={t(state === "open" ? "empty" : "emptyDecided")}
      action={
        <Button asChild look="quiet">
          <Link href={`?state=${state === "open" ? "decided" : "open"}`}>
            {t(state === "open" ? "seeDecided" : "seeOpen")}
          </Link>
        </Button>
      }
    />
  );
}

function QueueTable({ rows, canChoose }: { readonly rows: readonly ReviewRowView[]; readonly canChoose: boolean }) {
  const t = useTranslations("review");
  const list = useRef<HTMLDivElement>(null);
  const columns = useReviewColumns(canChoose);
  const { visibility } = useColumns("reviews");
  const table = useDataTable({ columns, rows, idOf, visibility });
  useRowKeys(list);
  return (
    <div ref={list}>
      <DataTable table={table} label={t("queue")} card={(row) => <QueueCard row={row} isHere={false} />} />
    </div>
  );
}

function Choosing({ rows, children }: { readonly rows: readonly ReviewRowView[]; readonly children: ReactNode }) {
  return (
    <Selecting ids={rows.map(idOf)}>
      <div className="flex flex-col gap-3">
        <Releasing rows={rows} />
        {children}
      </div>
    </Selecting>
  );
}

function Releasing({ rows }: { readonly rows: readonly ReviewRowView[] }) {
  const { ids, set } = useSelection();
  return (
    <BulkRelease rows={rows.filter((row) => ids.has(row.caseId))} isHidden={rows.length === 0} onDone={() => set([])} />
  );
}
