"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/ui/parts/cn";
import { Tooltip } from "@/ui/parts/tooltip";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { PlaceIcon } from "./place-icon";
import type { Place } from "./places";

const YEAR_S = 365 * 24 * 60 * 60;

interface Props {
  readonly places: readonly Place[];
  readonly organisation: string;
  /** As the server read it from the cookie, so that nothing jumps when the page wakes. */
  readonly isNarrow: boolean;
}

/** The way to every place: icons with words, or icons alone where the room is needed. */
export function Rail({ places, organisation, isNarrow: wasNarrow }: Props) {
  const t = useTranslations("shell");
  const [isNarrow, setNarrow] = useState(wasNarrow);
  const toggle = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
    document.cookie = `rail=${isNarrow ? "wide" : "narrow"}; path=/; max-age=${YEAR_S}; samesite=lax`;
    setNarrow(!isNarrow);
  };
  const groups = [...new Set(places.map((place) => place.group))];
  const Icon = isNarrow ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      className={cn(
        "sticky top-0 hidden h-dvh flex-col border-r bg-rail md:flex print:hidden",
        isNarrow ? "w-13" : "w-52",
      )}
    >
      <Link
        href="/"
        aria-label="Twogate"
        className={cn(
          "flex h-12 items-center gap-2.5 font-semibold no-underline",
          isNarrow ? "justify-center" : "px-4",
        )}
      >
        <Logo />
        {isNarrow ? null : "Twogate"}
      </Link>
      <nav aria-label={t("navigation")} className="flex flex-col gap-4 px-2 py-2">
        {groups.map((group) => (
          <ul key={group} className="flex flex-col gap-0.5" aria-label={t(`group.${group}`)}>
            {isNarrow || groups.length === 1 ? null : (
              <li aria-hidden className="px-2 pb-1 text-xs text-muted">
                {t(`group.${group}`)}
              </li>
            )}
            {places
              .filter((place) => place.group === group)
              .map(({ href, word }) => (
                <li key={href}>
                  {isNarrow ? (
                    <Tooltip words={t(word)} side="right">
                      <NavLink href={href} aria-label={t(word)} className={cn(LINK, "justify-center")}>
                        <PlaceIcon word={word} />
                      </NavLink>
                    </Tooltip>
                  ) : (
                    <NavLink href={href} className={cn(LINK, "px-2")}>
                      <PlaceIcon word={word} />
                      {t(word)}
                    </NavLink>
                  )}
                </li>
              ))}
          </ul>
        ))}
      </nav>
      <div className={cn("mt-auto flex items-center gap-1 p-2", isNarrow ? "justify-center" : "pl-4")}>
        {isNarrow ? null : <p className="min-w-0 flex-1 text-xs text-muted">{organisation}</p>}
        <button
          type="button"
          onClick={toggle}
          aria-expanded={!isNarrow}
          aria-label={t(isNarrow ? "widen" : "narrow")}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
    </aside>
  );
}

const LINK = "min-h-8 gap-2.5 text-base hover:bg-line/50 aria-[current]:bg-accent-soft";
