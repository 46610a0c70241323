"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ListName, ListQuery } from "@/contracts/lists";
import { Button } from "@/ui/parts/button";
import { DropdownMenu, MenuItem } from "@/ui/parts/dropdown-menu";

interface Props {
  readonly list: ListName;
  readonly query: ListQuery;
  readonly columns: readonly string[];
}

/** As many as the server gives; it says the same in the head of its answer. */
const MOST_ROWS = 100_000;

/** The view as a file: its filters, its order and its columns, all pages. */
export function ExportMenu({ list, query, columns }: Props) {
  const t = useTranslations("lists");
  const locale = useLocale();
  return (
    <DropdownMenu
      className="max-w-72"
      trigger={
        <Button look="bare" size="icon" aria-label={t("export")}>
          <Download aria-hidden />
        </Button>
      }
    >
      <p className="px-2 py-1 text-xs text-muted">
        {t("exportLead", { count: new Intl.NumberFormat(locale).format(MOST_ROWS) })}
      </p>
      {(["csv", "xlsx"] as const).map((format) => (
        <MenuItem key={format} asChild>
          <a href={exportAddress(list, format, query, columns)} download>
            {t(format)}
          </a>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}

/** Where a list is given as a file. */
export function exportAddress(
  list: ListName,
  format: "csv" | "xlsx",
  query: ListQuery,
  columns: readonly string[],
): string {
  return `/api/v1/lists/${list}.${format}?${new URLSearchParams({ ...query, columns: columns.join(",") })}`;
}
