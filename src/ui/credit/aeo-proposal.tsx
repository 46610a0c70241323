"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { type ProposalDraft, proposalSchema, ROLES, toProposal } from "./proposal-schema";

const EMPTY: ProposalDraft = {
  holder: "",
  aeoCode: "",
  tier: "certified",
  roles: ["importer"],
  commodityPrefixes: "",
  origins: "",
  regimes: "",
  valueCap: "",
  validFrom: "",
  validTo: "",
  source: "",
};

/** Proposes an entry of the whitelist; another admin approves it. */
export function AeoProposal() {
  const t = useTranslations("aeo");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("propose")}
      description={t("dualControl")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("propose")}
        </Button>
      }
    >
      <ProposalForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ProposalForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations("aeo");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm<ProposalDraft>(proposalSchema, EMPTY);
  const { errors, isSubmitting } = form.formState;
  const roles = form.watch("roles");
  const propose = form.handleSubmit((draft) =>
    api("/aeo", { method: "POST", json: toProposal(draft) }).then(
      () => {
        toast.success(t("proposed", { holder: draft.holder }));
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form
      onSubmit={(event) => void propose(event)}
      noValidate
      className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2"
    >
      <TextField label={t("holder")} error={words(errors.holder)} {...form.register("holder")} />
      <TextField label={t("code")} error={words(errors.aeoCode)} {...form.register("aeoCode")} />
      <Field label={t("tierLabel")} error={words(errors.tier)}>
        {(control) => (
          <Select
            {...control}
            value={form.watch("tier")}
            onValueChange={(tier) => form.setValue("tier", tier as ProposalDraft["tier"])}
            options={CREDIT_TIERS.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
          />
        )}
      </Field>
      <TextField
        label={t("valueCap")}
        hint={t("valueCapHint")}
        inputMode="decimal"
        error={words(errors.valueCap)}
        {...form.register("valueCap")}
      />
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 text-xs font-medium text-muted">{t("roles")}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              checked={roles.includes(role)}
              onCheckedChange={(isOn) =>
                form.setValue(
                  "roles",
                  ROLES.filter((each) => (each === role ? isOn : roles.includes(each))),
                )
              }
            >
              {t(`role.${role}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t("prefixes")}
        hint={t("listHint")}
        error={words(errors.commodityPrefixes)}
        {...form.register("commodityPrefixes")}
      />
      <TextField
        label={t("origins")}
        hint={t("listHint")}
        error={words(errors.origins)}
        {...form.register("origins")}
      />
      <TextField
        label={t("regimes")}
        hint={t("listHint")}
        error={words(errors.regimes)}
        {...form.register("regimes")}
      />
      <TextField label={t("validFrom")} type="date" error={words(errors.validFrom)} {...form.register("validFrom")} />
      <TextField
        label={t("validTo")}
        type="date"
        hint={t("validToHint")}
        error={words(errors.validTo)}
        {...form.register("validTo")}
      />
      <TextField
        label={t("source")}
        hint={t("sourceHint")}
        className="sm:col-span-2"
        error={words(errors.source)}
        {...form.register("source")}
      />
      <div className="flex justify-end gap-2 pt-1 sm:col-span-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isSubmitting}>
          {t("propose")}
        </Button>
      </div>
    </form>
  );
}
