"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Checkbox } from "@/ui/parts/checkbox";
import { cn } from "@/ui/parts/cn";

interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly set: (ids: readonly string[]) => void;
}

/** What is chosen of a list, apart from its table: a choice that drew it anew would take the focus from its row. */
const SelectionContext = createContext<Selection>({ ids: new Set(), toggle: () => undefined, set: () => undefined });

interface Props {
  /** The rows of the page. */
  readonly ids: readonly string[];
  readonly children: ReactNode;
}

/** Lets rows of a list be chosen: x for the row that has the focus, X for all of the page. */
export function Selecting({ ids: all, children }: Props) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo<Selection>(
    () => ({
      ids,
      toggle: (id) =>
        setIds((known) => new Set(known.has(id) ? [...known].filter((each) => each !== id) : [...known, id])),
      set: (chosen) => setIds(new Set(chosen)),
    }),
    [ids],
  );
  useShortcut(SHORTCUTS.list.select, () => {
    const id = document.activeElement?.closest("[data-row-id]")?.getAttribute("data-row-id");
    if (id) selection.toggle(id);
  });
  useShortcut(SHORTCUTS.list.selectAll, () => selection.set(all.every((id) => ids.has(id)) ? [] : all));
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** What is chosen, and how that is changed. */
export function useSelection(): Selection {
  return use(SelectionContext);
}

/** The box by which a row is chosen. */
export function ChooseRow({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations("lists");
  const { ids, toggle } = useSelection();
  return (
    <Checkbox checked={ids.has(id)} onCheckedChange={() => toggle(id)} className="relative z-10 items-center">
      <span className="sr-only">{t("chooseOne", { name })}</span>
    </Checkbox>
  );
}

interface BarProps {
  readonly ids: readonly string[];
  /** What is done with those that are chosen. */
  readonly children: ReactNode;
}

/** All of the page, how many are chosen, and what can be done with them. */
export function ChosenBar({ ids: all, children }: BarProps) {
  const t = useTranslations("lists");
  const { ids, set } = useSelection();
  const count = all.filter((id) => ids.has(id)).length;
  return (
    <div className={cn("flex min-h-8 flex-wrap items-center gap-3 text-sm", all.length === 0 && "hidden")}>
      <Checkbox
        checked={count > 0 && count === all.length}
        onCheckedChange={(isAll) => set(isAll ? all : [])}
        className="items-center"
      >
        {t("chooseAll")}
      </Checkbox>
      <span className="text-muted">{t("chosen", { count })}</span>
      {children}
    </div>
  );
}
