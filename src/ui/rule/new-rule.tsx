"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const longText = (most: number) =>
  z.string().check(z.trim(), z.minLength(1, "required"), z.minLength(10, "brief"), z.maxLength(most, "long"));
const schema = z.object({ code: filled(40), title: filled(200), rationale: longText(2_000), citation: longText(500) });
/** Where a rule begins; its author writes it anew on the next page. */
const BEGINNING = { lane: "yellow", expression: "priceRatio < 0.5", cases: [] };

/** Opens a rule as a draft, and goes to it. */
export function NewRule() {
  const t = useTranslations("rules");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("new")}
      description={t("newLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("new")}
        </Button>
      }
    >
      <RuleForm onCancel={() => setOpen(false)} />
    </Dialog>
  );
}

function RuleForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { code: "", title: "", rationale: "", citation: "" });
  const { errors, isSubmitting } = form.formState;
  const open = form.handleSubmit(({ code, ...said }) =>
    api<{ id: string }>("/rules", { method: "POST", json: { code, content: { ...said, ...BEGINNING } } }).then(
      ({ id }) => router.push(`/admin/rules/${id}`),
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void open(event)} noValidate className="flex flex-col gap-4">
      <TextField label={t("code")} hint={t("codeHint")} error={words(errors.code)} {...form.register("code")} />
      <TextField label={t("name")} error={words(errors.title)} {...form.register("title")} />
      <TextField label={t("rationale")} error={words(errors.rationale)} {...form.register("rationale")} />
      <TextField
        label={t("citation")}
        hint={t("citationHint")}
        error={words(errors.citation)}
        {...form.register("citation")}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isSubmitting}>
          {t("write")}
        </Button>
      </div>
    </form>
  );
}
