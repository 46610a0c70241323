"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { Field, TextField } from "@/ui/parts/field";
import { useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";
import type { ChangeDraft } from "./change-draft";

const MEASURES = ["mfn", "provisional", "general", "vat", "consumption_tax"] as const;

type Form = UseFormReturn<ChangeDraft, unknown, ChangeDraft>;

interface Props {
  readonly form: Form;
  /** Whether something is replaced, whose subject stays. */
  readonly isReplacing: boolean;
}

/** What the fact says: the figure, and, where it is new, what it is about. */
export function ChangeFields({ form, isReplacing }: Props) {
  const kind = form.watch("kind");
  if (kind === "measure") return <MeasureFields form={form} isReplacing={isReplacing} />;
  if (kind === "requirement_rule") return <RuleField form={form} />;
  const fields = {
    legal_parameter: isReplacing ? (["value"] as const) : (["code", "value", "unit"] as const),
    exchange_rate: isReplacing ? (["amount", "per"] as const) : (["currency", "amount", "per"] as const),
    geographical_area: ["code", "member"] as const,
  }[kind];
  return (
    <>
      {fields.map((name) => (
        <PlainField key={name} form={form} name={name} />
      ))}
      <ValidToField form={form} />
    </>
  );
}

function MeasureFields({ form, isReplacing }: Props) {
  const t = useTranslations("law");
  const words = useErrorWords();
  return (
    <>
      <TextField
        label={t("field.rate")}
        hint={t("rateHint")}
        error={words(form.formState.errors.rate)}
        {...form.register("rate")}
      />
      <ValidToField form={form} />
      {isReplacing ? null : (
        <>
          <PlainField form={form} name="code" />
          <Field label={t("field.measure")}>
            {(control) => (
              <Select
                {...control}
                value={form.watch("measure")}
                onValueChange={(measure) => form.setValue("measure", measure as ChangeDraft["measure"])}
                options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
              />
            )}
          </Field>
          <PlainField form={form} name="area" />
        </>
      )}
    </>
  );
}

function RuleField({ form }: { readonly form: Form }) {
  const t = useTranslations("law");
  const words = useErrorWords();
  return (
    <Field
      label={t("field.json")}
      hint={t("jsonHint")}
      className="sm:col-span-2"
      error={words(form.formState.errors.json)}
    >
      {(control) => <Textarea {...control} rows={10} className="font-mono text-xs" {...form.register("json")} />}
    </Field>
  );
}

function PlainField({ form, name }: { readonly form: Form; readonly name: PlainName }) {
  const t = useTranslations("law");
  const words = useErrorWords();
  return <TextField label={t(`field.${name}`)} error={words(form.formState.errors[name])} {...form.register(name)} />;
}

type PlainName = "code" | "value" | "unit" | "currency" | "amount" | "per" | "member" | "area";

function ValidToField({ form }: { readonly form: Form }) {
  const t = useTranslations("law");
  const words = useErrorWords();
  return (
    <TextField
      label={t("field.validTo")}
      type="date"
      hint={t("validToHint")}
      error={words(form.formState.errors.validTo)}
      {...form.register("validTo")}
    />
  );
}
