"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { PassportView } from "@/contracts/views/passport";
import { GRANULARITIES } from "@/domain/passport/passport";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { Field, TextField } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";
import { CompositionFields } from "./composition-fields";
import { draftOf, type Given, givenOf, type PassportFormState, schema } from "./given";
import { LabelField } from "./label-field";
import { ReportFields } from "./report-fields";
import { ShipmentFields } from "./shipment-fields";

interface Props {
  /** The draft that is changed; none for a new one. */
  readonly passport: PassportView | null;
  /** Released shipments whose releases it may tell of. */
  readonly shipments: readonly { readonly id: string; readonly reference: string; readonly goods: string | null }[];
}

/** Everything that a passport says, in parts; what the server refuses stands at its field. */
export function PassportForm({ passport, shipments }: Props) {
  const t = useTranslations("passport");
  const router = useRouter();
  const form = useCheckedForm<Given>(schema, givenOf(passport));
  const save = form.handleSubmit((values) => {
    const json = draftOf(values);
    const sent = passport
      ? api(`/passports/${passport.id}`, { method: "PUT", json }).then(() => passport.id)
      : api<{ id: string }>("/passports", { method: "POST", json, headers: { "idempotency-key": newKey() } }).then(
          ({ id }) => id,
        );
    return sent.then(
      (id) => router.push(`/broker/passports/${id}`),
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="flex max-w-4xl flex-col gap-5">
      <Numbers form={form} />
      <Goods form={form} />
      <Makers form={form} />
      <Card>
        <h2 className="text-base font-semibold">{t("composition")}</h2>
        <CompositionFields form={form} />
      </Card>
      <Card>
        <h2 className="text-base font-semibold">{t("reports")}</h2>
        <ReportFields form={form} />
      </Card>
      <Card>
        <h2 className="text-base font-semibold">{t("customsPart")}</h2>
        <ShipmentFields form={form} shipments={shipments} />
      </Card>
      <Button type="submit" disabled={form.formState.isSubmitting} className="self-end">
        {t("save")}
      </Button>
    </form>
  );
}

interface PartProps {
  readonly form: PassportFormState;
}

function Numbers({ form }: PartProps) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const { errors } = form.formState;
  const level = form.watch("granularity");
  return (
    <Card>
      <h2 className="text-base font-semibold">{t("numbersPart")}</h2>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label={t("level")}>
          {(control) => (
            <Select
              {...control}
              value={level}
              onValueChange={(value) => form.setValue("granularity", value as Given["granularity"])}
              options={GRANULARITIES.map((value) => ({ value, label: t(`granularity.${value}`) }))}
            />
          )}
        </Field>
        <TextField label={t("gtin")} inputMode="numeric" error={words(errors.gtin)} {...form.register("gtin")} />
        {level === "model" ? null : (
          <TextField label={t("batch")} error={words(errors.batch)} {...form.register("batch")} />
        )}
        {level === "item" ? (
          <TextField label={t("serial")} error={words(errors.serial)} {...form.register("serial")} />
        ) : null}
      </div>
    </Card>
  );
}

function Goods({ form }: PartProps) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const { errors } = form.formState;
  return (
    <Card>
      <h2 className="text-base font-semibold">{t("goodsPart")}</h2>
      <TextField label={t("name")} error={words(errors.name)} {...form.register("name")} />
      <Field label={t("description")} error={words(errors.description)}>
        {(control) => <Textarea {...control} {...form.register("description")} />}
      </Field>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField label={t("codes")} hint={t("codesHint")} error={words(errors.codes)} {...form.register("codes")} />
        <TextField
          label={t("origin")}
          hint={t("originHint")}
          error={words(errors.origin)}
          {...form.register("origin")}
        />
        <TextField label={t("proofNumber")} error={words(errors.proofNumber)} {...form.register("proofNumber")} />
        <TextField label={t("proofHash")} error={words(errors.proofHash)} {...form.register("proofHash")} />
      </div>
      <LabelField form={form} />
    </Card>
  );
}

const MAKERS = ["producer", "registration", "facility", "facilityRegistration"] as const;
const DAYS = ["producedOn", "expiresOn", "validUntil"] as const;

function Makers({ form }: PartProps) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const { errors } = form.formState;
  return (
    <Card>
      <h2 className="text-base font-semibold">{t("makersPart")}</h2>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {MAKERS.map((name) => (
          <TextField key={name} label={t(name)} error={words(errors[name])} {...form.register(name)} />
        ))}
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {DAYS.map((name) => (
          <TextField key={name} type="date" label={t(name)} error={words(errors[name])} {...form.register(name)} />
        ))}
      </div>
    </Card>
  );
}
