"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ApiKeyView } from "@/contracts/views/account";
import { type DataColumn, DataTable, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { CreateKey } from "./create-key";
import { RevokeKey } from "./revoke-key";

const idOf = (row: ApiKeyView) => row.id;

/** Keys for machines: made here, shown once, revoked at once. */
export function ApiKeys({ rows }: { readonly rows: readonly ApiKeyView[] }) {
  const t = useTranslations("apiKeys");
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: ApiKeyView) => React.ReactNode): DataColumn<ApiKeyView> => ({
      id,
      header: t(`column.${id}`),
      cell: ({ row }: { row: { original: ApiKeyView } }) => cell(row.original),
    });
    return [
      column("name", (row) => <span className="font-medium">{row.name}</span>),
      column("key", (row) => <code className="text-muted">{row.prefix}…</code>),
      column("created", (row) => <Instant at={row.createdAt} />),
      column("used", (row) => <Used row={row} />),
      column("state", (row) => <State row={row} />),
    ];
  }, [t]);
  const table = useDataTable({ columns, rows, idOf });
  if (rows.length === 0) return <EmptyState icon={KeyRound} words={t("empty")} action={<CreateKey />} />;
  return (
    <DataTable
      table={table}
      label={t("title")}
      card={(row) => (
        <div className="flex flex-col gap-1 text-sm">
          <div className="flex items-center gap-2">
            <span className="font-medium">{row.name}</span>
            <span className="ml-auto">
              <State row={row} />
            </span>
          </div>
          <code className="text-muted">{row.prefix}…</code>
          <span className="text-xs text-muted">
            <Used row={row} />
          </span>
        </div>
      )}
    />
  );
}

function Used({ row }: { readonly row: ApiKeyView }) {
  const t = useTranslations("apiKeys");
  return row.lastUsedAt ? <Instant at={row.lastUsedAt} /> : <span className="text-muted">{t("unused")}</span>;
}

function State({ row }: { readonly row: ApiKeyView }) {
  const t = useTranslations("apiKeys");
  if (row.revokedAt)
    return (
      <span className="whitespace-nowrap text-muted">
        – {t("revoked")} <Instant at={row.revokedAt} />
      </span>
    );
  return (
    <span className="inline-flex items-center gap-3">
      <span className="font-medium text-green">✓ {t("active")}</span>
      <RevokeKey apiKey={row} />
    </span>
  );
}
