"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cn } from "@/ui/parts/cn";
import { orderColumns, toGrid } from "./field-groups";
import { FormEdge } from "./form-edge";
import { GridRow, templateOf } from "./grid-row";
import { GridSums } from "./grid-sums";
import { GridToolbar } from "./grid-toolbar";
import { NUMERIC } from "./line-figures";
import type { ValidationModel } from "./model";
import { useGridKeys } from "./use-grid-keys";
import { useLineEdits } from "./use-line-edits";

const ROW_PX = 30;
/** The head and the sums lie over the first and the last line that is scrolled to. */
const HEAD_PX = 28;
const SUMS_PX = 34;
/** Lines that are drawn beyond the edge, so that a quick hand meets no blank. */
const OVERSCAN = 12;
/** The columns of an invoice whose lines nobody has read. */
const USUAL = ["description", "hs_code", "quantity", "unit", "unit_price", "amount"];

/** The goods lines as a spreadsheet: only what is in sight is drawn, and the figures add up while somebody types. */
export function LineGrid({ model }: { readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const latest = useLatest(model);
  const edits = useLineEdits(model);
  const { rows, columns, addColumn } = useGrid(model, edits.emptyLines);
  const template = useMemo(() => templateOf(columns), [columns]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_PX,
    scrollPaddingEnd: SUMS_PX + HEAD_PX,
    initialRect: { width: 800, height: 300 },
  });
  const { reveal } = model;
  useEffect(() => {
    reveal.current = (line) => virtual.scrollToIndex(rows.findIndex((row) => row.line === line));
  });
  const lines = rows.map((row) => row.line);
  const focusCell = (position: number, column: number): boolean => {
    const line = lines[position];
    if (line === undefined || column < 0 || column >= columns.length) return false;
    virtual.scrollToIndex(position);
    const at = `[data-line="${line}"][data-column="${column}"] input`;
    const cell = () => scroller.current?.querySelector<HTMLInputElement>(at) ?? null;
    const found = cell();
    if (found) found.focus({ preventScroll: true });
    // The line is drawn in the next frame or the one after.
    else requestAnimationFrame(() => requestAnimationFrame(() => cell()?.focus({ preventScroll: true })));
    return true;
  };
  // A column is drawn in the frame after it was added, and then its first cell is where the person goes on.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const column = wanted.current === null ? -1 : columns.indexOf(wanted.current);
    if (column < 0) return;
    wanted.current = null;
    focusCell(0, column);
  });
  const keys = useGridKeys({ model, edits, lines, columns, focusCell });
  const currency = model.fields.find((field) => field.name === "currency" && field.line === null)?.value;
  return (
    <div data-form-region className="flex h-full min-h-0 flex-col">
      <GridToolbar
        edits={edits}
        lines={lines}
        columns={columns}
        activeLine={model.active?.line ?? null}
        onAddColumn={(name) => {
          wanted.current = name;
          addColumn(name);
        }}
      />
      <FormEdge side="start" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-auto bg-page focus-visible:-outline-offset-2">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are worked with the keys of a grid
          role="grid"
          aria-label={t("lines")}
          aria-rowcount={rows.length + 2}
          aria-colcount={columns.length + 1}
          className="block min-w-max text-sm"
          {...keys}
        >
          <thead className="sticky top-0 z-10 block">
            <tr
              aria-rowindex={1}
              className="grid h-7 border-b bg-raised text-xs text-muted"
              style={{ gridTemplateColumns: template }}
            >
              <th scope="col" className="flex items-center px-2">
                #
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={cn("flex items-center truncate px-2", NUMERIC.includes(column) && "justify-end")}
                >
                  {names(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (!row) return null;
              const ids = [...row.cells.values()].map((field) => field.id);
              return (
                <GridRow
                  key={row.line}
                  row={row}
                  position={index}
                  columns={columns}
                  model={latest}
                  lit={litIn(model.lit, row.line, ids)}
                  conflicts={ids.filter((id) => model.conflicts.has(id)).join()}
                  currency={currency}
                  template={template}
                  top={start}
                />
              );
            })}
          </tbody>
          {rows.length > 0 ? <GridSums rows={rows} columns={columns} model={model} template={template} /> : null}
        </table>
      </div>
      <FormEdge side="end" />
    </div>
  );
}

/** The lines with what was added to them on the screen: empty lines, and columns that no line fills yet. */
function useGrid(model: ValidationModel, emptyLines: readonly number[]) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const grid = useMemo(() => toGrid(model.fields), [model.fields]);
  const rows = useMemo(() => {
    const known = new Set(grid.rows.map((row) => row.line));
    const empty = emptyLines.filter((line) => !known.has(line)).map((line) => ({ line, cells: new Map() }));
    return [...grid.rows, ...empty].sort((a, b) => a.line - b.line);
  }, [grid.rows, emptyLines]);
  // As a text they are the same while they say the same, so that no line is drawn anew for them.
  const joined = orderColumns([...new Set([...(grid.columns.length > 0 ? grid.columns : USUAL), ...added])]).join();
  const columns = useMemo(() => joined.split(","), [joined]);
  return { rows, columns, addColumn: (name: string) => setAdded((all) => [...all, name]) };
}

/** The model as it is when something is asked of it: rows keep it although they are not drawn anew with each change. */
function useLatest(model: ValidationModel): ValidationModel {
  const latest = useRef(model);
  useLayoutEffect(() => {
    latest.current = model;
  });
  return useMemo(
    () => new Proxy(latest.current, { get: (_first, name) => Reflect.get(latest.current, name) as unknown }),
    [],
  );
}

function litIn(lit: string | null, line: number, ids: readonly string[]): string | null {
  if (lit === null) return null;
  return lit.startsWith(`cell:${line}:`) || ids.includes(lit) ? lit : null;
}
