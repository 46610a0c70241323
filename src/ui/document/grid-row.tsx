"use client";

import { useTranslations } from "next-intl";
import { memo, useCallback, useSyncExternalStore } from "react";
import { cn } from "@/ui/parts/cn";
import type { GridLine } from "./field-groups";
import { GridCell } from "./grid-cell";
import { isWrongProduct, NUMERIC } from "./line-figures";
import type { ValidationModel } from "./model";
import { emptySlot } from "./slots";
import { standingOf } from "./standing";

interface Props {
  readonly row: GridLine;
  readonly position: number;
  readonly columns: readonly string[];
  readonly model: ValidationModel;
  /** The field of this line that is lit; null for none. */
  readonly lit: string | null;
  /** The fields of this line that stand in a conflict, with commas. */
  readonly conflicts: string;
  readonly currency: string | undefined;
  readonly template: string;
  readonly top: number;
}

/** One goods line; it is drawn anew only when something of it changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, position, columns, model, lit, conflicts, currency, template, top } = props;
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const { drafts } = model;
  const read = useCallback(() => isWrongProduct(row.cells, currency, drafts), [row, currency, drafts]);
  const isWrong = useSyncExternalStore(drafts.subscribe, read, () => false);
  return (
    <tr
      aria-rowindex={position + 2}
      className="absolute left-0 grid h-7.5 w-full border-b hover:bg-raised/50"
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <th scope="row" aria-colindex={1} className="flex items-center gap-1 px-2 text-xs text-muted">
        {row.line + 1}
        {isWrong ? (
          <span className="font-semibold text-red" title={t("wrongProduct")}>
            <span aria-hidden>≠</span>
            <span className="sr-only">{t("wrongProduct")}</span>
          </span>
        ) : null}
      </th>
      {columns.map((column, index) => {
        const field = row.cells.get(column) ?? emptySlot(model.document.id, column, row.line);
        const isInConflict = conflicts.split(",").includes(field.id);
        return (
          <GridCell
            key={column}
            field={field}
            model={model}
            label={`${row.line + 1}. ${names(column)}`}
            standingWords={t(`standing.${standingOf(field, isInConflict)}`)}
            isLit={lit === field.id}
            isInConflict={isInConflict}
            isNumeric={NUMERIC.includes(column)}
            isWrong={isWrong && column === "amount"}
            column={index}
          />
        );
      })}
    </tr>
  );
}, isSame);

function isSame(before: Props, now: Props): boolean {
  const hasSameCells =
    before.row === now.row ||
    (before.row.line === now.row.line &&
      before.row.cells.size === now.row.cells.size &&
      [...now.row.cells].every(([name, field]) => before.row.cells.get(name) === field));
  return (
    hasSameCells &&
    before.columns === now.columns &&
    before.lit === now.lit &&
    before.conflicts === now.conflicts &&
    before.currency === now.currency &&
    before.template === now.template &&
    before.top === now.top &&
    before.position === now.position
  );
}

/** How the columns share the width: words take what is left, figures what they need. */
export function templateOf(columns: readonly string[]): string {
  const widths = columns.map((column) =>
    column === "description" ? "minmax(14rem,1fr)" : column === "unit" || column === "origin" ? "5.5rem" : "8rem",
  );
  return cn("3.25rem", ...widths);
}
