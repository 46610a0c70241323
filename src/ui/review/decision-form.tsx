"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import * as z from "zod/mini";
import type { ReviewCaseView } from "@/contracts/views/review";
import { DECISION_REASONS, isAdvice, OUTCOMES, type Outcome } from "@/domain/review/decision";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Field, TextField } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Kbd } from "@/ui/parts/kbd";
import { RadioGroup } from "@/ui/parts/radio-group";
import { useStored } from "@/ui/parts/stored";
import { Switch } from "@/ui/parts/switch";
import { Textarea } from "@/ui/parts/textarea";
import { type Prefill, usePrefill } from "@/ui/pre-examination/prefill";
import { ReasonChoices } from "./reason-choices";
import { SkipCase } from "./skip-case";
import { useEnter } from "./use-enter";
import { useNextCase } from "./use-next-case";

const schema = z.object({
  outcome: z.enum(OUTCOMES),
  reasons: z.array(z.string()).check(z.minLength(1, "reason"), z.maxLength(12)),
  note: z.string().check(z.trim(), z.maxLength(2_000, "long")),
  until: z.string(),
});

/** What each key decides; which of them is open depends on where the case stands. */
const KEY_OF: Readonly<Record<string, readonly Outcome[]>> = {
  g: ["pass", "examined_pass", "advise_pass"],
  d: ["request_documents"],
  i: ["escalate"],
  h: ["hold"],
  r: ["refuse", "advise_refuse"],
  b: ["back_route"],
  u: ["resume"],
};
const { release, request, inspect, hold, refuse, backRoute, resume } = SHORTCUTS.review;
const KEYS: readonly string[] = [release, request, inspect, hold, refuse, backRoute, resume].flat();
const HOLD_DAYS = 14;
const DAY_MS = 86_400_000;

function keyOf(outcome: Outcome): string {
  return KEYS.find((key) => KEY_OF[key]?.includes(outcome)) ?? "";
}

/** The scope of an inspection as an accepted suggestion names it; the API takes so many characters of words. */
function scopeOf({ lines, text }: Prefill) {
  return { ...(lines.length > 0 ? { lines } : {}), packages: text.slice(0, 500) };
}

/** Outcome by its key, structured reasons by number key, a note, and Enter; then the next case is here. */
export function DecisionForm({ review }: { readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const reasonWords = useTranslations("reasons");
  const suggested = useTranslations("preExamination");
  const words = useErrorWords();
  const router = useRouter();
  const openNext = useNextCase();
  const note = useRef<HTMLTextAreaElement | null>(null);
  const [autoNext, setAutoNext] = useStored("review-auto-next", "on");
  const canOnlyAdvise = review.outcomes.some(isAdvice);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, {
    outcome: review.outcomes[0] ?? "pass",
    reasons: [],
    note: "",
    until: "",
  });
  // After the first drawing, for the server's day may be another.
  useEffect(() => {
    form.setValue("until", new Date(Date.now() + HOLD_DAYS * DAY_MS).toISOString().slice(0, 10));
  }, [form]);
  const { errors, isSubmitting } = form.formState;
  const outcome = form.watch("outcome");
  const chosen = form.watch("reasons");
  const choose = (next: Outcome) => {
    form.setValue("outcome", next);
    form.setValue("reasons", []);
    form.clearErrors();
  };
  const [inspection, setInspection] = useState<Prefill | null>(null);
  const outcomeFor = ({ kind }: Prefill): Outcome => (kind === "question" ? "request_documents" : "escalate");
  usePrefill(
    review.caseId,
    (accepted) => review.outcomes.includes(outcomeFor(accepted)),
    (accepted) => {
      choose(outcomeFor(accepted));
      form.setValue("reasons", [accepted.reason]);
      form.setValue("note", accepted.text);
      setInspection(accepted.kind === "scope" ? accepted : null);
    },
  );
  const toggle = (code: string) => {
    const kept = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
    form.setValue("reasons", kept, { shouldValidate: form.formState.isSubmitted });
  };
  useShortcut(KEYS, (key) => {
    const next = review.outcomes.find((each) => KEY_OF[key]?.includes(each));
    if (next) choose(next);
  });
  useShortcut(SHORTCUTS.review.note, () => note.current?.focus());
  const decide = form.handleSubmit(({ note: text, until, ...ruling }) =>
    api(`/reviews/${review.caseId}/decisions`, {
      method: "POST",
      json: {
        ...ruling,
        ...(text ? { note: text } : {}),
        ...(ruling.outcome === "hold" ? { until } : {}),
        ...(ruling.outcome === "escalate" && inspection ? { inspection: scopeOf(inspection) } : {}),
      },
    }).then(
      async () => {
        toast.success(`✓ ${t("decidedCase", { reference: review.reference })}`);
        if (autoNext === "on" && !canOnlyAdvise) await openNext();
        else router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  useEnter(() => {
    if (!isSubmitting) void decide();
  });
  const giveBack = () =>
    api(`/reviews/${review.caseId}/claim`, { method: "DELETE" }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  const noted = form.register("note");
  return (
    <form onSubmit={(event) => void decide(event)} noValidate className="flex flex-col gap-4">
      {canOnlyAdvise ? <p className="text-sm text-muted">{t("adviceOnly")}</p> : null}
      <RadioGroup<Outcome>
        legend={t("outcome")}
        value={outcome}
        onValueChange={choose}
        options={review.outcomes.map((value) => ({
          value,
          label: (
            <span className="inline-flex items-center gap-2">
              {reasonWords(`outcome.${value}`)}
              <span aria-hidden>
                <Kbd>{keyOf(value)}</Kbd>
              </span>
            </span>
          ),
        }))}
      />
      <ReasonChoices
        offered={DECISION_REASONS[outcome]}
        chosen={chosen}
        onToggle={toggle}
        error={words(errors.reasons)}
      />
      {outcome === "escalate" && inspection ? (
        <p className="text-sm">{suggested("inspectionLines", { lines: inspection.lines.join(", ") })}</p>
      ) : null}
      {outcome === "hold" ? (
        <TextField label={t("holdUntil")} type="date" error={words(errors.until)} {...form.register("until")} />
      ) : null}
      <Field label={t(outcome === "request_documents" ? "questionText" : "note")} error={words(errors.note)}>
        {(control) => (
          <Textarea
            {...control}
            {...noted}
            ref={(element) => {
              noted.ref(element);
              note.current = element;
            }}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.blur();
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          look={outcome === "refuse" ? "danger" : "primary"}
          disabled={isSubmitting}
          className="flex-1"
        >
          {t(canOnlyAdvise ? "advise" : "decide")}
        </Button>
        {canOnlyAdvise || !review.isPickable ? null : (
          <Button look="bare" onClick={() => void giveBack()}>
            {t("unclaim")}
          </Button>
        )}
        {canOnlyAdvise ? null : <SkipCase caseId={review.caseId} />}
      </div>
      {canOnlyAdvise ? null : (
        <Switch checked={autoNext === "on"} onCheckedChange={(on) => setAutoNext(on ? "on" : "off")}>
          {t("autoNext")}
        </Switch>
      )}
    </form>
  );
}
