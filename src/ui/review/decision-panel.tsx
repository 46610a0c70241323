"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import type { ReviewCaseView } from "@/contracts/views";
import { DECISION_REASONS, isAdvice, type Outcome } from "@/domain/review/decision";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly review: ReviewCaseView;
  readonly nextCase: string | null;
}

/** Claim, outcome, structured reasons by number key, note. The next case is ready when this one is decided. */
export function DecisionPanel({ review, nextCase }: Props) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  const format = useFormatter();
  const router = useRouter();
  const possible = review.outcomes;
  const canOnlyAdvise = possible.some(isAdvice);
  const [outcome, setOutcome] = useState<Outcome>(possible[0] ?? "pass");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const offered = DECISION_REASONS[outcome];
  const toggle = (code: string) =>
    setChosen((all) => (all.includes(code) ? all.filter((each) => each !== code) : [...all, code]));

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLTextAreaElement ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      const code = offered[Number(event.key) - 1];
      if (code) setChosen((all) => (all.includes(code) ? all.filter((each) => each !== code) : [...all, code]));
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [offered]);

  const act = async (path: string, options: Parameters<typeof api>[1]) => {
    setBusy(true);
    await api(`/reviews/${review.caseId}${path}`, options).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  const decide = () =>
    act("/decisions", {
      method: "POST",
      json: {
        outcome,
        reasons: chosen.filter((code) => offered.includes(code)),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
    });

  return (
    <section
      aria-label={t("decision")}
      className="flex flex-col gap-4 self-start rounded-md border bg-panel p-4 xl:sticky xl:top-20"
    >
      <h2 className="text-sm font-semibold">{t("decision")}</h2>
      {review.needsTwoOfficers ? (
        <p className="rounded-md border border-blue bg-blue-soft px-3 py-2 text-[13px]">
          {t("twoOfficers", { decisions: review.decisions })}
        </p>
      ) : null}
      {review.decisionList.map((decision) => (
        <div key={decision.at} className="text-[13px]">
          <p>
            <strong className="font-medium">{decision.officer}</strong> · {reasons(`outcome.${decision.outcome}`)} ·{" "}
            <span className="text-muted">
              {format.dateTime(new Date(decision.at), { dateStyle: "short", timeStyle: "short" })}
            </span>
          </p>
          <p className="text-muted">{decision.reasons.map((code) => reasons(`decision.${code}`)).join(", ")}</p>
          {decision.note ? <p className="text-muted">“{decision.note}”</p> : null}
        </div>
      ))}
      {review.state === "decided" ? (
        <p className="font-medium text-green">✓ {t("decided")}</p>
      ) : review.claimedByMe || canOnlyAdvise ? (
        <>
          {canOnlyAdvise ? <p className="text-[13px] text-muted">{t("adviceOnly")}</p> : null}
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-[12px] font-medium text-muted">{t("outcome")}</legend>
            {possible.map((each) => (
              <label key={each} className="flex min-h-7 items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="outcome"
                  checked={each === outcome}
                  onChange={() => setOutcome(each)}
                  className="size-4 accent-accent"
                />
                {reasons(`outcome.${each}`)}
              </label>
            ))}
          </fieldset>
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-[12px] font-medium text-muted">{t("reasons")}</legend>
            {offered.map((code, index) => (
              <button
                key={code}
                type="button"
                aria-pressed={chosen.includes(code)}
                onClick={() => toggle(code)}
                className={cn(
                  "flex min-h-8 items-center gap-2 rounded-md border px-2.5 text-left text-[13px]",
                  chosen.includes(code) && "border-accent bg-accent-soft font-medium text-accent",
                )}
              >
                <kbd className="w-4 font-sans text-[12px] text-muted">{index + 1}</kbd>
                {reasons(`decision.${code}`)}
              </button>
            ))}
          </fieldset>
          <label className="flex flex-col gap-1 text-[12px] font-medium text-muted">
            {t("note")}
            <textarea
              value={note}
              onChange={(event) => setNote(event.target.value)}
              rows={3}
              className="rounded-md border border-line-strong bg-panel p-2 text-sm font-normal text-text"
            />
          </label>
          <div className="flex gap-2">
            <Button
              look={outcome === "refuse" ? "danger" : "primary"}
              disabled={isBusy || chosen.filter((code) => offered.includes(code)).length === 0}
              onClick={() => void decide()}
            >
              {t(canOnlyAdvise ? "advise" : "decide")}
            </Button>
            {canOnlyAdvise ? null : (
              <Button look="bare" disabled={isBusy} onClick={() => void act("/claim", { method: "DELETE" })}>
                {t("unclaim")}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          {review.claimedBy ? <p className="text-[13px]">{t("claimedBy", { name: review.claimedBy })}</p> : null}
          <Button
            disabled={isBusy || review.claimedBy !== null}
            onClick={() => void act("/claim", { method: "POST", json: {} })}
          >
            {t("claim")}
          </Button>
        </>
      )}
      {nextCase ? (
        <Link href={`/compliance/reviews/${nextCase}`} className="text-[13px] text-accent underline">
          {t("next")}
        </Link>
      ) : null}
    </section>
  );
}
