"use client";

import { Check, Copy, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
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
          <Secret secret={secret} />
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

/** The secret with the way to take it along; where the browser has no clipboard it is selected instead. */
function Secret({ secret }: { readonly secret: string }) {
  const t = useTranslations("apiKeys");
  const [isCopied, setCopied] = useState(false);
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
    }
  };
  return (
    <div className="flex items-center gap-2 rounded-md border bg-raised p-2 pl-3">
      <code ref={text} className="min-w-0 flex-1 break-all">
        {secret}
      </code>
      <Button look="quiet" size="small" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t(isCopied ? "copied" : "copy")}
      </Button>
    </div>
  );
}
