"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

/** Proposes an entry of the whitelist; another admin approves it. */
export function AeoProposal() {
  const t = useTranslations("aeo");
  const router = useRouter();
  const tierId = useId();
  const [isOpen, setOpen] = useState(false);
  const propose = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const list = (name: string) =>
      text(name)
        .split(/[;,\s]+/)
        .filter(Boolean);
    const proposal = {
      aeoCode: text("aeoCode"),
      holder: text("holder"),
      tier: text("tier"),
      scope: {
        roles: ["importer"],
        commodityPrefixes: list("commodityPrefixes"),
        origins: list("origins"),
        valueCap: text("valueCap") || null,
      },
      validFrom: text("validFrom"),
      validTo: text("validTo") || null,
      source: text("source"),
    };
    await api("/aeo", { method: "POST", json: proposal }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  };
  return (
    <Dialog title={t("propose")} isOpen={isOpen} onOpenChange={setOpen} trigger={<Button>{t("propose")}</Button>}>
      <form onSubmit={(event) => void propose(event)} className="grid gap-3 sm:grid-cols-2">
        <TextField name="holder" label={t("holder")} required />
        <TextField name="aeoCode" label={t("code")} required />
        <div className="flex flex-col gap-1">
          <label htmlFor={tierId} className="text-[12px] font-medium text-muted">
            {t("tierLabel")}
          </label>
          <select id={tierId} name="tier" className="h-9 rounded-md border border-line-strong bg-panel px-2 text-sm">
            {CREDIT_TIERS.map((tier) => (
              <option key={tier} value={tier}>
                {t(`tier.${tier}`)}
              </option>
            ))}
          </select>
        </div>
        <TextField name="valueCap" label={t("valueCap")} inputMode="decimal" />
        <TextField name="commodityPrefixes" label={t("prefixes")} hint={t("listHint")} />
        <TextField name="origins" label={t("origins")} hint={t("listHint")} />
        <TextField name="validFrom" label={t("validFrom")} type="date" required />
        <TextField name="validTo" label={t("validTo")} type="date" />
        <div className="sm:col-span-2">
          <TextField name="source" label={t("source")} required />
        </div>
        <p className="text-[13px] text-muted sm:col-span-2">{t("dualControl")}</p>
        <div className="sm:col-span-2">
          <Button type="submit">{t("propose")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
