"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { useErrorWords } from "@/ui/parts/form";
import { NO_PART, type PassportFormState } from "./given";

/** What goods are made of, a row a material. */
export function CompositionFields({ form }: { readonly form: PassportFormState }) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "composition" });
  const errors = form.formState.errors.composition;
  const whole = errors?.root?.message ?? errors?.message;
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_5.5rem_4.5rem_auto] items-end gap-2">
          <TextField
            label={t("material")}
            error={words(errors?.[index]?.material)}
            {...form.register(`composition.${index}.material`)}
          />
          <TextField
            label={t("share")}
            inputMode="decimal"
            error={words(errors?.[index]?.share)}
            {...form.register(`composition.${index}.share`)}
          />
          <TextField
            label={t("column.origin")}
            maxLength={2}
            error={words(errors?.[index]?.origin)}
            {...form.register(`composition.${index}.origin`)}
          />
          <Button look="bare" size="icon" aria-label={t("remove")} onClick={() => remove(index)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {whole ? <p className="text-xs font-medium text-red">{whole}</p> : null}
      <Button look="quiet" size="small" className="self-start" onClick={() => append(NO_PART)}>
        <Plus aria-hidden />
        {t("addMaterial")}
      </Button>
    </>
  );
}
