"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";

interface Props {
  readonly asOf: string | null;
  readonly against: string | null;
  /** The day of the law that the shown tax was assessed under. */
  readonly lawDate: string;
}

/** Under the law of which day, and beside which other: both stand in the address, so that a view can be sent on. */
export function LawDateForm({ asOf, against, lawDate }: Props) {
  const t = useTranslations("tax");
  return (
    <form className="flex flex-wrap items-end gap-3" aria-label={t("lawDates")}>
      <input type="hidden" name="tab" value="tax" />
      <Field label={t("asOf")} className="w-40">
        {(control) => <Input type="date" name="asOf" defaultValue={asOf ?? lawDate} required {...control} />}
      </Field>
      <Field label={t("against")} className="w-40">
        {(control) => <Input type="date" name="against" defaultValue={against ?? ""} {...control} />}
      </Field>
      <Button type="submit" look="quiet">
        {t("askLaw")}
      </Button>
      {asOf ? (
        <Button asChild look="bare">
          <a href="?tab=tax">{t("backToLaw")}</a>
        </Button>
      ) : null}
    </form>
  );
}
