"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ShipmentRowView } from "@/contracts/views";
import { api } from "@/ui/parts/api-client";

interface Props {
  readonly places: readonly { readonly href: string; readonly label: string }[];
  readonly canSearch: boolean;
}

const DEBOUNCE_MS = 150;

/** Ctrl or ⌘ with K: go to a page or find a shipment. */
export function CommandPalette({ places, canSearch }: Props) {
  const t = useTranslations("palette");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly ShipmentRowView[]>([]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  useEffect(() => {
    if (!canSearch || query.length < 2) return setFound([]);
    const timer = setTimeout(() => {
      api<{ rows: ShipmentRowView[] }>(`/shipments?limit=8&search=${encodeURIComponent(query)}`).then(
        ({ rows }) => setFound(rows),
        () => setFound([]),
      );
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [query, canSearch]);
  const go = (href: string) => {
    setOpen(false);
    router.push(href);
  };
  const item =
    "flex cursor-default items-center gap-3 rounded px-3 py-2 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent";
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-8 items-center gap-2 rounded-md border px-2.5 text-[13px] text-muted hover:bg-raised md:w-64"
      >
        <Search aria-hidden className="size-4" />
        <span className="hidden sm:inline">{t("open")}</span>
        <kbd className="ml-auto hidden font-sans text-[12px] md:inline">Ctrl K</kbd>
      </button>
      <Command.Dialog
        open={isOpen}
        onOpenChange={setOpen}
        label={t("open")}
        shouldFilter={false}
        overlayClassName="fixed inset-0 z-40 bg-black/40"
        contentClassName="fixed left-1/2 top-24 z-50 w-[min(560px,92vw)] -translate-x-1/2 overflow-hidden rounded-md border bg-panel shadow-lg"
      >
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t("hint")}
          className="h-12 w-full border-b bg-transparent px-4 text-sm outline-none placeholder:text-muted"
        />
        <Command.List className="max-h-80 overflow-auto p-2">
          <Command.Empty className="px-3 py-6 text-center text-sm text-muted">{t("nothing")}</Command.Empty>
          {found.map((shipment) => (
            <Command.Item
              key={shipment.id}
              value={shipment.id}
              onSelect={() => go(`/broker/shipments/${shipment.id}`)}
              className={item}
            >
              <span className="font-medium">{shipment.reference}</span>
              <span className="truncate text-muted">{shipment.consignee}</span>
            </Command.Item>
          ))}
          {places
            .filter((place) => place.label.toLowerCase().includes(query.toLowerCase()))
            .map((place) => (
              <Command.Item key={place.href} value={place.href} onSelect={() => go(place.href)} className={item}>
                {place.label}
              </Command.Item>
            ))}
        </Command.List>
      </Command.Dialog>
    </>
  );
}
