"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly id: string;
  readonly holder: string;
}

/** Rules on an application: propose the entry that it asks for, or give it back with what is missing. */
export function ApplicationRuling({ id, holder }: Props) {
  const t = useTranslations("workbook");
  const router = useRouter();
  const [aeoCode, setCode] = useState("");
  const [validFrom, setFrom] = useState("");
  const [validTo, setTo] = useState("");
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const act = async (path: string, json: unknown, words: string) => {
    setBusy(true);
    const headers = { "idempotency-key": newKey() };
    await api(`/aeo-workbooks/${id}/${path}`, { method: "POST", json, headers }).then(
      () => {
        toast.success(words);
        router.refresh();
      },
      (error: unknown) => void toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Card>
      <h2 className="text-base font-semibold">{t("ruling")}</h2>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
        <TextField
          label={t("code")}
          hint="AEOCN1234567890"
          value={aeoCode}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField label={t("from")} type="date" value={validFrom} onChange={(event) => setFrom(event.target.value)} />
        <TextField label={t("to")} type="date" value={validTo} onChange={(event) => setTo(event.target.value)} />
        <Button
          disabled={isBusy || aeoCode === "" || validFrom === ""}
          onClick={() =>
            void act("proposal", { aeoCode, validFrom, validTo: validTo || null }, t("entryProposed", { holder }))
          }
        >
          {t("proposeEntry")}
        </Button>
      </div>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_auto]">
        <TextField label={t("missing")} value={note} onChange={(event) => setNote(event.target.value)} />
        <Button
          look="quiet"
          disabled={isBusy || note.trim().length < 3}
          onClick={() => void act("return", { note }, t("givenBack"))}
        >
          {t("giveBack")}
        </Button>
      </div>
    </Card>
  );
}
