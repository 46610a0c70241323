"use client";

import { ListPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import * as z from "zod/mini";
import { decodeText } from "@/contracts/decode-text";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Input } from "@/ui/parts/input";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({ name: filled(60), entries: z.string().check(z.minLength(1, "required")) });

/** Writes a named list, or its next version: pasted, or from a file. */
export function PutList() {
  const t = useTranslations("rules");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("putList")}
      description={t("putListLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          <ListPlus aria-hidden />
          {t("putList")}
        </Button>
      }
    >
      <ListForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ListForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { name: "", entries: "" });
  const { errors, isSubmitting } = form.formState;
  const read = async (file: File | undefined) => {
    if (!file) return;
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (decoded.ok) form.setValue("entries", firstColumn(decoded.value.text), { shouldValidate: true });
    else form.setError("entries", { message: "encoding" });
  };
  const keep = form.handleSubmit(({ name, entries }) => {
    const lines = entries.split(/\r?\n/).map((line) => line.trim());
    const json = { name, entries: lines.filter((line) => line !== "") };
    return api<{ state: "proposed" | "current" }>("/rule-lists", { method: "POST", json }).then(
      ({ state }) => {
        toast.success(t(state === "current" ? "listKept" : "listProposed"));
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <form onSubmit={(event) => void keep(event)} noValidate className="flex flex-col gap-4">
      <TextField label={t("listName")} error={words(errors.name)} {...form.register("name")} />
      <Field label={t("entries")} error={words(errors.entries)}>
        {(control) => <Textarea {...control} {...form.register("entries")} className="max-h-64 font-mono" />}
      </Field>
      <Field label={t("listFile")}>
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => void read(event.target.files?.[0])}
            className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isSubmitting}>
          {t("keepList")}
        </Button>
      </div>
    </form>
  );
}

/** The first cell of each line; a quoted cell may hold commas. */
function firstColumn(csv: string): string {
  return csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => /^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(",")[0] ?? "")
    .join("\n");
}
