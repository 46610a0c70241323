"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

const DELAY_MS = 300;

interface Props {
  readonly words: ReactNode;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
}

/** The name of a thing that shows only its icon. Escape hides it, and the pointer may rest on it. */
export function Tooltip({ words, side = "top", children }: Props) {
  return (
    <Radix.Provider delayDuration={DELAY_MS}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 rounded-md bg-text px-2 py-1 text-xs text-page data-[state=delayed-open]:animate-fade"
          >
            {words}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
