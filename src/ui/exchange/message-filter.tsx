"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { MESSAGE_KINDS } from "@/contracts/views/exchange";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";

interface Props {
  readonly filter: { readonly state?: string; readonly kind?: string; readonly search?: string };
}

/** What the list is narrowed to; it stands in the address, and works before any script does. */
export function MessageFilter({ filter: { state, kind, search } }: Props) {
  const t = useTranslations("exchange");
  const field = useRef<HTMLInputElement>(null);
  useShortcut(SHORTCUTS.everywhere.search, () => field.current?.focus());
  return (
    <form method="get" className="flex flex-wrap items-end gap-3" key={`${kind} ${search}`}>
      {state ? <input type="hidden" name="state" value={state} /> : null}
      <Field label={t("search")} className="w-72 max-w-full">
        {(control) => (
          <Input {...control} ref={field} type="search" name="search" defaultValue={search ?? ""} maxLength={100} />
        )}
      </Field>
      <Field label={t("kindLabel")}>
        {(control) => (
          <select
            {...control}
            name="kind"
            defaultValue={kind ?? ""}
            className="h-8 rounded-md border border-line-strong bg-panel px-2 text-sm text-text"
          >
            <option value="">{t("anyKind")}</option>
            {MESSAGE_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" look="quiet">
        {t("find")}
      </Button>
    </form>
  );
}
