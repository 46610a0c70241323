"use client";

import { QrCode } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const schema = z.object({ line: filled(4), goods: filled(1_000) });
type Given = z.infer<typeof schema>;

interface Answer {
  readonly name: string;
  readonly filled: readonly { readonly name: string; readonly value: string }[];
  readonly contradictions: readonly { readonly name: string; readonly stated: string; readonly passport: string }[];
}

interface Props {
  readonly shipmentId: string;
  /** The numbers of the lines that there are. */
  readonly lines: readonly number[];
}

/** Fills a goods line from the passport of its goods, and shows what that says otherwise. */
export function FillFromPassport({ shipmentId, lines }: Props) {
  const t = useTranslations("passport.fill");
  const words = useErrorWords();
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const form = useCheckedForm<Given>(schema, { line: String(lines[0] ?? 1), goods: "" });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit(({ line, goods }) =>
    api<Answer>(`/shipments/${shipmentId}/passport-values`, {
      method: "POST",
      json: { line: Number(line), goods },
    }).then(
      (given) => {
        setAnswer(given);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      onOpenChange={() => setAnswer(null)}
      trigger={
        <Button look="quiet" size="small" className="mt-3">
          <QrCode aria-hidden />
          {t("title")}
        </Button>
      }
    >
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
        <Field label={t("line")} error={words(errors.line)}>
          {(control) => (
            <Select
              {...control}
              value={form.watch("line")}
              onValueChange={(line) => form.setValue("line", line)}
              options={lines.map((line) => ({ value: String(line), label: String(line) }))}
            />
          )}
        </Field>
        <TextField label={t("goods")} hint={t("goodsHint")} error={words(errors.goods)} {...form.register("goods")} />
        {answer ? <Filled answer={answer} /> : null}
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("act")}
        </Button>
      </form>
    </Dialog>
  );
}

function Filled({ answer }: { readonly answer: Answer }) {
  const t = useTranslations("passport.fill");
  return (
    <>
      <Alert tone={answer.filled.length > 0 ? "good" : "info"}>
        {t("filled", { count: answer.filled.length, name: answer.name })}
      </Alert>
      {answer.contradictions.map(({ name, stated, passport }) => (
        <Alert key={name} tone="warning">
          {t("contradiction", { field: t(`field.${name}`), stated, passport })}
        </Alert>
      ))}
    </>
  );
}
