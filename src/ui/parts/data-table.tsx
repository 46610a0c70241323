"use client";

import {
  type Cell,
  type Column,
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  metaHelper,
  type ReactTable,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Table, TableCell, TableHead, TableRow } from "./table";

/** The column of the boxes that choose rows; its head is for who cannot see the boxes. */
const CHOICE = "choose";

interface ColumnLook {
  readonly align?: "right";
  /** For the cells and the head of the column. */
  readonly className?: string;
  /** Whether it heads its row where the table is a list of blocks, and so needs no name beside it there. */
  readonly isHead?: true;
}

const FEATURES = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  columnMeta: metaHelper<ColumnLook>(),
});
type Features = typeof FEATURES;

/** A column of a data table. */
export type DataColumn<T extends object> = ColumnDef<Features, T>;
type DataTableModel<T extends object> = ReactTable<Features, T>;
export type Visibility = Readonly<Record<string, boolean>>;

/** A column with its name, what stands in its cells, and how they look. */
export function dataColumn<T extends object>(
  id: string,
  header: string,
  cell: (row: T) => ReactNode,
  meta: ColumnLook = {},
): DataColumn<T> {
  return { id, header, cell: ({ row }: { row: { original: T } }) => cell(row.original), meta };
}

interface Options<T extends object> {
  /** Stable between draws. */
  readonly columns: DataColumn<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly visibility?: Visibility;
}

/** A table's model: its columns, which of them are seen, and how they are sorted. */
export function useDataTable<T extends object>({ columns, rows, idOf, visibility }: Options<T>): DataTableModel<T> {
  return useTable<Features, T>({
    features: FEATURES,
    columns,
    data: rows as T[],
    getRowId: idOf,
    ...(visibility ? { state: { columnVisibility: visibility } } : {}),
  });
}

interface Props<T extends object> {
  readonly table: DataTableModel<T>;
  readonly label: string;
  readonly isCompact?: boolean;
  /** How a row looks on a phone, where a table has no room; without it each row is a block of its cells. */
  readonly card?: (row: T) => ReactNode;
}

/** A table on a desk, cards on a phone; the columns that may be sorted say so. */
export function DataTable<T extends object>({ table, label, isCompact = false, card }: Props<T>) {
  const { rows } = table.getRowModel();
  if (!card) return <StackedTable table={table} label={label} />;
  return (
    <>
      <div className="hidden overflow-x-clip rounded-md border bg-panel lg:block">
        <table aria-label={label} className="w-full border-collapse text-sm">
          <thead className="sticky top-12 z-10">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    {...sortAttribute(header.column)}
                    className={cn(
                      "h-8 whitespace-nowrap border-b bg-raised px-3 text-xs text-muted first:rounded-tl-md last:rounded-tr-md",
                      header.column.columnDef.meta?.align === "right" && "text-right",
                      header.column.columnDef.meta?.className,
                    )}
                  >
                    {header.column.id === CHOICE ? (
                      <span className="sr-only">
                        <table.FlexRender header={header} />
                      </span>
                    ) : header.column.getCanSort() ? (
                      <SortButton column={header.column}>
                        <table.FlexRender header={header} />
                      </SortButton>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.id}
                data-row-id={row.id}
                className="relative border-t first:border-t-0 hover:bg-raised/70 has-[a:focus-visible]:bg-accent-soft"
              >
                {row.getVisibleCells().map((cell) => (
                  <td
                    key={cell.id}
                    className={cn(
                      "px-3",
                      isCompact ? "h-7 py-0" : "h-9 py-1",
                      cell.column.columnDef.meta?.align === "right" && "text-right",
                      cell.column.columnDef.meta?.className,
                    )}
                  >
                    <CellContent cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul aria-label={label} className="flex flex-col gap-2 lg:hidden">
        {rows.map((row) => (
          <li
            key={row.id}
            data-row-id={row.id}
            className="relative rounded-md border bg-panel p-3 has-[a:focus-visible]:bg-accent-soft"
          >
            {card(row.original)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same rows once for both: a table where there is room, and blocks of named cells where there is none. */
function StackedTable<T extends object>({ table, label }: Pick<Props<T>, "table" | "label">) {
  return (
    <Table label={label} isStacked>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="text-left">
            {group.headers.map((header) => (
              <TableHead
                key={header.id}
                className={cn(header.column.columnDef.meta?.align === "right" && "text-right")}
              >
                <table.FlexRender header={header} />
              </TableHead>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <TableRow key={row.id} data-row-id={row.id} className="has-[[data-row-link]:focus-visible]:bg-accent-soft">
            {row.getVisibleCells().map((cell) => {
              const { header, meta } = cell.column.columnDef;
              const name = typeof header === "string" && !meta?.isHead ? { column: header } : {};
              return (
                <TableCell
                  key={cell.id}
                  {...name}
                  className={cn(meta?.align === "right" && "text-right", meta?.className)}
                >
                  <CellContent cell={cell} />
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/**
 * What stands in a cell. The column's function is called and not drawn as a part of its own: columns are new functions
 * whenever the page reads itself anew, and a part of a new kind would be mounted anew and take the focus from its row.
 */
function CellContent<T extends object>({ cell }: { readonly cell: Cell<Features, T> }) {
  const draw = cell.column.columnDef.cell;
  return <>{typeof draw === "function" ? draw(cell.getContext()) : draw}</>;
}

function sortAttribute<T extends object>(column: Column<Features, T>) {
  if (!column.getCanSort()) return {};
  const sorted = column.getIsSorted();
  return {
    "aria-sort": sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none",
  } as const;
}

function SortButton<T extends object>({
  column,
  children,
}: {
  readonly column: Column<Features, T>;
  readonly children: ReactNode;
}) {
  const sorted = column.getIsSorted();
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <button
      type="button"
      onClick={column.getToggleSortingHandler()}
      className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-text"
    >
      {children}
      <Icon aria-hidden className={cn("size-3", sorted ? "text-accent" : "opacity-60")} />
    </button>
  );
}
