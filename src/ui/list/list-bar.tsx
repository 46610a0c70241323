"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { type ListName, type ListQuery, queryOf } from "@/contracts/lists";
import type { SavedViewView } from "@/contracts/views/saved-view";
import { ColumnChooser } from "./column-chooser";
import { ExportMenu } from "./export-menu";
import { SavedViews } from "./saved-views";
import { useColumns } from "./use-columns";

interface Props {
  readonly list: ListName;
  readonly views: readonly SavedViewView[];
  /** What of the filters stands in the path, such as the book of items. */
  readonly scope?: ListQuery;
  /** How many rows a view has, where that is known without asking for it. */
  readonly counts?: Readonly<Record<string, number>>;
  /** The columns that are seen, where an order of the list shows others than were chosen. */
  readonly shown?: readonly string[];
  /** What can be done beside, such as how dense the rows stand. */
  readonly children?: ReactNode;
  /** Lists of people are not given out as files. */
  readonly isExported?: boolean;
}

/** What every working list has above its rows: the views that were saved, its columns, and the list as a file. */
export function ListBar({ list, views, scope = {}, counts = {}, shown, children, isExported = true }: Props) {
  const columns = useColumns(list);
  const asked = useSearchParams();
  const query = { ...queryOf(list, Object.fromEntries(asked)), ...scope };
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-0.5">
      <SavedViews list={list} views={views} query={query} columns={columns} counts={counts} scope={scope} />
      <span className="hidden lg:contents">
        <ColumnChooser list={list} columns={columns} />
      </span>
      {isExported ? <ExportMenu list={list} query={query} columns={shown ?? columns.shown} /> : null}
      {children}
    </div>
  );
}
