"use client";

import { HoverCard as Radix } from "radix-ui";
import type { ReactNode } from "react";

const OPEN_MS = 120;
const CLOSE_MS = 160;

interface Props {
  /** What shows it, with the pointer or the keyboard. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

/** Where a value came from, shown while it is looked at. The pointer may rest on it and Escape hides it. */
export function HoverCard({ trigger, children }: Props) {
  return (
    <Radix.Root openDelay={OPEN_MS} closeDelay={CLOSE_MS}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-[min(26rem,92vw)] rounded-md border bg-panel p-2.5 text-sm shadow-lift data-[state=open]:animate-fade"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
