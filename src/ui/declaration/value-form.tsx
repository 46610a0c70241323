"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Input } from "@/ui/parts/input";

const schema = z.object({ value: filled(2_000) });

interface Props {
  readonly shipmentId: string;
  readonly name: string;
  /** From 0, as documents count; null in the header. */
  readonly line: number | null;
  /** Whether the declaration can be lodged without it; then the input waits to be asked for. */
  readonly isOptional: boolean;
}

/** A value that no document gave, typed where it is missed. */
export function ValueForm({ shipmentId, name, line, isOptional }: Props) {
  const t = useTranslations("declaration");
  const names = useTranslations("field");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(!isOptional);
  const form = useCheckedForm(schema, { value: "" });
  const error = words(form.formState.errors.value);
  const save = form.handleSubmit(({ value }) =>
    api(`/shipments/${shipmentId}/fields`, { method: "POST", json: { name, line, value } }).then(
      () => router.refresh(),
      (problem: unknown) => showProblem(form, problem),
    ),
  );
  if (!isOpen)
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-accent"
      >
        <Plus aria-hidden className="size-3.5" />
        {t("add")}
        <span className="sr-only">{names(name)}</span>
      </button>
    );
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="flex flex-wrap gap-1.5">
      <Input
        {...form.register("value")}
        aria-label={names(name)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className="h-7 min-w-24 flex-1 text-sm"
      />
      <Button type="submit" look="quiet" size="small" disabled={form.formState.isSubmitting}>
        {t("save")}
      </Button>
      {error ? (
        <p id={`${name}-error`} className="w-full text-xs font-medium text-red">
          {error}
        </p>
      ) : null}
    </form>
  );
}
