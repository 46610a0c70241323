"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const schema = z.object({
  emsNo: filled(30),
  company: filled(200),
  customsCode: filled(4),
  validEnd: filled(10),
});
const FIELDS = ["emsNo", "company", "customsCode"] as const;
const TYPES = ["T", "H"] as const;
const ALLOCATIONS = ["fifo", "lot"] as const;

/** Registers an account book of the organisation. */
export function RegisterBook() {
  const t = useTranslations("stock");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [type, setType] = useState("T");
  const [allocation, setAllocation] = useState("fifo");
  const form = useCheckedForm<z.infer<typeof schema>>(schema, {
    emsNo: "",
    company: "",
    customsCode: "",
    validEnd: "",
  });
  const { errors, isSubmitting } = form.formState;
  const register = form.handleSubmit((given) => {
    const json = { ...given, emsNo: given.emsNo.toUpperCase(), type, allocation };
    return api<{ id: string }>("/books", { method: "POST", json, headers: { "idempotency-key": newKey() } }).then(
      ({ id }) => {
        setOpen(false);
        router.push(`/broker/stock/${id}`);
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <Dialog
      title={t("register")}
      description={t("registerLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("register")}</Button>}
    >
      <form onSubmit={(event) => void register(event)} noValidate className="flex flex-col gap-3">
        {FIELDS.map((name) => (
          <TextField key={name} label={t(`book.${name}`)} error={words(errors[name])} {...form.register(name)} />
        ))}
        <TextField
          label={t("book.validEnd")}
          type="date"
          error={words(errors.validEnd)}
          {...form.register("validEnd")}
        />
        <Field label={t("book.type")}>
          {(control) => (
            <Select
              {...control}
              value={type}
              onValueChange={setType}
              options={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t("book.allocation")} hint={t("allocationHint")}>
          {(control) => (
            <Select
              {...control}
              value={allocation}
              onValueChange={setAllocation}
              options={ALLOCATIONS.map((value) => ({ value, label: t(`allocation.${value}`) }))}
            />
          )}
        </Field>
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("register")}
        </Button>
      </form>
    </Dialog>
  );
}
