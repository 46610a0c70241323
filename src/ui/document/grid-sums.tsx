"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
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
          return (
            <td
              key={column}
              aria-colindex={index + 2}
              className="flex min-w-0 flex-col items-end justify-center px-2 leading-tight"
            >
              {total?.sum}
              {total?.difference == null ? null : (
                <Difference difference={total.difference} isWithCharges={total.isWithCharges} />
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

interface DifferenceProps {
  readonly difference: string;
  readonly isWithCharges: boolean;
}

/** Whether the sum is the stated total; a column is narrow, so the words for a difference are in its title. */
function Difference({ difference, isWithCharges }: DifferenceProps) {
  const t = useTranslations("validation");
  if (isNothing(difference))
    return (
      <span className="max-w-full truncate font-normal text-green" title={isWithCharges ? t("withCharges") : undefined}>
        ✓ {t(isWithCharges ? "sumAgreesWithCharges" : "sumAgrees")}
      </span>
    );
  const words = t(isWithCharges ? "sumDiffersWithCharges" : "sumDiffers", { difference: signed(difference) });
  return (
    <span className="max-w-full truncate font-semibold text-red" title={words}>
      <span aria-hidden>≠ {signed(difference)}</span>
      <span className="sr-only">≠ {words}</span>
    </span>
  );
}

function signed(difference: string): string {
  return difference.startsWith("-") ? `−${difference.slice(1)}` : `+${difference}`;
}
