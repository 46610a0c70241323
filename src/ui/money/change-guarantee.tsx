"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ amount: filled(17), reference: filled(100) });
type Move = "top_up" | "lower";

/** Records that the guarantor stands for more or for less; the letter of guarantee is named. */
export function ChangeGuarantee({ currency }: { readonly currency: string }) {
  const t = useTranslations("money");
  const router = useRouter();
  const words = useErrorWords();
  const [move, setMove] = useState<Move | null>(null);
  const form = useCheckedForm(schema, { amount: "", reference: "" });
  const send = form.handleSubmit((values) =>
    api("/guarantee/entries", { method: "POST", json: { move, ...values } }).then(
      () => {
        setMove(null);
        form.reset();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="quiet" onClick={() => setMove("top_up")}>
        {t("move.top_up")}
      </Button>
      <Button look="bare" onClick={() => setMove("lower")}>
        {t("move.lower")}
      </Button>
      <Dialog
        title={t(`move.${move ?? "top_up"}`)}
        description={t("changeLead")}
        isOpen={move !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setMove(null))}
      >
        <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
          <TextField
            label={t("amountIn", { currency })}
            inputMode="decimal"
            error={words(form.formState.errors.amount)}
            {...form.register("amount")}
          />
          <TextField
            label={t("letter")}
            error={words(form.formState.errors.reference)}
            {...form.register("reference")}
          />
          <Button type="submit" disabled={form.formState.isSubmitting} className="self-end">
            {t("record")}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
