"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { Checkbox } from "@/ui/parts/checkbox";
import { Input } from "@/ui/parts/input";
import { Select } from "@/ui/parts/select";
import type { StopDraft } from "./draft";

interface Props {
  readonly route: readonly StopDraft[];
  readonly onChange: (route: readonly StopDraft[]) => void;
}

const OPERATIONS = ["none", "logistics", "processing"] as const;

/** Where the goods stop between the exporting and the importing party, and what is done to them there. */
export function Route({ route, onChange }: Props) {
  const t = useTranslations("origin");
  const set = (index: number, part: Partial<StopDraft>) =>
    onChange(route.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const stop: StopDraft = { country: "", operations: "logistics", isUnderCustomsControl: true };
  return (
    <Section title={t("route")}>
      <ul className="flex flex-col gap-2">
        {route.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is known by its place alone
          <li key={index} className="flex flex-wrap items-center gap-2">
            <Input
              aria-label={t("stop", { number: index + 1 })}
              value={each.country}
              maxLength={2}
              onChange={(event) => set(index, { country: event.target.value })}
              className="w-16"
            />
            <Select
              aria-label={t("stop", { number: index + 1 })}
              value={each.operations}
              onValueChange={(operations) => set(index, { operations: operations as StopDraft["operations"] })}
              options={OPERATIONS.map((value) => ({ value, label: t(`operation.${value}`) }))}
              className="w-44"
            />
            <Checkbox
              checked={each.isUnderCustomsControl}
              onCheckedChange={(isUnderCustomsControl) => set(index, { isUnderCustomsControl })}
            >
              {t("control")}
            </Checkbox>
            <Button
              look="bare"
              size="tiny"
              aria-label={t("removeStop", { number: index + 1 })}
              onClick={() => onChange(route.filter((_, at) => at !== index))}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" size="small" className="mt-2" onClick={() => onChange([...route, stop])}>
        <Plus aria-hidden />
        {t("addStop")}
      </Button>
    </Section>
  );
}
