"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

/** E-mail and password. Password managers and pasting work; a refusal does not say which of the two was wrong. */
export function SignInForm() {
  const t = useTranslations("signIn");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const summary = useRef<HTMLParagraphElement>(null);
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const entries = Object.fromEntries(new FormData(event.currentTarget));
    const response = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: entries.email, password: entries.password }),
    }).catch(() => null);
    if (response?.ok) return window.location.assign("/");
    setBusy(false);
    setProblem(response === null ? t("unreachable") : response.status === 429 ? t("tooMany") : t("wrong"));
    requestAnimationFrame(() => summary.current?.focus());
  };
  return (
    <form onSubmit={(event) => void signIn(event)} className="flex flex-col gap-4" noValidate>
      {problem ? (
        <p
          ref={summary}
          tabIndex={-1}
          role="alert"
          className="rounded-md border border-red bg-red-soft px-3 py-2 text-sm text-red"
        >
          {problem}
        </p>
      ) : null}
      <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
      <TextField name="password" type="password" label={t("password")} autoComplete="current-password" required />
      <Button type="submit" disabled={isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}
