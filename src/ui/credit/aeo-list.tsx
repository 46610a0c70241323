"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { AeoRowView } from "@/contracts/views";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** The whitelist; what one admin proposed, another approves or rejects. */
export function AeoList({ rows }: { readonly rows: readonly AeoRowView[] }) {
  const t = useTranslations("aeo");
  const router = useRouter();
  const rule = (id: string, approve: boolean) =>
    api(`/aeo/${id}/approval`, { method: "POST", json: { approve } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  if (rows.length === 0) return <p className="py-16 text-center text-muted">{t("empty")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid gap-x-6 gap-y-1 rounded-md border bg-panel px-4 py-3 md:grid-cols-[1.4fr_1fr_1fr_13rem] md:items-center"
        >
          <div>
            <p className="font-medium">{row.holder}</p>
            <p className="text-[13px] text-muted">
              <code>{row.aeoCode}</code> · {row.source}
            </p>
          </div>
          <div className="text-[13px]">
            <p className="font-medium">{t(`tier.${row.tier}`)}</p>
            <p className="text-muted">{scopeWords(row, t)}</p>
          </div>
          <div className="text-[13px]">
            <p>
              {row.validFrom} – {row.validTo ?? t("open")}
            </p>
            <p className="text-muted">
              {row.approvedBy
                ? t("approvedBy", { proposer: row.proposedBy, approver: row.approvedBy })
                : t("proposedBy", { proposer: row.proposedBy })}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2 md:justify-end">
            <span
              className={
                row.state === "active"
                  ? "font-medium text-green"
                  : row.state === "proposed"
                    ? "font-medium text-yellow"
                    : "text-muted"
              }
            >
              <span aria-hidden>{row.state === "active" ? "✓ " : row.state === "proposed" ? "▲ " : "– "}</span>
              {t(`state.${row.state}`)}
            </span>
            {row.canApprove ? (
              <>
                <Button size="small" onClick={() => void rule(row.id, true)}>
                  {t("approve")}
                </Button>
                <Button size="small" look="quiet" onClick={() => void rule(row.id, false)}>
                  {t("reject")}
                </Button>
              </>
            ) : row.state === "proposed" ? (
              <span className="max-w-40 text-[12px] text-muted">{t("secondPerson")}</span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function scopeWords({ scope }: AeoRowView, t: ReturnType<typeof useTranslations<"aeo">>): string {
  const parts = [
    scope.roles.map((role) => (t.has(`role.${role}`) ? t(`role.${role}`) : role)).join(", "),
    scope.commodityPrefixes.length > 0 ? `HS ${scope.commodityPrefixes.join(", ")}` : "",
    scope.origins.join(", "),
    scope.valueCap ? `≤ CNY ${scope.valueCap}` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : t("anyScope");
}
