"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ChannelView } from "@/contracts/views/exchange";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { useFieldWords } from "./message-words";
import { PARTY_GROUP_NAMES, PARTY_GROUPS } from "./party-groups";
import { useChannel } from "./use-channel";

const MOST = 200;

/** States what the authority asks of the house and its partners in every message; what is emptied is asked again. */
export function StateParties({ channel: { id, parties } }: { readonly channel: ChannelView }) {
  const t = useTranslations("exchange.channels");
  const fieldWords = useFieldWords();
  const { change } = useChannel(id);
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(parties);
  const save = async () => {
    const stated = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
    );
    if (await change({ parties: stated }, t("changed"))) setOpen(false);
  };
  return (
    <Dialog
      title={t("parties")}
      description={t("partiesLead")}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setValues(parties);
      }}
      trigger={
        <Button look="quiet" size="small">
          {t("partiesChange")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {PARTY_GROUP_NAMES.map((group) => (
          <fieldset key={group} className="grid gap-3 sm:grid-cols-2">
            <legend className="mb-2 text-sm font-semibold">{t(`group.${group}`)}</legend>
            {PARTY_GROUPS[group].map((name) => (
              <TextField
                key={name}
                label={fieldWords(name)}
                maxLength={MOST}
                autoComplete="off"
                value={values[name] ?? ""}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            ))}
          </fieldset>
        ))}
        <Button type="submit" className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
