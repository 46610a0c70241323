"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Kbd } from "@/ui/parts/kbd";
import type { Place } from "./places";
import { useLater } from "./use-later";

interface Props {
  readonly places: readonly Place[];
  readonly canSearch: boolean;
  readonly locale: string;
}

const load = () => import("./palette-dialog").then((module) => module.PaletteDialog);
const PaletteDialog = dynamic(load, { ssr: false });

/** Ctrl or ⌘ with K opens the palette. It comes when the page has nothing better to do, and so at once when it is asked for. */
export function CommandPalette(props: Props) {
  const t = useTranslations("palette");
  const { isOpen, wasOpened, setOpen } = useLater(load);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [setOpen]);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="inline-flex h-8 min-w-8 items-center justify-center gap-2 rounded-md border bg-panel px-2 text-sm text-muted hover:bg-raised md:w-72 md:justify-start md:px-2.5"
      >
        <Search aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="sr-only md:not-sr-only">{t("open")}</span>
        <span aria-hidden className="ml-auto hidden gap-1 md:flex">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {wasOpened ? <PaletteDialog {...props} isOpen={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}
