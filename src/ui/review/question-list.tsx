import { useTranslations } from "next-intl";
import type { ReviewQuestionView } from "@/contracts/views/review";
import { Instant } from "@/ui/parts/instant";

/** What was asked of the broker, and what they answered. */
export function QuestionList({ questions }: { readonly questions: readonly ReviewQuestionView[] }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  return (
    <ul className="flex flex-col gap-2">
      {questions.map((question) => (
        <li key={question.id} className="rounded-md border bg-panel p-3 text-sm">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">
              {question.reasons.map((code) => reasons(`decision.${code}`)).join(", ")}
            </span>
            <Instant at={question.askedAt} className="ml-auto text-xs text-muted" />
          </p>
          {question.text ? <p>“{question.text}”</p> : null}
          <p className={question.answeredAt ? "text-green" : "text-muted"}>
            {question.answeredAt
              ? `✓ ${question.answer ?? t("question.byDocument")}`
              : t(question.isOpen ? "question.waits" : "question.closed")}
          </p>
        </li>
      ))}
    </ul>
  );
}
