"use client";

import { Check, CircleHelp, PenLine, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import type { DocumentView, FieldView } from "@/contracts/views";
import { Crop } from "@/ui/document/crop";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly field: FieldView;
  readonly document: DocumentView;
  readonly isActive: boolean;
  readonly onActivate: () => void;
  readonly onConfirm: (value: string) => void;
  /** True when there was a next unsure field to go to. */
  readonly onNext: () => boolean;
  readonly onConfirmAll: () => void;
}

/** One value: what it is, how sure, where it stands; Enter confirms, Tab goes on to what is unsure, Escape takes back. */
export function FieldRow({ field, document, isActive, onActivate, onConfirm, onNext, onConfirmAll }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const id = useId();
  const [value, setValue] = useState(field.value);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) onConfirmAll();
      else onConfirm(value);
    } else if (event.key === "Escape") setValue(field.value);
    else if (event.key === "Tab" && !event.shiftKey && onNext()) event.preventDefault();
  };
  const percent = Math.round(field.confidence * 100);
  return (
    <li
      data-field={field.id}
      className={cn("rounded-md border bg-panel px-3 py-2", isActive && "border-accent bg-accent-soft")}
      onMouseEnter={onActivate}
    >
      {isActive ? <Crop field={field} document={document} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)_5.5rem_1.75rem] items-center gap-x-2 gap-y-1 sm:grid-cols-[7.5rem_minmax(0,1fr)_6rem_1.75rem]">
        <label htmlFor={id} className="col-span-3 text-[12.5px] text-muted sm:col-span-1">
          {field.line === null ? "" : `${field.line + 1}. `}
          {names(field.name)}
        </label>
        <input
          id={id}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={keys}
          onFocus={onActivate}
          title={t("notThere")}
          className={cn(
            "h-8 w-full rounded border border-line-strong bg-panel px-2 text-[13px]",
            field.status === "rejected" && "text-muted line-through",
          )}
        />
        <span className="flex flex-col gap-0.5 text-[12px]">
          <span className="flex items-center gap-1.5">
            <StatusIcon field={field} />
            <span className={field.isUnsure ? "font-medium text-yellow" : "text-muted"}>
              {field.isUnsure ? t("unsure") : t(`status.${field.status}`)}
            </span>
          </span>
          <meter min={0} max={100} value={percent} aria-label={t("confidence", { percent })} className="h-1.5 w-full" />
        </span>
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onConfirm(value)}
          aria-label={t("confirm", { name: names(field.name) })}
          className="inline-flex size-7 items-center justify-center rounded hover:bg-raised"
        >
          <Check aria-hidden className="size-4" />
        </button>
      </div>
    </li>
  );
}

function StatusIcon({ field }: { readonly field: FieldView }) {
  if (field.isUnsure) return <CircleHelp aria-hidden className="size-3.5 text-yellow" />;
  if (field.status === "confirmed") return <Check aria-hidden className="size-3.5 text-green" />;
  if (field.status === "corrected") return <PenLine aria-hidden className="size-3.5 text-blue" />;
  return <Zap aria-hidden className="size-3.5 text-muted" />;
}
