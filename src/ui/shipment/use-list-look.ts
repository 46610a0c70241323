"use client";

import { useMemo } from "react";
import type { Visibility } from "@/ui/parts/data-table";
import { useStored } from "@/ui/parts/stored";

/** The columns of the list, in their order. */
export const COLUMN_NAMES = [
  "reference",
  "consignee",
  "goods",
  "value",
  "gates",
  "nextClock",
  "atStake",
  "toConfirm",
  "updated",
] as const;
/** What is at stake is asked for where the list is ordered by it. */
const HIDDEN_AT_FIRST = "atStake";
type ColumnName = (typeof COLUMN_NAMES)[number];

export interface ListLook {
  readonly isCompact: boolean;
  readonly setCompact: (isCompact: boolean) => void;
  readonly visibility: Visibility;
  readonly show: (column: ColumnName, isShown: boolean) => void;
}

/** How this browser likes the list: its density and its columns. */
export function useListLook(): ListLook {
  const [density, setDensity] = useStored("list-density", "roomy");
  const [hidden, setHidden] = useStored("list-hidden", HIDDEN_AT_FIRST);
  const visibility = useMemo(
    () => Object.fromEntries(COLUMN_NAMES.map((name) => [name, !hidden.split(",").includes(name)])),
    [hidden],
  );
  return {
    isCompact: density === "compact",
    setCompact: (isCompact) => setDensity(isCompact ? "compact" : "roomy"),
    visibility,
    show: (column, isShown) =>
      setHidden(COLUMN_NAMES.filter((name) => (name === column ? !isShown : visibility[name] === false)).join(",")),
  };
}
