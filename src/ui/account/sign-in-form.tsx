"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ email: z.email("email"), password: z.string().check(z.minLength(1, "required")) });

/** E-mail and password. Password managers and pasting work; a refusal does not say which of the two was wrong. */
export function SignInForm() {
  const t = useTranslations("signIn");
  const words = useErrorWords();
  const form = useCheckedForm(schema, { email: "", password: "" });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const [problem, setProblem] = useState<string | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  const signIn = form.handleSubmit(async (json) => {
    setProblem(null);
    const response = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(json),
    }).catch(() => null);
    if (response?.ok) return window.location.assign("/");
    setProblem(response === null ? t("unreachable") : response.status === 429 ? t("tooMany") : t("wrong"));
  });
  return (
    <form onSubmit={(event) => void signIn(event)} className="flex flex-col gap-4" noValidate>
      {problem ? (
        <Alert ref={summary} tabIndex={-1} role="alert" tone="bad">
          {problem}
        </Alert>
      ) : null}
      <TextField
        type="email"
        label={t("email")}
        autoComplete="username"
        error={words(errors.email)}
        {...form.register("email")}
      />
      <TextField
        type="password"
        label={t("password")}
        autoComplete="current-password"
        error={words(errors.password)}
        {...form.register("password")}
      />
      <Button type="submit" disabled={isSubmitting || (isSubmitSuccessful && problem === null)} className="min-h-9">
        {t("submit")}
      </Button>
    </form>
  );
}
