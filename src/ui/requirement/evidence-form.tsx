"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

/** Names the paper that meets a requirement. */
export function EvidenceForm({ requirementId }: { readonly requirementId: string }) {
  const t = useTranslations("requirements");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const give = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { reference } = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    await api(`/requirements/${requirementId}/evidence`, { method: "POST", json: { reference } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void give(event)} className="mt-2 flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField name="reference" label={t("number")} required />
      </div>
      <Button type="submit" look="quiet" disabled={isBusy}>
        {t("give")}
      </Button>
    </form>
  );
}
