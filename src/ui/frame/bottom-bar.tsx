"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/ui/parts/cn";
import { Sheet } from "@/ui/parts/sheet";
import { NavLink } from "./nav-link";
import { PlaceIcon } from "./place-icon";
import type { Place } from "./places";

/** As many as fit beside each other on a narrow phone, with the way to the rest among them. */
const MOST = 5;

const CELL = "min-h-12 min-w-0 flex-1 flex-col justify-center gap-0.5 px-1 text-xs";

/** The way to every place on a phone: the first ones at the bottom, the others in a sheet. */
export function BottomBar({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("shell");
  const hasMore = places.length > MOST;
  const shown = hasMore ? places.slice(0, MOST - 1) : places;
  return (
    <nav
      data-floor
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-rail px-1 py-1 md:hidden print:hidden"
    >
      {shown.map(({ href, word }) => (
        <NavLink key={href} href={href} className={CELL}>
          <PlaceIcon word={word} />
          <span className="max-w-full truncate">{t(word)}</span>
        </NavLink>
      ))}
      {hasMore ? <MorePlaces places={places.slice(MOST - 1)} /> : null}
    </nav>
  );
}

function MorePlaces({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  const isHere = places.some(({ href }) => path.startsWith(href));
  const groups = [...new Set(places.map(({ group }) => group))];
  return (
    <Sheet
      title={t("morePlaces")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={cn(CELL, "flex items-center rounded-md", isHere ? "font-medium text-accent" : "text-muted")}
        >
          <Ellipsis aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          {t("more")}
        </button>
      }
    >
      <nav aria-label={t("morePlaces")} className="flex flex-col gap-4">
        {groups.map((group) => (
          <ul key={group} aria-label={t(`group.${group}`)} className="flex flex-col gap-0.5">
            {places
              .filter((place) => place.group === group)
              .map(({ href, word }) => (
                <li key={href}>
                  <NavLink
                    href={href}
                    onClick={() => setOpen(false)}
                    className="min-h-11 gap-3 px-2 text-base aria-[current]:bg-accent-soft"
                  >
                    <PlaceIcon word={word} />
                    {t(word)}
                  </NavLink>
                </li>
              ))}
          </ul>
        ))}
      </nav>
    </Sheet>
  );
}
