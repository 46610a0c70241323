"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ vehicle: filled(20), seal: filled(30) });
const FIELDS = ["vehicle", "seal"] as const;

/** Issues a gate pass for a list and opens it, to be printed. */
export function IssuePass({ listId }: { readonly listId: string }) {
  const t = useTranslations("stock");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, { vehicle: "", seal: "" });
  const { errors, isSubmitting } = form.formState;
  const issue = form.handleSubmit((json) =>
    api<{ id: string }>(`/verification-lists/${listId}/passes`, {
      method: "POST",
      json,
      headers: { "idempotency-key": newKey() },
    }).then(
      ({ id }) => {
        setOpen(false);
        router.push(`/broker/stock/passes/${id}`);
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t("pass.issue")}
      description={t("pass.issueLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          {t("pass.issue")}
        </Button>
      }
    >
      <form onSubmit={(event) => void issue(event)} noValidate className="flex flex-col gap-3">
        {FIELDS.map((name) => (
          <TextField key={name} label={t(`pass.${name}`)} error={words(errors[name])} {...form.register(name)} />
        ))}
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("pass.issue")}
        </Button>
      </form>
    </Dialog>
  );
}
