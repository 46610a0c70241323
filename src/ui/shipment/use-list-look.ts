"use client";

import { useStored } from "@/ui/parts/stored";

export interface ListLook {
  readonly isCompact: boolean;
  readonly setCompact: (isCompact: boolean) => void;
}

/** How dense this browser likes the rows of the list. */
export function useListLook(): ListLook {
  const [density, setDensity] = useStored("list-density", "roomy");
  return {
    isCompact: density === "compact",
    setCompact: (isCompact) => setDensity(isCompact ? "compact" : "roomy"),
  };
}
