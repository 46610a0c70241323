"use client";

import { useTranslations } from "next-intl";
import type { ReviewRowView } from "@/contracts/views/review";
import { useSelection } from "@/ui/list/selection";

/** The box by which a case is chosen among many. */
export function ChooseCase({ row }: { readonly row: Pick<ReviewRowView, "caseId" | "reference"> }) {
  const t = useTranslations("review");
  const { ids, toggle } = useSelection();
  return (
    <input
      type="checkbox"
      aria-label={t("bulk.choose", { reference: row.reference })}
      checked={ids.has(row.caseId)}
      onChange={() => toggle(row.caseId)}
      className="relative z-10 block size-4 accent-(--accent)"
    />
  );
}
