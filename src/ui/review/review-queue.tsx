"use client";

import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { ReviewRowView } from "@/contracts/views/review";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Button } from "@/ui/parts/button";
import { DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { BulkRelease } from "./bulk-release";
import { SelectionContext } from "./choose-case";
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
  const table = useDataTable({ columns, rows, idOf });
  useRowKeys(list);
  return (
    <div ref={list}>
      <DataTable table={table} label={t("queue")} card={(row) => <QueueCard row={row} isHere={false} />} />
    </div>
  );
}

/** Holds what is chosen, apart from the table: a choice that drew it anew would take the focus from its row. */
function Choosing({ rows, children }: { readonly rows: readonly ReviewRowView[]; readonly children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (caseId: string) =>
    setIds((known) => new Set(known.has(caseId) ? [...known].filter((id) => id !== caseId) : [...known, caseId]));
  useShortcut(SHORTCUTS.queue.select, () => {
    const caseId = document.activeElement?.getAttribute("data-case");
    if (caseId) toggle(caseId);
  });
  useShortcut(SHORTCUTS.queue.selectAll, () =>
    setIds((known) => new Set(known.size === rows.length ? [] : rows.map(idOf))),
  );
  return (
    <SelectionContext value={{ ids, toggle }}>
      <div className="flex flex-col gap-3">
        <BulkRelease
          rows={rows.filter((row) => ids.has(row.caseId))}
          isHidden={rows.length === 0}
          onDone={() => setIds(new Set())}
        />
        {children}
      </div>
    </SelectionContext>
  );
}
