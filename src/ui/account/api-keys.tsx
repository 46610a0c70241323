"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { ApiKeyView } from "@/contracts/views";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

/** Keys for machines: made here, shown once, revoked at once. */
export function ApiKeys({ rows }: { readonly rows: readonly ApiKeyView[] }) {
  const t = useTranslations("apiKeys");
  const format = useFormatter();
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "");
    await api<{ secret: string }>("/api-keys", { method: "POST", json: { name } }).then(
      (made) => {
        setSecret(made.secret);
        form.reset();
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  };
  const revoke = (id: string) =>
    api(`/api-keys/${id}/revocation`, { method: "POST", json: {} }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <div className="flex flex-col gap-4">
      <form onSubmit={(event) => void create(event)} className="flex items-end gap-2">
        <div className="w-72">
          <TextField name="name" label={t("name")} required />
        </div>
        <Button type="submit">{t("create")}</Button>
      </form>
      {secret ? (
        <div role="status" className="rounded-md border border-green bg-green-soft p-4">
          <p className="text-sm font-medium">{t("once")}</p>
          <code className="break-all">{secret}</code>
        </div>
      ) : null}
      {rows.length === 0 ? <p className="py-10 text-center text-muted">{t("empty")}</p> : null}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-4 rounded-md border bg-panel px-4 py-2.5 text-[13px]"
          >
            <strong className="font-medium">{row.name}</strong>
            <code className="text-muted">{row.prefix}…</code>
            <span className="text-muted">
              {row.lastUsedAt
                ? t("used", {
                    at: format.dateTime(new Date(row.lastUsedAt), { dateStyle: "short", timeStyle: "short" }),
                  })
                : t("unused")}
            </span>
            {row.revokedAt ? (
              <span className="ml-auto text-muted">– {t("revoked")}</span>
            ) : (
              <Button className="ml-auto" size="small" look="quiet" onClick={() => void revoke(row.id)}>
                {t("revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
