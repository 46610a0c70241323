"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { useCheckedForm, useErrorWords } from "@/ui/parts/form";

const password = z.string().check(z.minLength(12, "password"), z.maxLength(128, "long"));

/** What sign-in answers; null when it was not reached. */
async function ask(path: string, body: unknown): Promise<Response | null> {
  return fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
}

/** Changes the password; every other session ends with the old one. */
export function ChangePassword() {
  const t = useTranslations("account");
  const words = useErrorWords();
  const form = useCheckedForm(
    z.object({ currentPassword: z.string().check(z.minLength(1, "required")), newPassword: password }),
    {
      currentPassword: "",
      newPassword: "",
    },
  );
  const { errors, isSubmitting } = form.formState;
  const change = form.handleSubmit(async (passwords) => {
    const answer = await ask("/change-password", { ...passwords, revokeOtherSessions: true });
    if (answer?.ok) {
      form.reset();
      toast.success(t("changed"));
      return;
    }
    if (answer === null || answer.status === 429) toast.error(t(answer === null ? "unreachable" : "tooMany"));
    else form.setError("currentPassword", { message: "currentPassword" }, { shouldFocus: true });
  });
  return (
    <form onSubmit={(event) => void change(event)} noValidate className="flex max-w-sm flex-col gap-4">
      <TextField
        type="password"
        label={t("currentPassword")}
        autoComplete="current-password"
        error={words(errors.currentPassword)}
        {...form.register("currentPassword")}
      />
      <TextField
        type="password"
        label={t("newPassword")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={words(errors.newPassword)}
        {...form.register("newPassword")}
      />
      <div>
        <Button type="submit" disabled={isSubmitting}>
          {t("change")}
        </Button>
      </div>
    </form>
  );
}

/** Chooses the first password, or a new one, with the token behind the address's `#`, which no server has seen. */
export function ChoosePassword() {
  const t = useTranslations("account");
  const words = useErrorWords();
  const form = useCheckedForm(z.object({ newPassword: password }), { newPassword: "" });
  const { errors, isSubmitting } = form.formState;
  const [token, setToken] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<"open" | "chosen" | "refused">("open");
  useEffect(() => setToken(window.location.hash.slice(1)), []);
  const choose = form.handleSubmit(async ({ newPassword }) => {
    const answer = await ask("/reset-password", { newPassword, token });
    if (answer === null || answer.status === 429) toast.error(t(answer === null ? "unreachable" : "tooMany"));
    else setOutcome(answer.ok ? "chosen" : "refused");
  });
  if (outcome === "chosen")
    return (
      <div role="status" className="flex flex-col gap-4">
        <Alert tone="good">{t("chosen")}</Alert>
        <Button asChild>
          <Link href="/sign-in">{t("toSignIn")}</Link>
        </Button>
      </div>
    );
  if (outcome === "refused" || token === "")
    return (
      <Alert tone="bad" role="alert">
        {t("linkRefused")}
      </Alert>
    );
  return (
    <form onSubmit={(event) => void choose(event)} noValidate className="flex flex-col gap-4">
      <TextField
        type="password"
        label={t("newPassword")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={words(errors.newPassword)}
        {...form.register("newPassword")}
      />
      <Button type="submit" disabled={isSubmitting || token === null}>
        {t("choose")}
      </Button>
    </form>
  );
}
