"use client";

import { History, Languages, LogOut, Moon, Package } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { type ReactNode, useEffect, useState } from "react";
import type { ShipmentRowView } from "@/contracts/views/shipment";
import { api } from "@/ui/parts/api-client";
import { CommandDialog, CommandEmpty, CommandGroup, CommandItem } from "@/ui/parts/command";
import { readStored, useStored } from "@/ui/parts/stored";
import { chooseLanguage } from "./language";
import { PaletteLists } from "./palette-lists";
import { PlaceIcon } from "./place-icon";
import type { Place } from "./places";
import { signOut } from "./sign-out";

interface Props {
  readonly places: readonly Place[];
  readonly canSearch: boolean;
  readonly locale: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const DEBOUNCE_MS = 150;
const RECENT = "recent-shipments";
const RECENT_KEPT = 5;

/** Go to a page, find a shipment, do what can be done from anywhere. */
export function PaletteDialog({ places, canSearch, locale, isOpen, onOpenChange }: Props) {
  const t = useTranslations("palette");
  const shell = useTranslations("shell");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const found = useFound(canSearch ? query : "");
  const recent = useRecent();
  const acts = useActs(locale);
  const act = (what: () => void) => {
    onOpenChange(false);
    setQuery("");
    what();
  };
  const open = (shipment: Recent) =>
    act(() => {
      recent.keep(shipment);
      router.push(`/broker/shipments/${shipment.id}`);
    });
  const fits = (words: string) => words.toLowerCase().includes(query.trim().toLowerCase());
  return (
    <CommandDialog
      label={t("open")}
      hint={t(canSearch ? "hint" : "hintPages")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      query={query}
      onQueryChange={setQuery}
    >
      <CommandEmpty>{t("nothing")}</CommandEmpty>
      {found.length > 0 ? (
        <CommandGroup heading={t("shipments")}>
          {found.map((shipment) => (
            <ShipmentItem key={shipment.id} shipment={shipment} icon={<Package aria-hidden />} onOpen={open} />
          ))}
        </CommandGroup>
      ) : null}
      {query === "" && recent.list.length > 0 ? (
        <CommandGroup heading={t("recent")}>
          {recent.list.map((shipment) => (
            <ShipmentItem key={shipment.id} shipment={shipment} icon={<History aria-hidden />} onOpen={open} />
          ))}
        </CommandGroup>
      ) : null}
      {isOpen ? (
        <PaletteLists query={query} places={places} onOpen={(address) => act(() => router.push(address))} />
      ) : null}
      {places.some(({ word }) => fits(shell(word))) ? (
        <CommandGroup heading={t("go")}>
          {places
            .filter(({ word }) => fits(shell(word)))
            .map(({ href, word }) => (
              <CommandItem key={href} value={href} onSelect={() => act(() => router.push(href))}>
                <PlaceIcon word={word} />
                {shell(word)}
              </CommandItem>
            ))}
        </CommandGroup>
      ) : null}
      {acts.some(({ words }) => fits(words)) ? (
        <CommandGroup heading={t("do")}>
          {acts
            .filter(({ words }) => fits(words))
            .map(({ words, icon, run }) => (
              <CommandItem key={words} value={words} onSelect={() => act(run)}>
                {icon}
                {words}
              </CommandItem>
            ))}
        </CommandGroup>
      ) : null}
    </CommandDialog>
  );
}

interface Act {
  readonly words: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

/** What can be done from anywhere. */
function useActs(locale: string): readonly Act[] {
  const shell = useTranslations("shell");
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  return [
    {
      words: shell("language"),
      icon: <Languages aria-hidden />,
      run: () => {
        chooseLanguage(locale === "zh" ? "en" : "zh");
        router.refresh();
      },
    },
    {
      words: shell("theme"),
      icon: <Moon aria-hidden />,
      run: () => setTheme(resolvedTheme === "dark" ? "light" : "dark"),
    },
    { words: shell("signOut"), icon: <LogOut aria-hidden />, run: () => void signOut() },
  ];
}

type Recent = Pick<ShipmentRowView, "id" | "reference" | "consignee">;

interface ItemProps {
  readonly shipment: Recent;
  readonly icon: ReactNode;
  readonly onOpen: (shipment: Recent) => void;
}

function ShipmentItem({ shipment, icon, onOpen }: ItemProps) {
  return (
    <CommandItem value={`${shipment.id}-${shipment.reference}`} onSelect={() => onOpen(shipment)}>
      {icon}
      <span className="font-medium">{shipment.reference}</span>
      <span className="truncate text-sm text-muted">{shipment.consignee}</span>
    </CommandItem>
  );
}

/** The shipments that the words find, a moment after the last key. */
function useFound(query: string): readonly ShipmentRowView[] {
  const [found, setFound] = useState<readonly ShipmentRowView[]>([]);
  useEffect(() => {
    if (query.trim().length < 2) return setFound([]);
    const timer = setTimeout(() => {
      api<{ rows: ShipmentRowView[] }>(`/shipments?limit=8&search=${encodeURIComponent(query.trim())}`).then(
        ({ rows }) => setFound(rows),
        () => setFound([]),
      );
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return found;
}

/** The shipments that were opened from here last. */
function useRecent(): { readonly list: readonly Recent[]; readonly keep: (shipment: Recent) => void } {
  const [text, setText] = useStored(RECENT, "[]");
  const parse = (stored: string): Recent[] => {
    try {
      return JSON.parse(stored) as Recent[];
    } catch {
      return [];
    }
  };
  const keep = ({ id, reference, consignee }: Recent) => {
    const others = parse(readStored(RECENT) ?? "[]").filter((each) => each.id !== id);
    setText(JSON.stringify([{ id, reference, consignee }, ...others].slice(0, RECENT_KEPT)));
  };
  return { list: parse(text), keep };
}
