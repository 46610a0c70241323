"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { PassportList } from "@/contracts/views/passport";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";

/** Narrows the list by what stands on goods; it stands in the address, and works before any script does. */
export function PassportSearch({ list, search }: { readonly list: PassportList; readonly search: string }) {
  const t = useTranslations("passport");
  const field = useRef<HTMLInputElement>(null);
  useShortcut(SHORTCUTS.everywhere.search, () => field.current?.focus());
  return (
    <form method="get" className="flex flex-wrap items-end gap-3" key={search}>
      <input type="hidden" name="list" value={list} />
      <Field label={t("search")} className="w-72 max-w-full">
        {(control) => (
          <Input {...control} ref={field} type="search" name="search" defaultValue={search} maxLength={100} />
        )}
      </Field>
      <Button type="submit" look="quiet">
        {t("find")}
      </Button>
    </form>
  );
}
