"use client";

import { Paperclip, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import type { WorkbookView } from "@/contracts/views/credit-policy";
import { ANSWERS, type AnswerState } from "@/domain/aeo/criterion";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Field } from "@/ui/parts/field";
import { Textarea } from "@/ui/parts/textarea";

type CriterionView = WorkbookView["criteria"][number];

interface Props {
  readonly workbookId: string;
  readonly criterion: CriterionView;
  readonly language: "en" | "zh";
  readonly canWrite: boolean;
}

/** A criterion with its answer, what shows it, and what is still missing. */
export function Criterion({ workbookId, criterion, language, canWrite }: Props) {
  const t = useTranslations("workbook");
  const router = useRouter();
  const [note, setNote] = useState(criterion.answer?.note ?? "");
  const [state, setState] = useState<AnswerState | null>(criterion.answer?.state ?? null);
  const name = useId();
  const base = `/aeo-workbooks/${workbookId}/criteria/${criterion.code}`;
  const keep = async (to: AnswerState, words: string) => {
    setState(to);
    await api(base, { method: "PUT", json: { state: to, note: words } }).then(
      () => router.refresh(),
      (error: unknown) => {
        setState(criterion.answer?.state ?? null);
        toast.error(wordsOf(error));
      },
    );
  };
  const { code, question, evidence, gap, answer } = criterion;
  return (
    <li
      id={`criterion-${code}`}
      className="flex scroll-mt-24 flex-col gap-2 rounded-md border bg-panel px-4 py-3 text-sm"
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 font-medium">{question[language]}</p>
        <span className={cn("shrink-0 text-xs font-medium", gap ? "text-yellow" : "text-green")}>
          {gap ? `▲ ${t(`gap.${gap}`)}` : `● ${t("noGap")}`}
        </span>
      </div>
      <div className="grid grid-cols-1 gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex flex-col gap-2">
          {canWrite ? (
            <fieldset className="flex flex-wrap gap-1">
              <legend className="sr-only">{question[language]}</legend>
              {ANSWERS.map((each) => (
                <label
                  key={each}
                  className={cn(
                    "flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md border px-2.5 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent",
                    state === each ? "border-accent bg-accent-soft font-medium text-accent" : "bg-panel",
                  )}
                >
                  <input
                    type="radio"
                    name={name}
                    className="sr-only"
                    checked={state === each}
                    onChange={() => void keep(each, note)}
                  />
                  {t(`answer.${each}`)}
                </label>
              ))}
            </fieldset>
          ) : (
            <p className="text-xs">{answer ? t(`answer.${answer.state}`) : t("unanswered")}</p>
          )}
          <Files base={base} criterion={criterion} canWrite={canWrite} hint={evidence[language]} />
        </div>
        {canWrite ? (
          <Field label={t("note")}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                onBlur={() => {
                  if (state !== null && note !== (answer?.note ?? "")) void keep(state, note);
                }}
              />
            )}
          </Field>
        ) : answer?.note ? (
          <p className="whitespace-pre-line text-xs">{answer.note}</p>
        ) : null}
      </div>
    </li>
  );
}

interface FilesProps {
  readonly base: string;
  readonly criterion: CriterionView;
  readonly canWrite: boolean;
  readonly hint: string;
}

function Files({ base, criterion, canWrite, hint }: FilesProps) {
  const t = useTranslations("workbook");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const done = (promise: Promise<unknown>) =>
    promise.then(
      () => router.refresh(),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  const add = async (file: File) => {
    setBusy(true);
    const headers = { "x-file-name": encodeURIComponent(file.name), "content-type": "application/octet-stream" };
    await done(api(`${base}/files`, { method: "POST", file, headers }));
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-1">
      <p className="text-xs text-muted">{t("evidence", { evidence: hint })}</p>
      <ul className="flex flex-wrap items-center gap-2">
        {criterion.files.map(({ id, name }) => (
          <li key={id} className="inline-flex items-center gap-1 rounded-sm border bg-raised px-2 py-0.5 text-xs">
            <a href={`/api/v1/aeo-workbook-files/${id}`} className="max-w-60 truncate">
              {name}
            </a>
            {canWrite ? (
              <Button
                size="tiny"
                look="bare"
                aria-label={t("remove", { name })}
                onClick={() => void done(api(`/aeo-workbook-files/${id}`, { method: "DELETE" }))}
              >
                <Trash2 aria-hidden />
              </Button>
            ) : null}
          </li>
        ))}
        {canWrite ? (
          <li>
            <input
              ref={input}
              type="file"
              className="sr-only"
              tabIndex={-1}
              aria-label={t("addTo", { question: criterion.code })}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) void add(file);
                event.target.value = "";
              }}
            />
            <Button size="small" look="quiet" disabled={isBusy} onClick={() => input.current?.click()}>
              <Paperclip aria-hidden />
              {t("addFile")}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
