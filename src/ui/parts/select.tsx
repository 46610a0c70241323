"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { cn } from "./cn";
import type { ControlProps } from "./field";
import { INPUT_LOOK } from "./input";

interface Props extends Partial<ControlProps> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly "aria-label"?: string;
  readonly className?: string;
  /** What stands there while nothing is chosen, for a value of "". */
  readonly placeholder?: string;
}

/** One of several values. */
export function Select({ value, onValueChange, options, className, placeholder, ...control }: Props) {
  return (
    <Radix.Root value={value} onValueChange={onValueChange}>
      <Radix.Trigger
        className={cn(INPUT_LOOK, "flex h-8 items-center justify-between gap-2 text-left", className)}
        {...control}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-md border bg-panel shadow-lift data-[state=open]:animate-fade"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex min-h-7 cursor-default items-center gap-2 rounded-sm py-1 pl-7 pr-3 text-sm outline-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent"
              >
                <Radix.ItemIndicator className="absolute left-2.5">
                  <Check aria-hidden className="size-3.5" />
                </Radix.ItemIndicator>
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
