"use client";

import { Plus, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";
import { AddMenu } from "./add-menu";
import { LINE_ORDER } from "./field-groups";
import type { LineEdits } from "./use-line-edits";

interface Props {
  readonly edits: LineEdits;
  readonly lines: readonly number[];
  readonly columns: readonly string[];
  /** The line that has the focus, or had it last; null for none. */
  readonly activeLine: number | null;
  readonly onAddColumn: (name: string) => void;
}

/** What can be done to the lines with a mouse; each of it has a key. */
export function GridToolbar({ edits, lines, columns, activeLine, onAddColumn }: Props) {
  const t = useTranslations("validation");
  const rest = LINE_ORDER.filter((name) => !columns.includes(name));
  const below = activeLine === null ? lines.length : lines.indexOf(activeLine) + 1;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-0.5 border-b px-2">
      <h2 className="mr-2 text-xs font-medium text-muted">
        {t("lines")} <span className="text-text">{lines.length}</span>
      </h2>
      <Button
        look="bare"
        size="small"
        title="Alt Insert"
        onClick={() => edits.insert(lines[below] ?? (lines.at(-1) ?? -1) + 1)}
      >
        <Plus aria-hidden />
        {t("addLine")}
      </Button>
      <Button
        look="bare"
        size="small"
        title="Alt Delete"
        disabled={activeLine === null}
        onClick={() => activeLine !== null && edits.remove(activeLine)}
      >
        <Trash2 aria-hidden />
        {t("removeLine")}
      </Button>
      <Button look="bare" size="small" title="Ctrl Z" onClick={edits.undo}>
        <Undo2 aria-hidden />
        {t("undo")}
      </Button>
      {rest.length > 0 ? <AddMenu label={t("addColumn")} names={rest} onAdd={onAddColumn} /> : null}
      <span className="ml-auto hidden text-xs text-muted lg:inline">{t("gridHint")}</span>
    </div>
  );
}
