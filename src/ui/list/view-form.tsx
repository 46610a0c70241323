"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { Switch } from "@/ui/parts/switch";

interface Given {
  readonly name: string;
  readonly isShared: boolean;
}

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly known?: Given;
  /** Whether it was done; what was refused stays to be mended. */
  readonly onSave: (given: Given) => Promise<boolean>;
}

const NAME_LENGTH = 60;

/** The name of a view, and whether the organisation shares it. */
export function ViewForm({ title, isOpen, onOpenChange, known, onSave }: Props) {
  const t = useTranslations("lists");
  const [name, setName] = useState(known?.name ?? "");
  const [isShared, setShared] = useState(known?.isShared ?? false);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const isDone = await onSave({ name: name.trim(), isShared });
    setBusy(false);
    if (isDone) onOpenChange(false);
  };
  return (
    <Dialog title={title} description={t("saveLead")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t("name")}
          value={name}
          maxLength={NAME_LENGTH}
          onChange={(event) => setName(event.target.value)}
        />
        <div>
          <Switch checked={isShared} onCheckedChange={setShared}>
            {t("share")}
          </Switch>
          <p className="mt-1 text-xs text-muted">{t("shareHint")}</p>
        </div>
        <div className="flex justify-end gap-2">
          <Button look="quiet" type="button" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button type="submit" disabled={isBusy || name.trim() === ""}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
