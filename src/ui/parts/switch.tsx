"use client";

import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

interface Props {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** On or off, at once; its place says it, not its colour alone. */
export function Switch({ checked, onCheckedChange, children }: Props) {
  const id = useId();
  return (
    <div className="flex min-h-7 items-center gap-2.5 text-sm">
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        className="inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-raised p-0.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="size-4 rounded-full bg-line-strong transition-transform duration-100 data-[state=checked]:translate-x-4 data-[state=checked]:bg-accent-text" />
      </Radix.Root>
      <label htmlFor={id}>{children}</label>
    </div>
  );
}
