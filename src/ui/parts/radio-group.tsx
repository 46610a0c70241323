"use client";

import { RadioGroup as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface Option<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
}

interface Props<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly onValueChange: (value: T) => void;
  readonly options: readonly Option<T>[];
  readonly isDisabled?: boolean;
  /** Whether a title just above says the legend already. */
  readonly isTitled?: boolean;
  readonly isRow?: boolean;
  readonly className?: string;
}

/** One of few values that are worth being seen side by side. */
export function RadioGroup<T extends string>({
  legend,
  value,
  onValueChange,
  options,
  isDisabled = false,
  isTitled = false,
  isRow = false,
  className,
}: Props<T>) {
  const id = useId();
  return (
    <div className={className}>
      <p id={id} className={isTitled ? "sr-only" : "mb-1 text-xs font-medium text-muted"}>
        {legend}
      </p>
      <Radix.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onValueChange(next as T)}
        disabled={isDisabled}
        className={cn("grid gap-1.5", isRow && "sm:grid-cols-2")}
      >
        {options.map((option) => (
          <div
            key={option.value}
            className={cn(
              "flex min-h-8 items-start gap-2.5 rounded-md border px-2.5 py-1.5 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft",
              isDisabled && "opacity-70",
            )}
          >
            <Radix.Item
              id={`${id}-${option.value}`}
              value={option.value}
              className="mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-panel data-[state=checked]:border-accent"
            >
              <Radix.Indicator className="size-2 rounded-full bg-accent" />
            </Radix.Item>
            <label htmlFor={`${id}-${option.value}`} className="min-w-0 flex-1 text-base">
              {option.label}
              {option.detail ? <span className="block text-xs text-muted">{option.detail}</span> : null}
            </label>
          </div>
        ))}
      </Radix.Root>
    </div>
  );
}
