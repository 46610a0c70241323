"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { DECISION_REASONS } from "@/domain/review/decision";
import type { Lane } from "@/domain/selectivity/lanes";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { RadioGroup } from "@/ui/parts/radio-group";
import { ReasonChoices } from "./reason-choices";
import { useEnter } from "./use-enter";

interface Props {
  readonly id: string;
  readonly lane: Lane;
}

type Opinion = "pass" | "refuse";

/** What the officer would have ruled. The goods are decided; it moves nothing. */
export function SecondOpinionForm({ id, lane }: Props) {
  const t = useTranslations("review");
  const words = useTranslations("reasons");
  const router = useRouter();
  const [outcome, setOutcome] = useState<Opinion>("pass");
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const choose = (next: Opinion) => {
    setOutcome(next);
    setReasons([]);
  };
  useShortcut(SHORTCUTS.review.release, () => choose("pass"));
  useShortcut(SHORTCUTS.review.refuse, () => choose("refuse"));
  const send = () =>
    api(`/second-reviews/${id}/opinion`, { method: "POST", json: { outcome, reasons } }).then(
      () => {
        toast.success(t("blind.kept"));
        router.push("/compliance/reviews");
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  useEnter(() => {
    if (reasons.length > 0) void send();
  });
  const offered = outcome === "pass" && lane === "red" ? DECISION_REASONS.examined_pass : DECISION_REASONS[outcome];
  return (
    <Card aria-label={t("blind.title")} className="self-start lg:sticky lg:top-16">
      <h2 className="text-base font-semibold">{t("blind.title")}</h2>
      <p className="text-sm text-muted">{t("blind.lead")}</p>
      <RadioGroup<Opinion>
        legend={t("outcome")}
        value={outcome}
        onValueChange={choose}
        options={(["pass", "refuse"] as const).map((value) => ({ value, label: words(`outcome.${value}`) }))}
      />
      <ReasonChoices
        offered={offered}
        chosen={reasons}
        onToggle={(code) =>
          setReasons((known) => (known.includes(code) ? known.filter((each) => each !== code) : [...known, code]))
        }
      />
      <Button disabled={reasons.length === 0} onClick={() => void send()}>
        {t("blind.send")}
      </Button>
    </Card>
  );
}
