"use client";

import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface Props {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A box to tick, with its words; the words are part of the target. */
export function Checkbox({ checked, onCheckedChange, children, className }: Props) {
  const id = useId();
  return (
    <div className={cn("flex min-h-6 items-start gap-2 text-sm", className)}>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={(state) => onCheckedChange(state === true)}
        className="mt-px inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-panel data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-text"
      >
        <Radix.Indicator>
          <Check aria-hidden className="size-3" strokeWidth={3} />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id}>{children}</label>
    </div>
  );
}
