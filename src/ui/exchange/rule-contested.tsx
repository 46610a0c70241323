"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AnswerView } from "@/contracts/views/exchange";
import { Card } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { RadioGroup } from "@/ui/parts/radio-group";
import { ReasonDialog } from "./reason-dialog";

interface Props {
  readonly messageId: string;
  readonly contested: "final" | "number";
  readonly answers: readonly AnswerView[];
  readonly mayAct: boolean;
}

/** Which of the answers that contradict each other counts; the ruling stands, whatever comes after it. */
export function RuleContested({ messageId, contested, answers, mayAct }: Props) {
  const t = useTranslations("exchange");
  const words = useTranslations("messageWords");
  const [receiptId, setReceiptId] = useState("");
  const eligible = answers.filter((each) => each.kind === "receipt" && each.meaning && each.outcome !== "duplicate");
  return (
    <Card aria-labelledby="contested">
      <div>
        <h2 id="contested" className="text-base font-semibold">
          {t("rule.title")}
        </h2>
        <p className="max-w-prose text-sm text-muted">{t(`rule.${contested}`)}</p>
      </div>
      {mayAct ? (
        <>
          <RadioGroup
            legend={t("rule.which")}
            value={receiptId}
            onValueChange={setReceiptId}
            options={eligible.map((each) => ({
              value: each.id,
              label: `${words(`meaning.${each.meaning}`)} (${each.status})`,
              detail: (
                <>
                  {each.returnedAt ? <Instant at={each.returnedAt} look="full" /> : null}
                  {each.entryNumber ? ` · ${t("facts.entryNumber")} ${each.entryNumber}` : null}
                </>
              ),
            }))}
          />
          <div>
            <ReasonDialog
              act={t("rule.now")}
              lead={t(`rule.${contested}`)}
              path={`/messages/${messageId}/ruling`}
              chosen={receiptId === "" ? null : { receiptId }}
              done={t("rule.done")}
              isPrimary
            />
          </div>
        </>
      ) : null}
    </Card>
  );
}
