"use client";

import { OctagonX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const schema = z.object({ kind: z.enum(["code", "origin"]), value: filled(10), reason: filled(500) });

/** Stops the machine from releasing goods of a code or an origin, at once. */
export function NewSwitch() {
  const t = useTranslations("rules");
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Dialog
        title={t("newSwitch")}
        description={t("newSwitchLead")}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button look="danger" size="small">
            <OctagonX aria-hidden />
            {t("newSwitch")}
          </Button>
        }
      >
        <SwitchForm onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function SwitchForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { kind: "code", value: "", reason: "" });
  const { errors, isSubmitting } = form.formState;
  const stop = form.handleSubmit((json) =>
    api("/rule-switches", { method: "POST", json: { ...json, isOn: true } }).then(
      () => {
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void stop(event)} noValidate className="flex flex-col gap-4">
      <Field label={t("switchKindLabel")}>
        {(control) => (
          <Select
            {...control}
            value={form.watch("kind")}
            onValueChange={(kind) => form.setValue("kind", kind === "origin" ? "origin" : "code")}
            options={(["code", "origin"] as const).map((value) => ({ value, label: t(`switchKind.${value}`) }))}
          />
        )}
      </Field>
      <TextField label={t("switchValue")} error={words(errors.value)} {...form.register("value")} />
      <TextField label={t("column.reason")} error={words(errors.reason)} {...form.register("reason")} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" look="danger" disabled={isSubmitting}>
          {t("stop")}
        </Button>
      </div>
    </form>
  );
}
