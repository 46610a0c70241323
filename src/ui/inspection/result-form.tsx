"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { IRREGULARITIES } from "@/domain/history/entry";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";
import { type SealDraft, type SealedItem, SealFields, sealDrafts, sealsGiven } from "./seal-fields";

interface Props {
  /** Where the result goes. */
  readonly path: string;
  readonly lines: readonly number[];
  /** The checks that may note a seal and how long they count; none of an audit. */
  readonly items?: readonly SealedItem[];
}

interface Draft {
  readonly line: number;
  readonly irregularity: string;
  readonly revenue: string;
  readonly finding: string;
}

const AS_DECLARED = "as_declared";

/** What was found, line by line: as declared, or irregular with its kind, the revenue that was short and a word. */
export function ResultForm({ path, lines, items = [] }: Props) {
  const t = useTranslations("inspection");
  const router = useRouter();
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    lines.map((line) => ({ line, irregularity: "", revenue: "0", finding: "" })),
  );
  const [findings, setFindings] = useState("");
  const [seals, setSeals] = useState<readonly SealDraft[]>(sealDrafts(items));
  const [isFlagged, setFlagged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const change = (line: number, part: Partial<Draft>) =>
    setDrafts((all) => all.map((each) => (each.line === line ? { ...each, ...part } : each)));
  // What nobody said is not taken for "as declared".
  const isWhole = drafts.every((draft) => draft.irregularity !== "");
  const record = async () => {
    setBusy(true);
    const json = {
      lines: drafts.map(({ line, irregularity, revenue, finding }) => ({
        line,
        irregularity: irregularity === AS_DECLARED ? null : irregularity,
        revenue: irregularity === AS_DECLARED ? "0" : revenue.trim(),
        finding: finding.trim() || null,
      })),
      findings: findings.trim() || null,
      isFlagged,
      ...(items.length > 0 ? { items: sealsGiven(seals) } : {}),
    };
    await api(path, { method: "POST", json }).then(
      () => {
        toast.success(t("recorded"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form
      className="flex flex-col gap-3 border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      {drafts.map((draft) => (
        <fieldset key={draft.line} className="grid grid-cols-1 gap-2 sm:grid-cols-[10rem_8rem_1fr]">
          <legend className="text-xs font-medium text-muted">{t("line", { line: draft.line })}</legend>
          <Field label={t("result")}>
            {(control) => (
              <Select
                {...control}
                value={draft.irregularity}
                placeholder={t("choose")}
                onValueChange={(irregularity) => change(draft.line, { irregularity })}
                options={[
                  { value: AS_DECLARED, label: t("asDeclared") },
                  ...IRREGULARITIES.map((each) => ({ value: each, label: t(`irregularity.${each}`) })),
                ]}
              />
            )}
          </Field>
          <TextField
            label={t("revenue")}
            inputMode="decimal"
            value={draft.revenue}
            disabled={draft.irregularity === AS_DECLARED}
            onChange={(event) => change(draft.line, { revenue: event.target.value })}
          />
          <TextField
            label={t("finding")}
            value={draft.finding}
            onChange={(event) => change(draft.line, { finding: event.target.value })}
          />
        </fieldset>
      ))}
      {items.length > 0 ? <SealFields drafts={seals} onChange={setSeals} /> : null}
      <Field label={t("findings")}>
        {(control) => <Textarea {...control} value={findings} onChange={(event) => setFindings(event.target.value)} />}
      </Field>
      <Checkbox checked={isFlagged} onCheckedChange={setFlagged}>
        {t("flag")}
      </Checkbox>
      <Button type="submit" disabled={isBusy || !isWhole} className="self-start">
        {t("record")}
      </Button>
    </form>
  );
}
