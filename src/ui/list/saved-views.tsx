"use client";

import { Bookmark, Share2, Star } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ListName, ListQuery } from "@/contracts/lists";
import { showsView, viewAddress, wholeAddress } from "@/contracts/view-address";
import type { SavedViewView } from "@/contracts/views/saved-view";
import { Button } from "@/ui/parts/button";
import { Count } from "@/ui/parts/count";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/parts/dropdown-menu";
import type { ListColumnsChosen } from "./use-columns";
import { useViewActs } from "./use-views";
import { ViewForm } from "./view-form";

interface Props {
  readonly list: ListName;
  readonly views: readonly SavedViewView[];
  readonly query: ListQuery;
  readonly columns: ListColumnsChosen;
  readonly counts: Readonly<Record<string, number>>;
  readonly scope: ListQuery;
}

/** The views of a list: opened, saved, shared, changed and deleted; what was changed since it was saved says so. */
export function SavedViews({ list, views, query, columns, counts, scope }: Props) {
  const t = useTranslations("lists");
  const router = useRouter();
  const acts = useViewActs(list);
  const named = useSearchParams().get("saved");
  const here = views.find((each) => each.id === named) ?? views.find((each) => showsView(each, query, columns.shown));
  const isChanged = here !== undefined && !here.isOutdated && !showsView(here, query, columns.shown);
  const [form, setForm] = useState<"new" | "change" | null>(null);
  const whole = wholeAddress(list, scope, views);
  return (
    <>
      {here?.isOutdated ? (
        <span role="status" className="text-sm font-medium text-yellow">
          ▲ {t("outdated", { name: here.name })}
        </span>
      ) : null}
      {here && (isChanged || here.isOutdated) ? (
        <span className="inline-flex flex-wrap items-center gap-1 text-sm text-muted">
          {isChanged ? t("changed") : null}
          {here.isOwn ? (
            <Button
              size="small"
              look="quiet"
              onClick={() => void acts.change(here.id, { query, columns: columns.shown })}
            >
              {t("saveChanges")}
            </Button>
          ) : null}
          {isChanged ? (
            <Button size="small" look="bare" onClick={() => router.push(viewAddress(here))}>
              {t("discard")}
            </Button>
          ) : null}
        </span>
      ) : null}
      <DropdownMenu
        className="max-w-80"
        trigger={
          <Button look="bare" aria-label={here ? `${t("views")}: ${here.name}` : t("views")}>
            <Bookmark aria-hidden />
            <span className="max-w-40 truncate">
              {here?.name ?? <span className="max-sm:sr-only">{t("views")}</span>}
            </span>
          </Button>
        }
      >
        <MenuItem asChild>
          <Link href={whole}>{t("whole")}</Link>
        </MenuItem>
        {views.length === 0 ? <p className="px-2 py-1 text-xs text-muted">{t("viewsNone")}</p> : null}
        <Views views={views.filter(({ isOwn }) => isOwn)} head={t("own")} here={here} counts={counts} />
        <Views views={views.filter(({ isOwn }) => !isOwn)} head={t("sharedBy")} here={here} counts={counts} />
        <MenuSeparator />
        <MenuItem onSelect={() => setForm("new")}>{t("saveAs")}</MenuItem>
        {here ? (
          <MenuItem onSelect={() => void acts.begin(here.id, !here.isDefault)}>
            <Star aria-hidden className={here.isDefault ? "fill-current" : ""} />
            {here.isDefault ? t("beginWhole") : t("begin")}
          </MenuItem>
        ) : null}
        {here?.isOwn ? (
          <>
            <MenuItem onSelect={() => setForm("change")}>{t("rename")}</MenuItem>
            <MenuItem title={t("removeSure")} onSelect={() => void acts.remove(here.id, whole)}>
              {t("remove")}
            </MenuItem>
          </>
        ) : null}
      </DropdownMenu>
      {form === "new" ? (
        <ViewForm
          title={t("saveAs")}
          isOpen
          onOpenChange={() => setForm(null)}
          onSave={async (given) => (await acts.save(given, query, columns.shown)) !== null}
        />
      ) : null}
      {form === "change" && here ? (
        <ViewForm
          title={t("rename")}
          known={here}
          isOpen
          onOpenChange={() => setForm(null)}
          onSave={async (given) => (await acts.change(here.id, given)) !== null}
        />
      ) : null}
    </>
  );
}

interface ViewsProps {
  readonly views: readonly SavedViewView[];
  readonly head: ReactNode;
  readonly here: SavedViewView | undefined;
  readonly counts: Readonly<Record<string, number>>;
}

function Views({ views, head, here, counts }: ViewsProps) {
  const t = useTranslations("lists");
  if (views.length === 0) return null;
  return (
    <>
      <MenuLabel>{head}</MenuLabel>
      {views.map((view) => (
        <MenuItem key={view.id} asChild>
          <Link href={viewAddress(view)} aria-current={view.id === here?.id ? "page" : undefined}>
            <span className={view.id === here?.id ? "min-w-0 truncate font-medium text-accent" : "min-w-0 truncate"}>
              {view.name}
            </span>
            <span className="ml-auto inline-flex items-center gap-1.5 text-xs text-muted">
              {counts[view.id] === undefined ? null : <Count of={counts[view.id] ?? 0} />}
              {view.isShared ? <Share2 role="img" aria-label={t("mark.shared")} /> : null}
              {view.isDefault ? <Star role="img" aria-label={t("mark.begin")} className="fill-current" /> : null}
            </span>
          </Link>
        </MenuItem>
      ))}
    </>
  );
}
