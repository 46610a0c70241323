"use client";

import { useTranslations } from "next-intl";
import { type Check, SEAL_STATES } from "@/domain/inspection/check";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

/** A check that is recorded, and may note a seal. */
export interface SealedItem {
  readonly line: number;
  readonly check: Check;
}

export interface SealDraft extends SealedItem {
  readonly sealNumber: string;
  readonly sealState: string;
  readonly validUntil: string;
}

const NOT_LOOKED = "none";

/** How a seal may be found: one whose check was ordered was looked at, and the officer says how it was. */
function statesOf(check: Check) {
  return check === "seal" ? SEAL_STATES : ([NOT_LOOKED, ...SEAL_STATES] as const);
}

/** Nothing is noted to begin with; of a seal whose check was ordered it is asked how it was. */
export function sealDrafts(items: readonly SealedItem[]): readonly SealDraft[] {
  return items.map(({ line, check }) => ({
    ...{ line, check, sealNumber: "", validUntil: "" },
    sealState: check === "seal" ? "" : NOT_LOOKED,
  }));
}

/** What was noted, as the API takes it; checks of which nothing was noted are left out. */
export function sealsGiven(drafts: readonly SealDraft[]) {
  return drafts
    .map(({ line, check, sealNumber, sealState, validUntil }) => ({
      ...{ line, check, sealNumber: sealNumber.trim() || null, validUntil: validUntil || null },
      sealState: sealState === NOT_LOOKED || sealState === "" ? null : sealState,
    }))
    .filter(({ sealNumber, sealState, validUntil }) => sealNumber ?? sealState ?? validUntil);
}

interface Props {
  readonly drafts: readonly SealDraft[];
  readonly onChange: (drafts: readonly SealDraft[]) => void;
}

/** For each check: the seal that was seen or put on, how it was, and how long the check counts at the other gate. */
export function SealFields({ drafts, onChange }: Props) {
  const t = useTranslations("inspection");
  const plan = useTranslations("plan");
  const change = (index: number, part: Partial<SealDraft>) =>
    onChange(drafts.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium">{t("itemsOf")}</summary>
      <div className="mt-2 flex flex-col gap-2">
        {drafts.map((draft, index) => (
          <fieldset key={`${draft.line}-${draft.check}`} className="grid grid-cols-1 gap-2 sm:grid-cols-3">
            <legend className="text-xs font-medium text-muted">
              {t("line", { line: draft.line })} · {plan(`check.${draft.check}`)}
            </legend>
            <TextField
              label={t("seal")}
              value={draft.sealNumber}
              onChange={(event) => change(index, { sealNumber: event.target.value })}
            />
            <Field label={t("sealState")}>
              {(control) => (
                <Select
                  {...control}
                  value={draft.sealState}
                  onValueChange={(sealState) => change(index, { sealState })}
                  options={statesOf(draft.check).map((each) => ({ value: each, label: t(`sealStates.${each}`) }))}
                  {...(draft.sealState ? {} : { placeholder: t("sealStateOpen") })}
                />
              )}
            </Field>
            <TextField
              label={t("validUntil")}
              type="date"
              value={draft.validUntil}
              onChange={(event) => change(index, { validUntil: event.target.value })}
            />
          </fieldset>
        ))}
      </div>
    </details>
  );
}
