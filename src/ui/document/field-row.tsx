"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { FieldInput } from "./field-input";
import { FieldOrigin } from "./field-origin";
import type { ValidationModel } from "./model";
import { isEmptySlot } from "./slots";
import { StandingMark, standingOf } from "./standing";

interface Props {
  readonly field: FieldView;
  readonly model: ValidationModel;
}

const EDGE: Readonly<Record<string, string>> = {
  conflict: "border-red",
  changed: "border-blue",
  unsure: "border-yellow",
  check: "border-yellow",
};

/** The input has the colour of its mark; what it is while somebody types says so itself. */
const INPUT_EDGE: Readonly<Record<string, string>> = {
  conflict: "border-red/70 data-draft:border-accent",
  changed: "border-blue/70 data-draft:border-accent",
  overruled: "text-muted",
};

/** One value of the header: what it is, what it says, how it stands, where it came from, and the way to confirm it. */
export function FieldRow({ field, model }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const id = useId();
  const standing = standingOf(field, model.conflicts.has(field.id));
  const isOpen = field.isUnsure || standing === "conflict" || standing === "changed";
  const isLit = field.id === model.lit;
  return (
    <li
      data-field={field.id}
      data-unsure={isOpen}
      data-standing={standing}
      onMouseEnter={() => model.hover(field.id)}
      onMouseLeave={() => model.hover(null)}
      className={cn(
        "grid grid-cols-[minmax(0,1fr)_6rem_1.5rem_1.75rem] items-center gap-x-2 border-l-2 py-0.5 pl-2 pr-1 @min-[26.5rem]:grid-cols-[7.25rem_minmax(0,1fr)_6rem_1.5rem_1.5rem] @min-[31rem]:grid-cols-[8.75rem_minmax(0,1fr)_6rem_1.5rem_1.5rem]",
        isLit ? "border-accent bg-accent-soft" : (EDGE[standing] ?? "border-transparent"),
      )}
    >
      <label
        htmlFor={id}
        title={names(field.name)}
        className="col-span-4 truncate text-sm text-muted @min-[26.5rem]:col-span-1"
      >
        {names(field.name)}
      </label>
      <FieldInput
        field={field}
        model={model}
        label={names(field.name)}
        id={id}
        isOpen={isOpen}
        className={INPUT_EDGE[standing]}
        placeholder={
          isEmptySlot(field) ? t("askedHint") : field.status === "rejected" ? t("standing.rejected") : undefined
        }
      />
      <StandingMark field={field} standing={standing} />
      <FieldOrigin field={field} />
      <button
        type="button"
        tabIndex={-1}
        onClick={() => (isEmptySlot(field) ? model.settle(field, null) : model.confirm(field))}
        aria-label={t(isEmptySlot(field) ? "stateAbsent" : "confirm", { name: names(field.name) })}
        title={t(isEmptySlot(field) ? "stateAbsent" : "confirm", { name: names(field.name) })}
        className={cn(
          "inline-flex size-7 items-center justify-center rounded-sm hover:bg-raised @min-[26.5rem]:size-6",
          isOpen ? "text-text" : "text-transparent hover:text-muted",
        )}
      >
        <Check aria-hidden className="size-4" />
      </button>
    </li>
  );
}
