"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { CHANGE_COLUMNS } from "@/domain/law/change-table";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";

/** Many changes from a file: a CSV table, or a JSON list as the API takes it. All of them or none. */
export function ImportChanges({ basketId }: { readonly basketId: string }) {
  const t = useTranslations("law");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const load = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    const isJson = file.name.toLowerCase().endsWith(".json");
    const changes = isJson ? changesOf(await file.text()) : null;
    if (isJson && changes === null) {
      setProblem(t("noJson"));
      return;
    }
    const path = `/law/baskets/${basketId}/changes`;
    const sent = isJson
      ? api<{ added: number }>(path, { method: "POST", json: { changes } })
      : api<{ added: number }>(`${path}/import`, { method: "POST", file });
    await sent.then(
      ({ added }) => {
        toast.success(t("added", { count: added }));
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => setProblem(wordsOf(error)),
    );
  };
  return (
    <Dialog
      title={t("upload")}
      description={t("uploadLead")}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setProblem(null);
      }}
      trigger={
        <Button size="small" look="quiet">
          <FileUp aria-hidden />
          {t("upload")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("file")} hint={t("columns", { columns: CHANGE_COLUMNS.join(", ") })}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".csv,text/csv,.json,application/json"
              onChange={(event) => void load(event.target.files?.[0])}
              className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
            />
          )}
        </Field>
        {problem ? <Alert tone="bad">{problem}</Alert> : null}
        <div className="flex justify-end">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The list of a JSON file, alone or under `changes`; null where there is none. */
function changesOf(text: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const list = typeof parsed === "object" && parsed !== null && "changes" in parsed ? parsed.changes : parsed;
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
