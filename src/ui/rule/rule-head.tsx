"use client";

import { useTranslations } from "next-intl";
import type { RuleContent } from "@/contracts/rules";
import { RULE_LANES, type RuleLane } from "@/domain/risk-rules/rule";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly content: RuleContent;
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<RuleContent>) => void;
}

/** What a rule is called, what it looks for and why, its lane and its sampling. */
export function RuleHead({ content, isReadOnly, onChange }: Props) {
  const t = useTranslations("rules");
  const lanes = useTranslations("lane");
  return (
    <fieldset disabled={isReadOnly} className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <TextField
        label={t("name")}
        value={content.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextField
        label={t("nameZh")}
        value={content.titleZh}
        onChange={(event) => onChange({ titleZh: event.target.value })}
      />
      <TextField
        className="sm:col-span-2"
        label={t("rationale")}
        value={content.rationale}
        onChange={(event) => onChange({ rationale: event.target.value })}
      />
      <TextField
        className="sm:col-span-2"
        label={t("citation")}
        hint={t("citationHint")}
        value={content.citation}
        onChange={(event) => onChange({ citation: event.target.value })}
      />
      <Field label={t("laneLabel")}>
        {(control) => (
          <Select
            {...control}
            value={content.lane}
            onValueChange={(lane) => onChange({ lane: lane as RuleLane })}
            options={RULE_LANES.map((value) => ({ value, label: lanes(value) }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("rate")}
          type="number"
          min={1}
          max={100}
          value={content.rate}
          onChange={(event) => onChange({ rate: whole(event.target.value) ?? 100 })}
        />
        <TextField
          label={t("maxUnselected")}
          hint={t("maxUnselectedHint")}
          type="number"
          min={0}
          value={content.maxUnselected ?? ""}
          onChange={(event) => onChange({ maxUnselected: whole(event.target.value) })}
        />
      </div>
    </fieldset>
  );
}

function whole(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
