"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffect } from "react";
import { LISTS, type ListName } from "@/contracts/lists";
import { readColumns, writeColumns } from "@/domain/working-list/columns";
import type { Visibility } from "@/ui/parts/data-table";
import { readStored } from "@/ui/parts/stored";

export interface ListColumnsChosen {
  readonly shown: readonly string[];
  /** For the table: columns that are no list's, such as those with acts, are always there. */
  readonly visibility: Visibility;
  readonly show: (column: string, isShown: boolean) => void;
  /** Back to those of the list. */
  readonly reset: () => void;
  readonly isDefault: boolean;
}

const storedAs = (list: ListName) => `columns-${list}`;

/**
 * The columns of a list. They stand in the address where they are not those of the list's default, so that a link that is
 * copied shows the same; an address that names none begins with what this browser chose last.
 */
export function useColumns(list: ListName): ListColumnsChosen {
  const stated = LISTS[list];
  // Through the router: an address that is changed behind its back makes it load the page anew when it next refreshes.
  const [said, setSaid] = useQueryState("columns", parseAsString.withOptions({ shallow: false, history: "replace" }));
  useEffect(() => {
    const last = readStored(storedAs(list));
    if (said === null && last && writeColumns(stated, last.split(",")) !== null) void setSaid(last);
  }, [list, said, stated, setSaid]);
  const shown = readColumns(stated, said);
  const choose = (columns: readonly string[]) => {
    const text = writeColumns(stated, columns);
    try {
      localStorage.setItem(storedAs(list), text ?? "");
    } catch {
      // A browser that keeps nothing still has the address.
    }
    void setSaid(text);
  };
  return {
    shown,
    visibility: Object.fromEntries(stated.columns.map((name) => [name, shown.includes(name)])),
    show: (column, isShown) =>
      choose(stated.columns.filter((name) => (name === column ? isShown : shown.includes(name)))),
    reset: () => choose([]),
    isDefault: writeColumns(stated, shown) === null,
  };
}
