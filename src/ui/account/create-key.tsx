"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { CopyText } from "@/ui/parts/copy-text";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ name: filled(80) });

/** Makes a key and shows its secret, this once. */
export function CreateKey() {
  const t = useTranslations("apiKeys");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      title={t("create")}
      description={t("createLead")}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) return;
        setSecret(null);
        router.refresh();
      }}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("create")}
        </Button>
      }
    >
      {secret === null ? (
        <KeyForm onMade={setSecret} />
      ) : (
        <div role="status" className="flex flex-col gap-4">
          <Alert tone="warning">
            <strong className="font-medium">{t("once")}</strong>
          </Alert>
          <CopyText text={secret} />
          <div className="flex justify-end">
            <Button
              look="quiet"
              onClick={() => {
                setOpen(false);
                setSecret(null);
                router.refresh();
              }}
            >
              {t("done")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function KeyForm({ onMade }: { readonly onMade: (secret: string) => void }) {
  const t = useTranslations("apiKeys");
  const words = useErrorWords();
  const form = useCheckedForm(schema, { name: "" });
  const create = form.handleSubmit((json) =>
    api<{ secret: string }>("/api-keys", { method: "POST", json }).then(
      (made) => onMade(made.secret),
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void create(event)} noValidate className="flex flex-col gap-4">
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        error={words(form.formState.errors.name)}
        autoComplete="off"
        {...form.register("name")}
      />
      <div className="flex justify-end">
        <Button type="submit" disabled={form.formState.isSubmitting}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}
