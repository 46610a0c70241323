"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import * as z from "zod/mini";
import type { ReviewCaseView } from "@/contracts/views/review";
import { DECISION_REASONS, isAdvice, OUTCOMES, type Outcome } from "@/domain/review/decision";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Field } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Kbd } from "@/ui/parts/kbd";
import { RadioGroup } from "@/ui/parts/radio-group";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({
  outcome: z.enum(OUTCOMES),
  reasons: z.array(z.string()).check(z.minLength(1, "reason"), z.maxLength(12)),
  note: z.string().check(z.trim(), z.maxLength(2_000, "long")),
});

/** Outcome, structured reasons by number key, and a note. */
export function DecisionForm({ review }: { readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const reasonWords = useTranslations("reasons");
  const words = useErrorWords();
  const router = useRouter();
  const canOnlyAdvise = review.outcomes.some(isAdvice);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, {
    outcome: review.outcomes[0] ?? "pass",
    reasons: [],
    note: "",
  });
  const { errors, isSubmitting } = form.formState;
  const outcome = form.watch("outcome");
  const chosen = form.watch("reasons");
  const offered = DECISION_REASONS[outcome];
  const toggle = (code: string) => {
    const kept = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
    form.setValue("reasons", kept, { shouldValidate: form.formState.isSubmitted });
  };
  useShortcut(SHORTCUTS.review.reason, (key) => {
    const code = offered[Number(key) - 1];
    if (code) toggle(code);
  });
  const decide = form.handleSubmit(({ note, ...ruling }) =>
    api(`/reviews/${review.caseId}/decisions`, {
      method: "POST",
      json: { ...ruling, ...(note ? { note } : {}) },
    }).then(
      () => router.refresh(),
      (error: unknown) => showProblem(form, error),
    ),
  );
  const giveBack = () =>
    api(`/reviews/${review.caseId}/claim`, { method: "DELETE" }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <form onSubmit={(event) => void decide(event)} noValidate className="flex flex-col gap-4">
      {canOnlyAdvise ? <p className="text-sm text-muted">{t("adviceOnly")}</p> : null}
      <RadioGroup<Outcome>
        legend={t("outcome")}
        value={outcome}
        onValueChange={(next) => {
          form.setValue("outcome", next);
          form.setValue("reasons", []);
        }}
        options={review.outcomes.map((value) => ({ value, label: reasonWords(`outcome.${value}`) }))}
      />
      <fieldset aria-describedby={errors.reasons ? "reasons-error" : undefined}>
        <legend className="mb-1 text-xs font-medium text-muted">{t("reasons")}</legend>
        <div className="flex flex-col gap-1">
          {offered.map((code, index) => (
            <button
              key={code}
              type="button"
              aria-pressed={chosen.includes(code)}
              onClick={() => toggle(code)}
              className={cn(
                "flex min-h-8 items-center gap-2.5 rounded-md border px-2 text-left text-sm",
                chosen.includes(code) ? "border-accent bg-accent-soft font-medium text-accent" : "hover:bg-raised",
              )}
            >
              <Kbd className={chosen.includes(code) ? "border-accent text-accent" : ""}>{index + 1}</Kbd>
              {reasonWords(`decision.${code}`)}
              {chosen.includes(code) ? (
                <span aria-hidden className="ml-auto">
                  ✓
                </span>
              ) : null}
            </button>
          ))}
        </div>
        {errors.reasons ? (
          <p id="reasons-error" role="alert" className="mt-1 text-xs font-medium text-red">
            {words(errors.reasons)}
          </p>
        ) : null}
      </fieldset>
      <Field label={t("note")} error={words(errors.note)}>
        {(control) => <Textarea {...control} {...form.register("note")} />}
      </Field>
      <div className="flex gap-2">
        <Button
          type="submit"
          look={outcome === "refuse" ? "danger" : "primary"}
          disabled={isSubmitting}
          className="flex-1"
        >
          {t(canOnlyAdvise ? "advise" : "decide")}
        </Button>
        {canOnlyAdvise ? null : (
          <Button look="bare" onClick={() => void giveBack()}>
            {t("unclaim")}
          </Button>
        )}
      </div>
    </form>
  );
}
