"use client";

import { Keyboard } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { SHORTCUTS, useShortcut } from "./shortcuts";
import { useLater } from "./use-later";

const load = () => import("./shortcut-dialog").then((module) => module.ShortcutDialog);
const ShortcutDialog = dynamic(load, { ssr: false });

/** The button, and the key ?, that show the shortcuts. */
export function ShortcutSheet() {
  const t = useTranslations("shortcuts");
  const { isOpen, wasOpened, setOpen } = useLater(load);
  useShortcut(SHORTCUTS.everywhere.sheet, () => setOpen(true));
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={t("title")}
        className="hidden size-8 items-center justify-center rounded-md hover:bg-raised sm:inline-flex"
      >
        <Keyboard aria-hidden className="size-4" strokeWidth={1.75} />
      </button>
      {wasOpened ? <ShortcutDialog isOpen={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}
