import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PersonView } from "@/contracts/views/account";
import { Badge } from "@/ui/parts/badge";
import { Bell } from "./bell";
import { BottomBar } from "./bottom-bar";
import { CommandPalette } from "./command-palette";
import { Logo } from "./logo";
import { PersonMenu } from "./person-menu";
import { placesOf } from "./places";
import { Preferences } from "./preferences";
import { Rail } from "./rail";
import { ShortcutSheet } from "./shortcut-sheet";

interface Props {
  readonly person: PersonView;
  readonly mode: "demo" | "live";
  readonly locale: string;
  readonly isRailNarrow: boolean;
  readonly unread: number;
  readonly children: ReactNode;
}

/** The frame of every working page: where to go at the side, who and how at the top, the page below. */
export function Shell({ person, mode, locale, isRailNarrow, unread, children }: Props) {
  const t = useTranslations("shell");
  const places = placesOf(person, mode);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-50 focus:rounded-md focus:border focus:bg-panel focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <Rail places={places} organisation={person.organisationName} isNarrow={isRailNarrow} />
      <div className="flex min-w-0 flex-col pb-16 md:pb-0">
        <header
          data-ceiling
          className="sticky top-0 z-30 flex h-12 items-center gap-1.5 border-b bg-page px-3 md:px-6 print:hidden"
        >
          <Link href="/" className="mr-1 md:hidden" aria-label="Twogate">
            <Logo />
          </Link>
          <CommandPalette places={places} canSearch={person.roles.includes("broker")} locale={locale} />
          <Badge tone={mode === "demo" ? "yellow" : "plain"} className="ml-auto mr-1">
            {t(`mode.${mode}`)}
          </Badge>
          <Bell unread={unread} />
          <Preferences locale={locale} />
          <ShortcutSheet />
          <PersonMenu name={person.name} organisation={person.organisationName} />
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
      <BottomBar places={places} />
    </div>
  );
}
