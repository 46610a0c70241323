"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import type { LawFactView } from "@/contracts/views/law";
import type { FactKind } from "@/domain/law/change";
import { api } from "@/ui/parts/api-client";
import { TextField } from "@/ui/parts/field";

const WAIT_MS = 250;

interface Props {
  readonly kind: FactKind;
  /** The first day of the change. */
  readonly on: string;
  readonly chosen: LawFactView | null;
  readonly error?: string | undefined;
  readonly choose: (fact: LawFactView | null) => void;
}

/** Finds the fact that a change replaces, by a code or a part of its id; none where something new begins. */
export function FindFact({ kind, on, chosen, error, choose }: Props) {
  const t = useTranslations("law");
  const name = useId();
  const [search, setSearch] = useState("");
  const [rows, setRows] = useState<readonly LawFactView[]>([]);
  useEffect(() => {
    if (search.trim() === "") {
      setRows([]);
      return;
    }
    let isStale = false;
    const query = new URLSearchParams({ kind, search, on, limit: "8" });
    const timer = setTimeout(() => {
      api<{ rows: readonly LawFactView[] }>(`/law/facts?${query}`).then(
        (found) => {
          if (!isStale) setRows(found.rows);
        },
        () => setRows([]),
      );
    }, WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [kind, on, search]);
  const shown = chosen && !rows.some((row) => row.id === chosen.id) ? [chosen, ...rows] : rows;
  return (
    <div className="flex flex-col gap-2 sm:col-span-2">
      <TextField
        label={t("replaces")}
        hint={t("replacesHint")}
        error={error}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {shown.length > 0 ? (
        <fieldset className="flex flex-col rounded-md border">
          <legend className="sr-only">{t("replaces")}</legend>
          <Choice name={name} isChosen={chosen === null} words={t("replacesNothing")} choose={() => choose(null)} />
          {shown.map((row) => (
            <Choice
              key={row.id}
              name={name}
              isChosen={chosen?.id === row.id}
              words={row.topic}
              detail={`${row.validFrom} – ${row.validTo ?? t("openEnd")} · ${row.citation}`}
              choose={() => choose(row)}
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly words: string;
  readonly detail?: string;
  readonly choose: () => void;
}

function Choice({ name, isChosen, words, detail, choose }: ChoiceProps) {
  return (
    <label className="flex items-baseline gap-2 border-t px-3 py-1.5 text-sm first-of-type:border-t-0">
      <input type="radio" name={name} checked={isChosen} onChange={choose} className="translate-y-0.5 accent-accent" />
      <span className="min-w-0">
        <span className="block">{words}</span>
        {detail ? <span className="block text-xs text-muted wrap-anywhere">{detail}</span> : null}
      </span>
    </label>
  );
}
