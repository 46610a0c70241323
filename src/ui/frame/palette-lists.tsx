"use client";

import { Bookmark, Mail, ShoppingCart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LISTS } from "@/contracts/lists";
import { viewAddress } from "@/contracts/view-address";
import type { MessageRowView } from "@/contracts/views/exchange";
import type { OrderRowView } from "@/contracts/views/order";
import type { SavedViewView } from "@/contracts/views/saved-view";
import { api } from "@/ui/parts/api-client";
import { CommandGroup, CommandItem } from "@/ui/parts/command";
import type { Place } from "./places";

interface Props {
  readonly query: string;
  readonly places: readonly Place[];
  readonly onOpen: (address: string) => void;
}

const DEBOUNCE_MS = 150;
const SHOWN = 5;

/** What lists have for the palette: views that were saved, and orders and messages by their numbers. */
export function PaletteLists({ query, places, onOpen }: Props) {
  const t = useTranslations("lists");
  const goes = (list: "orders" | "messages") => places.some(({ href }) => href === LISTS[list].path);
  const orders = useNumbered<OrderRowView>(goes("orders") ? query : "", (words) => `/orders?number=${words}`);
  const messages = useNumbered<MessageRowView>(goes("messages") ? query : "", (words) => `/messages?search=${words}`);
  const views = useViews().filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <>
      {views.length > 0 ? (
        <CommandGroup heading={t("views")}>
          {views.slice(0, SHOWN).map((view) => (
            <CommandItem key={view.id} value={view.id} onSelect={() => onOpen(viewAddress(view))}>
              <Bookmark aria-hidden />
              {view.name}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
      {orders.length > 0 ? (
        <CommandGroup heading={t("orders")}>
          {orders.map(({ id, orderNumber }) => (
            <CommandItem key={id} value={id} onSelect={() => onOpen(`${LISTS.orders.path}/${id}`)}>
              <ShoppingCart aria-hidden />
              {orderNumber}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
      {messages.length > 0 ? (
        <CommandGroup heading={t("messages")}>
          {messages.map(({ id, number }) => (
            <CommandItem key={id} value={id} onSelect={() => onOpen(`${LISTS.messages.path}/${id}`)}>
              <Mail aria-hidden />
              {number}
            </CommandItem>
          ))}
        </CommandGroup>
      ) : null}
    </>
  );
}

/** The views that the person sees; they are asked for when the palette opens. */
function useViews(): readonly SavedViewView[] {
  const [views, setViews] = useState<readonly SavedViewView[]>([]);
  useEffect(() => {
    api<{ rows: SavedViewView[] }>("/saved-views").then(
      ({ rows }) => setViews(rows),
      () => setViews([]),
    );
  }, []);
  return views;
}

/** The rows whose number is looked for, a moment after the last key; words of fewer than three marks find none. */
function useNumbered<R>(query: string, pathOf: (words: string) => string): readonly R[] {
  const [found, setFound] = useState<readonly R[]>([]);
  const words = query.trim();
  const path = words.length < 3 ? null : pathOf(encodeURIComponent(words));
  useEffect(() => {
    if (path === null) return setFound([]);
    const timer = setTimeout(() => {
      api<{ rows: R[] }>(`${path}&limit=${SHOWN}`).then(
        ({ rows }) => setFound(rows),
        () => setFound([]),
      );
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [path]);
  return found;
}
