"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Input } from "@/ui/parts/input";

const schema = z.object({ reference: filled(200) });

/** Names the paper that meets a requirement. */
export function EvidenceForm({ requirementId }: { readonly requirementId: string }) {
  const t = useTranslations("requirements");
  const router = useRouter();
  const words = useErrorWords();
  const id = useId();
  const form = useCheckedForm(schema, { reference: "" });
  const error = words(form.formState.errors.reference);
  const give = form.handleSubmit(({ reference }) =>
    api(`/requirements/${requirementId}/evidence`, { method: "POST", json: { reference } }).then(
      () => router.refresh(),
      (problem: unknown) => showProblem(form, problem),
    ),
  );
  return (
    <form onSubmit={(event) => void give(event)} noValidate className="flex flex-wrap gap-1.5">
      <Input
        {...form.register("reference")}
        aria-label={t("number")}
        placeholder={t("number")}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        className="h-7 min-w-0 flex-1 text-sm"
      />
      <Button type="submit" look="quiet" size="small" disabled={form.formState.isSubmitting}>
        {t("give")}
      </Button>
      {error ? (
        <p id={id} className="w-full text-xs font-medium text-red">
          {error}
        </p>
      ) : null}
    </form>
  );
}
