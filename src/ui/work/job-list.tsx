"use client";

import { ListChecks, RotateCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { toast } from "sonner";
import type { JobRowView } from "@/contracts/views/account";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { type DataColumn, DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";

const idOf = (row: JobRowView) => row.id;

const LOOK = {
  waiting: { mark: "◇", colour: "text-muted" },
  dispatched: { mark: "◆", colour: "text-blue" },
  done: { mark: "✓", colour: "text-green" },
  dead: { mark: "■", colour: "font-medium text-red" },
} as const satisfies Record<JobRowView["state"], { mark: string; colour: string }>;

/** Work under way and work that was given up; the latter can be tried again. */
export function JobList({ rows }: { readonly rows: readonly JobRowView[] }) {
  const t = useTranslations("jobs");
  const columns = useMemo(() => {
    const column = (
      id: string,
      cell: (row: JobRowView) => React.ReactNode,
      meta: { align?: "right"; className?: string } = {},
    ): DataColumn<JobRowView> => ({
      id,
      header: t(`column.${id}`),
      cell: ({ row }: { row: { original: JobRowView } }) => cell(row.original),
      meta,
    });
    return [
      column("name", (row) => <JobName name={row.name} />),
      column("state", (row) => <State state={row.state} />),
      column("attempts", (row) => row.attempts, { align: "right" }),
      column("created", (row) => <Instant at={row.createdAt} look="full" className="whitespace-nowrap text-muted" />),
      column("error", (row) => <Trouble row={row} />, { className: "w-[40%]" }),
    ];
  }, [t]);
  const table = useDataTable({ columns, rows, idOf });
  if (rows.length === 0)
    return (
      <EmptyState
        icon={ListChecks}
        words={t("empty")}
        action={
          <Button asChild look="quiet">
            <Link href="/">{t("home")}</Link>
          </Button>
        }
      />
    );
  return (
    <DataTable
      table={table}
      label={t("title")}
      isCompact
      card={(row) => (
        <div className="flex flex-col gap-1 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <JobName name={row.name} />
            <span className="ml-auto">
              <State state={row.state} />
            </span>
          </div>
          <Instant at={row.createdAt} look="full" className="text-xs text-muted" />
          {row.lastError || row.state === "dead" ? <Trouble row={row} /> : null}
        </div>
      )}
    />
  );
}

function JobName({ name }: Pick<JobRowView, "name">) {
  const t = useTranslations("jobs");
  const key = `name.${name.replaceAll(".", "_")}`;
  return (
    <span className="whitespace-nowrap">
      {t.has(key) ? <span className="font-medium">{t(key)} </span> : null}
      <code className="text-muted">{name}</code>
    </span>
  );
}

function State({ state }: Pick<JobRowView, "state">) {
  const t = useTranslations("jobs");
  return (
    <span className={cn("whitespace-nowrap", LOOK[state].colour)}>
      <span aria-hidden className="mr-1.5 inline-block w-3 text-center">
        {LOOK[state].mark}
      </span>
      {t(`state.${state}`)}
    </span>
  );
}

function Trouble({ row }: { readonly row: JobRowView }) {
  const t = useTranslations("jobs");
  const router = useRouter();
  const retry = () =>
    api(`/jobs/${row.id}/retry`, { method: "POST", json: {} }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  if (!row.lastError && row.state !== "dead") return <span className="text-muted">—</span>;
  return (
    <span className="flex flex-wrap items-center gap-2 py-1">
      {row.lastError ? <code className="min-w-0 flex-1 break-words text-xs text-muted">{row.lastError}</code> : null}
      {row.state === "dead" ? (
        <Button size="small" look="quiet" onClick={() => void retry()}>
          <RotateCw aria-hidden />
          {t("retry")}
        </Button>
      ) : null}
    </span>
  );
}
