"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { DocumentView } from "@/contracts/views/document";
import type { SuggestionView } from "@/contracts/views/pre-examination";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Textarea } from "@/ui/parts/textarea";
import { FactLinks } from "./fact-links";
import { prefill } from "./prefill";

interface Props {
  readonly caseId: string;
  readonly suggestion: SuggestionView;
  readonly documents: readonly DocumentView[];
  /** Whether the reader decides the case. */
  readonly canAct: boolean;
}

type Verdict = "accepted" | "edited" | "rejected";

/** A suggestion with what speaks for it: accepted, changed, or rejected with a reason; accepting fills the ruling in. */
export function SuggestionItem({ caseId, suggestion, documents, canAct }: Props) {
  const t = useTranslations("preExamination");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState<"edited" | "rejected" | null>(null);
  const both =
    locale === "zh" ? `${suggestion.text.zh}\n${suggestion.text.en}` : `${suggestion.text.en}\n${suggestion.text.zh}`;
  const [words, setWords] = useState("");
  const begin = (how: "edited" | "rejected") => {
    setWords(how === "edited" ? both : "");
    setOpen(how);
  };
  const give = async (verdict: Verdict, text: string) => {
    const json = {
      ...{ suggestion: suggestion.id, verdict },
      edited: verdict === "edited" ? text : null,
      reason: verdict === "rejected" ? text : null,
    };
    await api(`/reviews/${caseId}/pre-examination/feedback`, { method: "POST", json }).then(
      () => {
        setOpen(null);
        if (verdict !== "rejected") {
          prefill(caseId, { kind: suggestion.kind, reason: suggestion.reason, text, lines: suggestion.lines });
          toast.success(t("filledIn"));
        }
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  };
  const text = locale === "zh" ? suggestion.text.zh : suggestion.text.en;
  const name = t(`suggestion.${suggestion.kind}`);
  return (
    <li className="flex flex-col gap-1 py-2 text-sm" data-suggestion={suggestion.id}>
      <p className="text-pretty">
        <span className="font-medium">{name}</span> · {text}
      </p>
      <p className="text-xs text-muted">
        {reasons(`decision.${suggestion.reason}`)}
        {suggestion.lines.length > 0 ? ` · ${t("onLines", { lines: suggestion.lines.join(", ") })}` : ""}
        {suggestion.feedback
          ? ` · ${t(`verdict.${suggestion.feedback.verdict}`, { name: suggestion.feedback.by })}${
              suggestion.feedback.reason ? `: ${suggestion.feedback.reason}` : ""
            }`
          : ""}
      </p>
      <FactLinks links={suggestion.links} documents={documents} />
      {canAct ? (
        <div className="flex flex-wrap gap-2">
          <Button size="small" look="quiet" onClick={() => void give("accepted", both)}>
            {t("accept")}
          </Button>
          <Button size="small" look="bare" aria-expanded={open === "edited"} onClick={() => begin("edited")}>
            {t("edit")}
          </Button>
          <Button size="small" look="bare" aria-expanded={open === "rejected"} onClick={() => begin("rejected")}>
            {t("reject")}
          </Button>
        </div>
      ) : null}
      {open ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void give(open, words.trim());
          }}
        >
          <Textarea
            aria-label={t(open === "edited" ? "editedWords" : "whyRejected")}
            value={words}
            maxLength={2_000}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setOpen(null);
            }}
          />
          <Button type="submit" size="small" disabled={words.trim() === ""} className="self-start">
            {t(open === "edited" ? "takeOver" : "sendReason")}
          </Button>
        </form>
      ) : null}
    </li>
  );
}
