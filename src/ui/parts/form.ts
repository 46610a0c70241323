"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import { toast } from "sonner";
import * as z from "zod/mini";
import { ApiProblem, wordsOf } from "./api-client";

// Our content security policy forbids making code from text, which zod otherwise tries for speed.
z.config({ jitless: true });

const SERVER = "server";

/** A text that must be given, and no longer than that. */
export function filled(mostCharacters: number) {
  return z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(mostCharacters, "long"));
}

/** A form that is checked by a schema: what is wrong stands at its field, and the first such field gets the focus. */
export function useCheckedForm<T extends FieldValues>(
  schema: z.ZodMiniType<T, T>,
  defaultValues: DefaultValues<T>,
): UseFormReturn<T, unknown, T> {
  return useForm<T, unknown, T>({ resolver: zodResolver(schema), defaultValues });
}

interface FieldError {
  readonly type?: unknown;
  readonly message?: string;
}

/** The words for what is wrong with a field: a schema's messages are keys of the catalogue, the server sends words. */
export function useErrorWords(): (error: FieldError | undefined) => string | undefined {
  const t = useTranslations("form");
  return (error) => {
    if (!error) return undefined;
    const message = error.message ?? "";
    if (error.type === SERVER && message) return message;
    return t.has(message) ? t(message) : t("wrong");
  };
}

/** Puts what the server refused at the field that it names, and says the rest aloud. */
export function showProblem<T extends FieldValues>(form: UseFormReturn<T, unknown, T>, error: unknown): void {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const names = Object.keys(form.getValues());
  const known = errors.flatMap(({ pointer, message }) => {
    const name = pointer.split("/").at(-1) ?? "";
    return names.includes(name) ? [{ name: name as FieldPath<T>, message }] : [];
  });
  for (const [index, { name, message }] of known.entries())
    form.setError(name, { type: SERVER, message }, { shouldFocus: index === 0 });
  if (known.length === 0) toast.error(wordsOf(error));
}
