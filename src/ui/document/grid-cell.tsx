"use client";

import { memo } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { FieldInput } from "./field-input";
import type { ValidationModel } from "./model";
import { isEmptySlot } from "./slots";
import { type Standing, standingOf } from "./standing";

const MARKS: Partial<Record<Standing, { readonly sign: string; readonly colour: string }>> = {
  conflict: { sign: "■", colour: "text-red" },
  changed: { sign: "◆", colour: "text-blue" },
  unsure: { sign: "▲", colour: "text-yellow" },
  check: { sign: "▲", colour: "text-yellow" },
  overruled: { sign: "◇", colour: "text-muted" },
};

interface Props {
  readonly field: FieldView;
  /** Read when a key is pressed, not when the cell is drawn, so that a cell is drawn only when its value changes. */
  readonly model: ValidationModel;
  readonly label: string;
  readonly standingWords: string;
  readonly isLit: boolean;
  readonly isInConflict: boolean;
  readonly isNumeric: boolean;
  readonly isWrong: boolean;
  readonly column: number;
}

/** One cell of the goods lines: an input that looks like text until something asks for attention. */
export const GridCell = memo(function GridCell(props: Props) {
  const { field, model, label, standingWords, isLit, isInConflict, isNumeric, isWrong, column } = props;
  const standing = standingOf(field, isInConflict);
  const isOpen = field.isUnsure || isInConflict || field.otherReading !== null;
  const mark = isOpen || standing === "overruled" ? MARKS[standing] : undefined;
  return (
    <td
      aria-colindex={column + 2}
      data-field={field.id}
      data-unsure={isOpen}
      data-line={field.line}
      data-column={column}
      onMouseEnter={isEmptySlot(field) ? undefined : () => model.hover(field.id)}
      onMouseLeave={() => model.hover(null)}
      className={cn("relative flex items-center px-0.5", isLit && "bg-accent-soft", isWrong && "bg-red-soft")}
    >
      <FieldInput
        field={field}
        model={model}
        label={label}
        isOpen={isOpen}
        className={cn(
          "h-6.5",
          isOpen ? "" : "border-transparent bg-transparent hover:border-line-strong/60 focus:bg-panel",
          mark && "pl-5",
          isNumeric && "text-right",
        )}
      />
      {mark ? (
        <span className={cn("pointer-events-none absolute left-1.5 top-1.5 text-xs", mark.colour)}>
          <span aria-hidden>{mark.sign}</span>
          <span className="sr-only">{standingWords}</span>
        </span>
      ) : null}
    </td>
  );
}, isSame);

function isSame(before: Props, now: Props): boolean {
  return (
    before.field === now.field &&
    before.label === now.label &&
    before.isLit === now.isLit &&
    before.isInConflict === now.isInConflict &&
    before.isWrong === now.isWrong &&
    before.column === now.column
  );
}
