"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface Props {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something more about the thing that was pressed, beside it. */
export function Popover({ trigger, label, className, children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            "z-50 w-80 max-w-[94vw] rounded-md border bg-panel p-3 text-sm shadow-lift outline-none data-[state=open]:animate-fade",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
