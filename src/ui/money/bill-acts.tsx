"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ words: filled(1_000) });

interface Props {
  readonly billId: string;
  readonly isDiffering: boolean;
}

/** Records the receipt of a bill; one that differs is accepted first, with the reason. */
export function BillActs({ billId, isDiffering }: Props) {
  const t = useTranslations("money");
  const router = useRouter();
  const errorWords = useErrorWords();
  const form = useCheckedForm(schema, { words: "" });
  const send = form.handleSubmit(({ words }) =>
    (isDiffering
      ? api(`/tax-bills/${billId}/accept`, { method: "POST", json: { reason: words } })
      : api(`/tax-bills/${billId}/payment`, { method: "POST", json: { reference: words } })
    ).then(
      () => {
        form.reset();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-wrap items-start gap-2">
      <TextField
        label={t(isDiffering ? "acceptReason" : "receipt")}
        hint={isDiffering ? t("acceptHint") : undefined}
        error={errorWords(form.formState.errors.words)}
        className="min-w-0 flex-1 basis-64"
        {...form.register("words")}
      />
      <Button
        type="submit"
        look={isDiffering ? "quiet" : "primary"}
        className="mt-5"
        disabled={form.formState.isSubmitting}
      >
        {t(isDiffering ? "accept" : "pay")}
      </Button>
    </form>
  );
}
