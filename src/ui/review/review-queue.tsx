"use client";

import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ReviewRowView } from "@/contracts/views/review";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Button } from "@/ui/parts/button";
import { DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { QueueCard } from "./queue-card";
import { useReviewColumns } from "./review-columns";

const idOf = (row: ReviewRowView) => row.caseId;

interface Props {
  readonly rows: readonly ReviewRowView[];
  readonly state: "open" | "decided";
}

/** The cases, oldest first, with their lane, their reasons, their age and who has them. */
export function ReviewQueue({ rows, state }: Props) {
  const t = useTranslations("review");
  const list = useRef<HTMLDivElement>(null);
  const columns = useReviewColumns();
  const table = useDataTable({ columns, rows, idOf });
  useRowKeys(list);
  if (rows.length === 0)
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
  return (
    <div ref={list}>
      <DataTable table={table} label={t("queue")} card={(row) => <QueueCard row={row} isHere={false} />} />
    </div>
  );
}
