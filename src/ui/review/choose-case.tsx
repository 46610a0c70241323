"use client";

import { useTranslations } from "next-intl";
import { createContext, use } from "react";
import type { ReviewRowView } from "@/contracts/views/review";

interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (caseId: string) => void;
}

/** The cases that were chosen, and how one is; beside the columns, so that a choice draws no row anew and keeps the focus. */
export const SelectionContext = createContext<Selection>({ ids: new Set(), toggle: () => undefined });

/** The box by which a case is chosen among many. */
export function ChooseCase({ row }: { readonly row: Pick<ReviewRowView, "caseId" | "reference"> }) {
  const t = useTranslations("review");
  const { ids, toggle } = use(SelectionContext);
  return (
    <input
      type="checkbox"
      aria-label={t("bulk.choose", { reference: row.reference })}
      checked={ids.has(row.caseId)}
      onChange={() => toggle(row.caseId)}
      className="relative z-10 size-4 accent-(--accent)"
    />
  );
}
