"use client";

import { Check, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { RuleListView } from "@/contracts/views/rule";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Badge } from "@/ui/parts/badge";
import { Button } from "@/ui/parts/button";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** The named lists, version by version, and what waits for a second person. */
export function RuleLists({ lists }: { readonly lists: readonly RuleListView[] }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const settle = (id: string, approve: boolean) =>
    api(`/rule-lists/${id}/approval`, { method: "POST", json: { approve } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  if (lists.length === 0) return <p className="text-sm text-muted">{t("noLists")}</p>;
  return (
    <Table label={t("lists")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.name")}</TableHead>
          <TableHead className="text-left">{t("column.state")}</TableHead>
          <TableHead className="text-left">{t("column.entries")}</TableHead>
          <TableHead className="text-left">{t("column.author")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <TableRow key={list.id}>
            <TableCell className="font-medium">
              {list.name} <span className="text-xs text-muted">{t("version", { number: list.number })}</span>
            </TableCell>
            <TableCell column={t("column.state")}>
              <Badge tone={list.state === "current" ? "green" : list.state === "proposed" ? "yellow" : "plain"}>
                <span aria-hidden>{list.state === "current" ? "✓" : list.state === "proposed" ? "▷" : "–"}</span>
                {t(`listState.${list.state}`)}
              </Badge>
              {list.canApprove ? (
                <span className="ml-2 inline-flex gap-1">
                  <Button size="small" onClick={() => void settle(list.id, true)}>
                    <Check aria-hidden />
                    {t("approve")}
                  </Button>
                  <Button size="small" look="quiet" onClick={() => void settle(list.id, false)}>
                    <X aria-hidden />
                    {t("reject")}
                  </Button>
                </span>
              ) : null}
            </TableCell>
            <TableCell column={t("column.entries")}>
              {t("count", { count: list.count })}
              <span className="block break-all text-xs text-muted">{list.entries.slice(0, 12).join(", ")}</span>
            </TableCell>
            <TableCell column={t("column.author")}>
              {list.author}
              {list.approvedBy ? ` · ${list.approvedBy}` : ""}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
