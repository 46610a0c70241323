"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SUBJECT_FIELDS } from "@/domain/risk-rules/subject-fields";
import { TextField } from "@/ui/parts/field";

/** What a rule may ask, by name or words; a press puts the name into the expression. */
export function FieldDictionary({ onInsert }: { readonly onInsert: (name: string) => void }) {
  const t = useTranslations("rules");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = SUBJECT_FIELDS.map((each) => ({ ...each, words: t(`field.${each.name as "duty"}`) })).filter(
    ({ name, words }) => name.toLowerCase().includes(wanted) || words.toLowerCase().includes(wanted),
  );
  return (
    <div className="flex flex-col gap-2">
      <TextField label={t("search")} value={search} onChange={(event) => setSearch(event.target.value)} />
      {found.length === 0 ? <p className="text-sm text-muted">{t("noField")}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t("dictionary")} tabIndex={0} className="max-h-72 overflow-y-auto rounded-md border">
        <ul>
          {found.map(({ name, words, type, unit, group }) => (
            <li key={name} className="border-t first:border-t-0">
              <button
                type="button"
                onClick={() => onInsert(name)}
                className="flex min-h-8 w-full flex-wrap items-baseline gap-x-2 px-2 py-1 text-left text-sm hover:bg-raised"
              >
                <code className="font-mono text-xs text-accent">{name}</code>
                <span>{words}</span>
                <span className="text-xs text-muted">
                  {t(`group.${group}`)} · {t(`type.${type}`)}
                  {unit ? ` · ${unit}` : ""}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
