import { FileSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AuditRowView } from "@/contracts/views/inspection";
import { Amount } from "@/ui/parts/amount";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { ResultForm } from "./result-form";

/** Released goods of the blue lane, each with the form for what its audit finds. */
export function ToAudit({ rows }: { readonly rows: readonly AuditRowView[] }) {
  const t = useTranslations("inspection");
  if (rows.length === 0) return <EmptyState icon={FileSearch} words={t("noneToAudit")} action={null} />;
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.clearanceId} className="rounded-md border bg-panel p-3 text-sm">
          <details>
            <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1">
              <span className="font-medium">{row.reference}</span>
              <span>{row.broker}</span>
              <span className="text-muted">{row.lines.map((line) => line.description).join("; ")}</span>
              {row.value ? <Amount value={row.value.amount} currency={row.value.currency} /> : null}
              <Instant at={row.releasedAt} className="ml-auto text-xs text-muted" />
            </summary>
            <div className="mt-3">
              <ResultForm path={`/clearances/${row.clearanceId}/audit`} lines={row.lines.map((line) => line.line)} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
