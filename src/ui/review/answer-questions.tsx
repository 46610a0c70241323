"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { DocumentView } from "@/contracts/views/document";
import type { ReviewQuestionView } from "@/contracts/views/review";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";
import { QuestionList } from "./question-list";

interface Props {
  readonly questions: readonly ReviewQuestionView[];
  readonly documents: readonly DocumentView[];
  /** Whether the reader may answer, as the broker of the shipment may. */
  readonly canAnswer: boolean;
}

/** What an officer asks of this shipment; the goods wait until it is answered. */
export function AnswerQuestions({ questions, documents, canAnswer }: Props) {
  const t = useTranslations("review");
  const open = questions.find((question) => question.isOpen);
  if (questions.length === 0) return null;
  return (
    <Card id="questions" aria-label={t("question.title")} className="mx-4 mt-5 md:mx-6">
      <h2 className="text-base font-semibold">{t("question.title")}</h2>
      <QuestionList questions={questions} />
      {open && canAnswer ? <Answer key={open.id} question={open} documents={documents} /> : null}
    </Card>
  );
}

const NONE = "none";

function Answer({
  question,
  documents,
}: {
  readonly question: ReviewQuestionView;
  readonly documents: readonly DocumentView[];
}) {
  const t = useTranslations("review");
  const router = useRouter();
  const [text, setText] = useState("");
  const [documentId, setDocumentId] = useState(NONE);
  const [key] = useState(newKey);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await api(`/questions/${question.id}/answer`, {
      method: "POST",
      headers: { "idempotency-key": key },
      json: { answer: text.trim() || null, documentId: documentId === NONE ? null : documentId },
    }).then(
      () => {
        toast.success(t("question.sent"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t("question.answer")}>
        {(control) => (
          <Textarea {...control} value={text} maxLength={2_000} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Field label={t("question.document")} hint={t("question.documentHint")}>
        {(control) => (
          <Select
            {...control}
            value={documentId}
            onValueChange={setDocumentId}
            options={[
              { value: NONE, label: t("question.noDocument") },
              ...documents.map((each) => ({ value: each.id, label: each.fileName })),
            ]}
          />
        )}
      </Field>
      <Button type="submit" disabled={isBusy} className="self-start">
        {t("question.send")}
      </Button>
    </form>
  );
}
