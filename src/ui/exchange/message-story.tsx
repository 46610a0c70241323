import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MessageDetailView } from "@/contracts/views/exchange";
import { Section } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { AnswerWords } from "./answer-words";
import { RawView } from "./raw-view";

/** What happened to a message, in its order: made, sent, and each answer with what became of it. */
export function MessageStory({ message }: { readonly message: MessageDetailView }) {
  const t = useTranslations("exchange");
  const isIncomplete = message.state === "failed" && message.faultCount > 0;
  const { version, faultCount, createdAt, sentAt, attempts, lastError, answers, state } = message;
  return (
    <Section title={t("story.title")}>
      <ol className="divide-y rounded-md border bg-panel text-sm">
        <Step at={createdAt}>{t("story.made", { version })}</Step>
        {isIncomplete ? <Step at={null}>{t("story.missing", { count: faultCount })}</Step> : null}
        {sentAt ? <Step at={sentAt}>{t("story.sent", { attempts })}</Step> : null}
        {lastError && !isIncomplete ? (
          <Step at={null}>
            {t("story.error", { words: t.has(`error.${lastError}`) ? t(`error.${lastError}`) : lastError })}
          </Step>
        ) : null}
        {answers.map((answer) => (
          <Step key={answer.id} at={answer.arrivedAt}>
            <AnswerWords answer={answer} isSettled={state !== "contested"} />
            <RawView path={`/answers/${answer.id}/content`} words={t("raw.answer")} />
          </Step>
        ))}
        {sentAt && answers.length === 0 ? <Step at={null}>{t("story.waiting")}</Step> : null}
      </ol>
    </Section>
  );
}

function Step({ at, children }: { readonly at: string | null; readonly children: ReactNode }) {
  return (
    <li className="flex flex-col gap-x-4 gap-y-1 px-3 py-2 sm:flex-row">
      <span className="w-36 shrink-0 text-muted">{at ? <Instant at={at} /> : null}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-2 break-words">{children}</div>
    </li>
  );
}
