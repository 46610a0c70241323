"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { cn } from "@/ui/parts/cn";
import type { GridLine } from "./field-groups";
import { isNothing, sumOf } from "./line-figures";
import type { ValidationModel } from "./model";

interface Props {
  readonly rows: readonly GridLine[];
  readonly columns: readonly string[];
  readonly model: ValidationModel;
  readonly template: string;
}

/** The sums of the columns, live while somebody types, with the difference against what the document states in total. */
export function GridSums({ rows, columns, model, template }: Props) {
  const t = useTranslations("validation");
  const { drafts, fields } = model;
  useSyncExternalStore(drafts.subscribe, drafts.version, () => 0);
  return (
    <tfoot className="sticky bottom-0 z-10 block">
      <tr
        aria-rowindex={rows.length + 2}
        data-testid="sums"
        className="grid min-h-8 border-t bg-raised text-xs font-medium"
        style={{ gridTemplateColumns: template }}
      >
        <th scope="row" aria-colindex={1} className="flex items-center px-2 text-muted">
          <span aria-hidden>Σ</span>
          <span className="sr-only">{t("sums")}</span>
        </th>
        {columns.map((column, index) => {
          const total = sumOf(column, rows, fields, drafts);
          const isSame = total?.difference != null && isNothing(total.difference);
          return (
            <td
              key={column}
              aria-colindex={index + 2}
              className="flex flex-col items-end justify-center px-2 leading-tight"
            >
              {total?.sum}
              {total?.difference == null ? null : (
                <span className={cn("font-normal", isSame ? "text-green" : "font-semibold text-red")}>
                  {isSame ? `✓ ${t("sumAgrees")}` : `≠ ${t("sumDiffers", { difference: signed(total.difference) })}`}
                </span>
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function signed(difference: string): string {
  return difference.startsWith("-") ? `−${difference.slice(1)}` : `+${difference}`;
}
