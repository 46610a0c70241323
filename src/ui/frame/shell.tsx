import { Boxes, ClipboardCheck, KeyRound, ListChecks, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PersonView } from "@/contracts/views";
import { CommandPalette } from "@/ui/frame/command-palette";
import { NavLink } from "@/ui/frame/nav-link";
import { PersonMenu } from "@/ui/frame/person-menu";
import { Preferences } from "@/ui/frame/preferences";

interface Props {
  readonly person: PersonView;
  readonly mode: "demo" | "live";
  readonly locale: string;
  readonly children: ReactNode;
}

const PLACES = [
  { role: "broker", href: "/broker/shipments", word: "shipments", icon: Boxes },
  { role: "officer", href: "/compliance/reviews", word: "reviews", icon: ClipboardCheck },
  { role: "admin", href: "/admin/aeo", word: "credit", icon: ShieldCheck, kind: "authority" },
  { role: "admin", href: "/admin/jobs", word: "jobs", icon: ListChecks },
  { role: "admin", href: "/admin/api-keys", word: "apiKeys", icon: KeyRound },
] as const;

/** The frame of every working page: where to go at the side, who and how at the top, the page below. */
export function Shell({ person, mode, locale, children }: Props) {
  const t = useTranslations("shell");
  const places = PLACES.filter(
    (place) => person.roles.includes(place.role) && (!("kind" in place) || place.kind === person.organisationKind),
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[208px_1fr]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-50 focus:rounded-md focus:bg-panel focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <aside className="hidden border-r bg-panel md:flex md:flex-col">
        <Link href="/" className="flex h-14 items-center gap-2.5 px-5 text-[15px] font-semibold tracking-tight">
          <Logo />
          Twogate
        </Link>
        <nav aria-label={t("navigation")} className="flex flex-col gap-0.5 px-3 py-2">
          {places.map(({ href, word, icon: Icon }) => (
            <NavLink key={href} href={href}>
              <Icon aria-hidden className="size-4" />
              {t(word)}
            </NavLink>
          ))}
        </nav>
        <p className="mt-auto px-5 py-4 text-[12px] leading-relaxed text-muted">{person.organisationName}</p>
      </aside>
      <div className="flex min-w-0 flex-col pb-16 md:pb-0">
        <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b bg-panel px-4 md:px-6">
          <Link href="/" className="flex items-center gap-2 font-semibold md:hidden" aria-label="Twogate">
            <Logo />
          </Link>
          <CommandPalette
            places={places.map(({ href, word }) => ({ href, label: t(word) }))}
            canSearch={person.roles.includes("broker")}
          />
          <span className="ml-auto rounded border border-yellow bg-yellow-soft px-1.5 py-0.5 text-[12px] font-medium text-yellow">
            {t(`mode.${mode}`)}
          </span>
          <Preferences locale={locale} />
          <PersonMenu name={person.name} organisation={person.organisationName} />
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
      <nav
        aria-label={t("navigation")}
        className="fixed inset-x-0 bottom-0 z-30 flex justify-around border-t bg-panel py-1.5 md:hidden"
      >
        {places.map(({ href, word, icon: Icon }) => (
          <NavLink key={href} href={href} isStacked>
            <Icon aria-hidden className="size-5" />
            {t(word)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

/** Two gates on a line. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 20" className="h-5 w-7 text-accent" aria-hidden="true">
      <path d="M0 10h28" stroke="currentColor" strokeWidth="1.6" opacity="0.5" />
      <path d="M8 2v16M20 2v16" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
