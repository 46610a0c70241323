"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import type { JobRowView } from "@/contracts/views";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Work under way and work that was given up; the latter can be tried again. */
export function JobList({ rows }: { readonly rows: readonly JobRowView[] }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const router = useRouter();
  const retry = (id: string) =>
    api(`/jobs/${id}/retry`, { method: "POST", json: {} }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  if (rows.length === 0) return <p className="py-16 text-center text-muted">{t("empty")}</p>;
  return (
    <ul className="divide-y rounded-md border bg-panel">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[13px]">
          <code className="w-44">{row.name}</code>
          <span
            className={
              row.state === "dead" ? "font-medium text-red" : row.state === "done" ? "text-green" : "text-blue"
            }
          >
            <span aria-hidden>{row.state === "dead" ? "■ " : row.state === "done" ? "✓ " : "◆ "}</span>
            {t(`state.${row.state}`)}
          </span>
          <span className="text-muted">{t("attempts", { attempts: row.attempts })}</span>
          <time dateTime={row.createdAt} className="text-muted">
            {format.dateTime(new Date(row.createdAt), { dateStyle: "short", timeStyle: "medium" })}
          </time>
          {row.lastError ? <span className="w-full break-words text-muted">{row.lastError}</span> : null}
          {row.state === "dead" ? (
            <Button size="small" look="quiet" onClick={() => void retry(row.id)}>
              {t("retry")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
