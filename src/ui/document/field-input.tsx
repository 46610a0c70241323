"use client";

import { type KeyboardEvent, useState } from "react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import type { FieldsModel } from "./use-fields";

interface Props {
  readonly field: FieldView;
  readonly model: FieldsModel;
  readonly label: string;
  readonly id?: string;
  readonly className?: string;
}

/**
 * One value to be checked. Enter confirms it, Ctrl Enter all of them, Tab goes on to what is unsure, Escape takes the
 * change back; emptied and entered, the value is not on the document. After the last unsure value Tab goes on as ever.
 */
export function FieldInput({ field, model, label, id, className }: Props) {
  const [value, setValue] = useState(field.value);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) void model.confirmAll();
      else model.settle(field, value);
    } else if (event.key === "Escape") setValue(field.value);
    else if (event.key === "Tab" && !event.shiftKey && model.focusNext(field.id)) event.preventDefault();
  };
  return (
    <input
      {...(id ? { id } : { "aria-label": label })}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={keys}
      onFocus={() => model.activate(field.id)}
      autoComplete="off"
      spellCheck={false}
      className={cn(
        "h-7 w-full min-w-0 rounded-sm border bg-panel px-1.5 text-sm focus-visible:-outline-offset-1",
        field.isUnsure ? "border-yellow/70" : "border-line-strong/70",
        field.status === "rejected" && "text-muted line-through",
        className,
      )}
    />
  );
}
