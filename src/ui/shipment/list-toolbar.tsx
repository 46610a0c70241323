"use client";

import { Rows3, Rows4, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef, useTransition } from "react";
import type { SavedViewView } from "@/contracts/views/saved-view";
import type { ShipmentCountsView } from "@/contracts/views/shipment";
import { SHIPMENT_SORTS } from "@/domain/clearance-time/shipment-order";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { ListBar } from "@/ui/list/list-bar";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Count } from "@/ui/parts/count";
import { Input } from "@/ui/parts/input";
import { Select } from "@/ui/parts/select";
import { Strip } from "@/ui/parts/strip";
import { LIST_NAMES, LIST_QUERY } from "./list-query";
import type { ListLook } from "./use-list-look";

interface Props {
  readonly counts: ShipmentCountsView;
  readonly look: ListLook;
  readonly views: readonly SavedViewView[];
  /** The columns that are seen. */
  readonly shown: readonly string[];
}

/** Which part of the list, what it is searched for, and how it is drawn. */
export function ListToolbar({ counts, look, views, shown }: Props) {
  const t = useTranslations("shipments");
  const [isLoading, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(LIST_QUERY, { startTransition });
  const search = useRef<HTMLInputElement>(null);
  useShortcut(SHORTCUTS.everywhere.search, () => search.current?.focus());
  const Density = look.isCompact ? Rows3 : Rows4;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-2 pt-4 md:px-6">
      <Strip label={t("views")} current={query.view} className="-mx-1 max-w-full gap-0.5 px-1 py-1">
        {LIST_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={query.view === name ? "page" : undefined}
            onClick={() => void setQuery({ view: name, cursor: null })}
            className={cn(
              "inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-sm",
              query.view === name ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-raised",
            )}
          >
            {t(`view.${name}`)}
            <Count of={counts[name]} className={query.view === name ? "" : "text-muted"} />
          </button>
        ))}
      </Strip>
      <search className="relative ml-auto w-full sm:w-64" aria-busy={isLoading}>
        <label className="sr-only" htmlFor="search">
          {t("search")}
        </label>
        <Search aria-hidden className="pointer-events-none absolute left-2.5 top-2 size-4 text-muted" />
        <Input
          ref={search}
          id="search"
          type="search"
          value={query.search}
          onChange={(event) => void setQuery({ search: event.target.value || null, cursor: null })}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
          placeholder={t("search")}
          className="pl-8"
        />
      </search>
      <Select
        aria-label={t("sort.label")}
        value={query.sort}
        onValueChange={(sort) =>
          void setQuery({ sort: SHIPMENT_SORTS.find((each) => each === sort) ?? null, cursor: null })
        }
        options={SHIPMENT_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        className="w-full sm:w-48"
      />
      <ListBar list="shipments" views={views} counts={countsOf(views, counts)} shown={shown}>
        <Button
          look="bare"
          size="icon"
          className="hidden lg:inline-flex"
          aria-label={t(look.isCompact ? "roomy" : "compact")}
          onClick={() => look.setCompact(!look.isCompact)}
        >
          <Density aria-hidden />
        </Button>
      </ListBar>
    </div>
  );
}

/** Of views that narrow the list to one of its parts alone the count is known. */
function countsOf(views: readonly SavedViewView[], counts: ShipmentCountsView): Readonly<Record<string, number>> {
  return Object.fromEntries(
    views.flatMap(({ id, query }) => {
      const { view = "all", sort: _order, ...rest } = query;
      const part = LIST_NAMES.find((name) => name === view);
      return part && Object.keys(rest).length === 0 ? [[id, counts[part]]] : [];
    }),
  );
}
