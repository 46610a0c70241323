"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { LawBasketView, LawChangeView } from "@/contracts/views/law";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Badge } from "@/ui/parts/badge";
import { Button } from "@/ui/parts/button";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

const LOOK = {
  begins: { mark: "+", tone: "green" },
  changes: { mark: "◆", tone: "blue" },
  ends: { mark: "–", tone: "yellow" },
} as const satisfies Record<LawChangeView["effect"], { mark: string; tone: string }>;

/** What the basket changes: from what, to what, and by which act. */
export function ChangeTable({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  if (basket.changes.length === 0) return <p className="text-sm text-muted">{t("noChanges")}</p>;
  return (
    <Table label={t("changes", { count: basket.changes.length })} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.topic")}</TableHead>
          <TableHead className="text-left">{t("column.difference")}</TableHead>
          <TableHead className="text-left">{t("column.citation")}</TableHead>
          {basket.canEdit ? (
            <TableHead>
              <span className="sr-only">{t("remove")}</span>
            </TableHead>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {basket.changes.map((change) => (
          <ChangeRow key={change.id} basket={basket} change={change} />
        ))}
      </tbody>
    </Table>
  );
}

function ChangeRow({ basket, change }: { readonly basket: LawBasketView; readonly change: LawChangeView }) {
  const t = useTranslations("law");
  const { mark, tone } = LOOK[change.effect];
  return (
    <TableRow>
      <TableCell>
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>
            <span aria-hidden>{mark}</span>
            {t(`effect.${change.effect}`)}
          </Badge>
          <span className="font-medium">{t(`kind.${change.kind}`)}</span>
        </span>
        <code className="block text-xs text-muted wrap-anywhere">{change.topic}</code>
      </TableCell>
      <TableCell column={t("column.difference")} className="min-w-52">
        {change.differences.map(({ field, before, after }) => (
          <p key={field} className="wrap-anywhere">
            <code className="text-xs text-muted">{field}: </code>
            <del className="text-muted">{before || "—"}</del> →{" "}
            <ins className="font-medium no-underline">{after || "—"}</ins>
          </p>
        ))}
      </TableCell>
      <TableCell column={t("column.citation")}>
        <span className="block">{change.citation}</span>
        <span className="text-xs text-muted">{t("addedBy", { author: change.addedBy })}</span>
      </TableCell>
      {basket.canEdit ? (
        <TableCell className="text-right">
          <RemoveChange basketId={basket.id} change={change} />
        </TableCell>
      ) : null}
    </TableRow>
  );
}

function RemoveChange({ basketId, change }: { readonly basketId: string; readonly change: LawChangeView }) {
  const t = useTranslations("law");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await api(`/law/baskets/${basketId}/changes/${change.id}`, { method: "DELETE" }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Button size="small" look="quiet" disabled={isBusy} onClick={() => void remove()}>
      <Trash2 aria-hidden />
      {t("remove")}
      <span className="sr-only"> {change.topic}</span>
    </Button>
  );
}
