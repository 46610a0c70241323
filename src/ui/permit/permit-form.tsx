"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { citationIn } from "@/contracts/citations";
import type { PermitKindView, PermitView } from "@/contracts/views/permit";
import { UNITS } from "@/domain/tariff/unit";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const schema = z.object({
  kind: filled(60),
  number: filled(200),
  holder: filled(200),
  issuer: filled(200),
  commodityPrefixes: z.string(),
  origins: z.string(),
  words: z.string(),
  quantity: z.string(),
  unit: z.string(),
  validFrom: filled(10),
  validTo: z.string(),
});
type Given = z.infer<typeof schema>;

interface Props {
  readonly kinds: readonly PermitKindView[];
  readonly today: string;
  /** The one that is mended; none for a new one. */
  readonly permit?: PermitView;
}

const SCOPE = ["commodityPrefixes", "origins", "words"] as const;
const SCOPE_WORD = { commodityPrefixes: "prefixes", origins: "origins", words: "words" } as const;
const NO_UNIT = "none";

/** Records a permit, or mends what it says beside kind and number. */
export function PermitForm({ kinds, today, permit }: Props) {
  const t = useTranslations("permit");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<Given>(schema, given(permit, today));
  const { errors, isSubmitting } = form.formState;
  const save = form.handleSubmit((values) =>
    api(permit ? `/permits/${permit.id}` : "/permits", {
      method: permit ? "PATCH" : "POST",
      json: permit ? termsOf(values) : { ...termsOf(values), kind: values.kind, number: values.number },
    }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={permit ? `${t("change")}: ${permit.number}` : t("record")}
      description={t("recordLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        permit ? (
          <Button look="bare" data-row-link>
            {t("change")}
          </Button>
        ) : (
          <Button>{t("record")}</Button>
        )
      }
    >
      <form onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-3">
        {permit ? null : <KindAndNumber form={form} kinds={kinds} />}
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextField label={t("holder")} error={words(errors.holder)} {...form.register("holder")} />
          <TextField label={t("issuer")} error={words(errors.issuer)} {...form.register("issuer")} />
          <TextField
            label={t("validFrom")}
            type="date"
            error={words(errors.validFrom)}
            {...form.register("validFrom")}
          />
          <TextField
            label={t("validTo")}
            type="date"
            hint={t("validToHint")}
            error={words(errors.validTo)}
            {...form.register("validTo")}
          />
        </div>
        {SCOPE.map((name) => (
          <TextField
            key={name}
            label={t(SCOPE_WORD[name])}
            hint={t(`${SCOPE_WORD[name]}Hint`)}
            error={words(errors[name])}
            {...form.register(name)}
          />
        ))}
        <QuantityFields form={form} />
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}

type Form = ReturnType<typeof useCheckedForm<Given>>;

function KindAndNumber({ form, kinds }: { readonly form: Form; readonly kinds: readonly PermitKindView[] }) {
  const t = useTranslations("permit");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const words = useErrorWords();
  const { errors } = form.formState;
  const kind = form.watch("kind");
  const format = kinds.find(({ code }) => code === kind)?.format;
  const such = format ? t("formSuch", { ...format, citation: citationIn(format.citation, locale) }) : t("formNone");
  return (
    <>
      <Field label={t("kind")} error={words(errors.kind)}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            placeholder={t("choose")}
            onValueChange={(value) => form.setValue("kind", value, { shouldValidate: true })}
            options={kinds.map(({ code }) => ({
              value: code,
              label: reasons.has(`requirement.${code}`) ? reasons(`requirement.${code}`) : code,
            }))}
          />
        )}
      </Field>
      <TextField
        label={t("number")}
        hint={kind ? such : undefined}
        error={words(errors.number)}
        {...form.register("number")}
      />
    </>
  );
}

function QuantityFields({ form }: { readonly form: Form }) {
  const t = useTranslations("permit");
  const stock = useTranslations("stock");
  const words = useErrorWords();
  const { errors } = form.formState;
  const unitWord = (unit: string) => (stock.has(`unit.${unit}`) ? stock(`unit.${unit}`) : unit);
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <TextField
        label={t("quantity")}
        inputMode="decimal"
        error={words(errors.quantity)}
        {...form.register("quantity")}
      />
      <Field label={t("unit")} error={words(errors.unit)}>
        {(control) => (
          <Select
            {...control}
            value={form.watch("unit") || NO_UNIT}
            onValueChange={(unit) => form.setValue("unit", unit === NO_UNIT ? "" : unit)}
            options={[
              { value: NO_UNIT, label: t("noUnit") },
              ...UNITS.map((unit) => ({ value: unit, label: unitWord(unit) })),
            ]}
          />
        )}
      </Field>
    </div>
  );
}

function given(permit: PermitView | undefined, today: string): Given {
  return {
    kind: permit?.kind ?? "",
    number: permit?.number ?? "",
    holder: permit?.holder ?? "",
    issuer: permit?.issuer ?? "",
    commodityPrefixes: permit?.commodityPrefixes.join(", ") ?? "",
    origins: permit?.origins.join(", ") ?? "",
    words: permit?.words.join(", ") ?? "",
    quantity: permit?.quantity?.granted ?? "",
    unit: permit?.quantity?.unit ?? "",
    validFrom: permit?.validFrom ?? today,
    validTo: permit?.validTo ?? "",
  };
}

function termsOf(values: Given) {
  const list = (text: string) => text.split(/[,，;；、]/).flatMap((each) => each.trim() || []);
  return {
    holder: values.holder,
    issuer: values.issuer,
    commodityPrefixes: list(values.commodityPrefixes).map((code) => code.replace(/[.\s]/g, "")),
    origins: list(values.origins.toUpperCase()),
    words: list(values.words),
    quantity: values.quantity.trim() || null,
    unit: values.unit || null,
    validFrom: values.validFrom,
    validTo: values.validTo || null,
  };
}
