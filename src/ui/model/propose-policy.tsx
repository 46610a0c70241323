"use client";

import { SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { checkPolicy, type SelectivityPolicy } from "@/domain/selectivity/policy";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Textarea } from "@/ui/parts/textarea";

type Values = Omit<SelectivityPolicy, "version">;

const number = z.string().check(z.regex(/^\d+(\.\d+)?$/, "number"));
const numberOrNone = z.string().check(z.regex(/^(\d+)?$/, "number"));
const schema = z.object({
  randomShare: number,
  explorationShare: number,
  casesPerDay: numberOrNone,
  maximumUnselected: numberOrNone,
  yellowToBlueDays: numberOrNone,
  bonded_exit: number,
  domestic_distribution: number,
  newcomerWeeks: number,
  reason: z.string().check(z.trim(), z.minLength(10, "brief"), z.maxLength(500, "long")),
});
const FIELDS = [
  ["randomShare", "randomShare"],
  ["explorationShare", "explorationShare"],
  ["casesPerDay", "casesPerDay"],
  ["maximumUnselected", "maximumUnselected"],
  ["yellowToBlueDays", "yellowToBlueDays"],
  ["bonded_exit", "delayAtExit"],
  ["domestic_distribution", "delayAtMarket"],
  ["newcomerWeeks", "newcomerWeeks"],
] as const;

/** Proposes another policy, from the one in force; what is left empty never happens, or is not limited. */
export function ProposePolicy({ from }: { readonly from: Values }) {
  const t = useTranslations("models.policy");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("propose")}
      description={t("proposeLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet" className="mt-3">
          <SlidersHorizontal aria-hidden />
          {t("propose")}
        </Button>
      }
    >
      <PolicyForm from={from} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PolicyForm({ from, onDone }: { readonly from: Values; readonly onDone: () => void }) {
  const t = useTranslations("models.policy");
  const router = useRouter();
  const words = useErrorWords();
  const text = (value: number | null) => (value === null ? "" : String(value));
  const form = useCheckedForm(schema, {
    // Shares are written in per cent, as people say them.
    randomShare: text(round(100 * from.randomShare)),
    explorationShare: text(round(100 * from.explorationShare)),
    casesPerDay: text(from.casesPerDay),
    maximumUnselected: text(from.maximumUnselected),
    yellowToBlueDays: text(from.yellowToBlueDays),
    bonded_exit: text(from.greenDelayMinutes.bonded_exit),
    domestic_distribution: text(from.greenDelayMinutes.domestic_distribution),
    newcomerWeeks: text(from.newcomerWeeks),
    reason: "",
  });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit(({ reason, ...values }) => {
    const orNone = (value: string) => (value === "" ? null : Number(value));
    const policy: Values = {
      randomShare: round(Number(values.randomShare) / 100, 6),
      explorationShare: round(Number(values.explorationShare) / 100, 6),
      casesPerDay: orNone(values.casesPerDay),
      maximumUnselected: orNone(values.maximumUnselected),
      yellowToBlueDays: orNone(values.yellowToBlueDays),
      greenDelayMinutes: {
        bonded_exit: Number(values.bonded_exit),
        domestic_distribution: Number(values.domestic_distribution),
      },
      newcomerWeeks: Number(values.newcomerWeeks),
    };
    const checked = checkPolicy({ ...policy, version: 1 });
    if (!checked.ok) {
      for (const { field, least, most } of checked.error) {
        const name = field.split(".").at(-1);
        const found = FIELDS.find(([each]) => each === name);
        if (!found) throw new Error(`No field of the form is for ${field}`);
        // The form writes shares in per cent; the law of the policy is in parts of one.
        const scale = field.endsWith("Share") ? 100 : 1;
        const message = t("range", {
          field: t(`value.${found[1]}`),
          least: round(least * scale),
          most: round(most * scale),
        });
        form.setError(found[0], { type: "server", message });
      }
      return;
    }
    const headers = { "idempotency-key": newKey() };
    return api("/risk/policies", { method: "POST", json: { policy, reason }, headers }).then(
      () => {
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {FIELDS.map(([name, word]) => (
          <TextField
            key={name}
            label={t(`value.${word}`)}
            inputMode="decimal"
            error={words(errors[name])}
            {...form.register(name)}
          />
        ))}
      </div>
      <Field label={t("reason")} hint={t("reasonHint")} error={words(errors.reason)}>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" disabled={isSubmitting}>
          {t("proposeNow")}
        </Button>
      </div>
    </form>
  );
}

function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}
