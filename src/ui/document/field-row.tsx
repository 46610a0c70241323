"use client";

import { Check, CircleHelp, CircleOff, PenLine, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import { FieldInput } from "./field-input";
import type { FieldsModel } from "./use-fields";

interface Props {
  readonly field: FieldView;
  readonly model: FieldsModel;
}

/** One value of the header: what it is, what it says, how it stands, and the way to confirm it. */
export function FieldRow({ field, model }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const id = useId();
  return (
    <li
      data-field={field.id}
      data-unsure={field.isUnsure}
      onMouseEnter={() => model.hover(field.id)}
      onMouseLeave={() => model.hover(null)}
      className={cn(
        "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-l-2 py-0.5 pl-2 pr-1 sm:grid-cols-[8.75rem_minmax(0,1fr)_5.5rem_1.5rem]",
        field.id === model.lit ? "border-accent bg-accent-soft" : "border-transparent",
      )}
    >
      <label htmlFor={id} className="col-span-2 truncate text-sm text-muted sm:col-span-1">
        {names(field.name)}
      </label>
      <FieldInput
        key={`${field.value}:${field.status}`}
        field={field}
        model={model}
        label={names(field.name)}
        id={id}
      />
      <FieldStatus field={field} />
      <button
        type="button"
        tabIndex={-1}
        onClick={() => model.settle(field, field.value)}
        aria-label={t("confirm", { name: names(field.name) })}
        className={cn(
          "hidden size-6 items-center justify-center rounded-sm hover:bg-raised sm:inline-flex",
          field.isUnsure ? "text-text" : "text-transparent hover:text-muted",
        )}
      >
        <Check aria-hidden className="size-4" />
      </button>
    </li>
  );
}

const STATUS = {
  suggested: { icon: Zap, colour: "text-muted" },
  confirmed: { icon: Check, colour: "text-green" },
  corrected: { icon: PenLine, colour: "text-blue" },
  rejected: { icon: CircleOff, colour: "text-muted" },
} as const;

/** How a value stands, by sign and word. */
function FieldStatus({ field }: { readonly field: FieldView }) {
  const t = useTranslations("validation");
  const { icon: Icon, colour } = field.isUnsure
    ? { icon: CircleHelp, colour: "font-medium text-yellow" }
    : STATUS[field.status];
  return (
    <span className={cn("inline-flex items-center gap-1 whitespace-nowrap text-xs", colour)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {field.isUnsure ? t("unsure") : t(`status.${field.status}`)}
    </span>
  );
}
