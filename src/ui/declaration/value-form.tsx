"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly shipmentId: string;
  readonly name: string;
  readonly line: number | null;
}

/** A value that no document gave, typed where it is missed. */
export function ValueForm({ shipmentId, name, line }: Props) {
  const t = useTranslations("declaration");
  const names = useTranslations("field");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get("value") ?? "");
    setBusy(true);
    await api(`/shipments/${shipmentId}/fields`, { method: "POST", json: { name, line, value } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="ml-5 mt-1.5 flex gap-2">
      <input
        name="value"
        required
        aria-label={names(name)}
        placeholder={names(name)}
        className="h-8 w-56 rounded-md border border-line-strong bg-panel px-2 text-[13px] placeholder:text-muted"
      />
      <Button type="submit" look="quiet" size="small" disabled={isBusy}>
        {t("save")}
      </Button>
    </form>
  );
}
