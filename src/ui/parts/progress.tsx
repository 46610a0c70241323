"use client";

import { Progress as Radix } from "radix-ui";

interface Props {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** How far something is. */
export function Progress({ label, share }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <Radix.Root aria-label={label} value={percent} className="h-1 w-full overflow-hidden rounded-full bg-raised">
      <Radix.Indicator
        className="h-full origin-left bg-accent transition-transform duration-100"
        style={{ transform: `scaleX(${percent / 100})` }}
      />
    </Radix.Root>
  );
}
