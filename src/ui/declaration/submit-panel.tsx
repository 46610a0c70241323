"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ShipmentView } from "@/contracts/views/shipment";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { type Lane, LaneBadge } from "@/ui/gate/lane";
import { Amount } from "@/ui/parts/amount";
import { api, isAnswer, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { Checkbox } from "@/ui/parts/checkbox";
import { RadioGroup } from "@/ui/parts/radio-group";
import { panelWords } from "./standing";
import { useSubmissionKey } from "./submission-key";
import { Withdraw } from "./withdraw";

interface Lodged {
  readonly version: number;
  readonly lane: Lane;
  readonly score: number;
}

type Security = "guarantee" | "payment";

/** Says what lodging will do, and does it once, however often the button is pressed. */
export function SubmitPanel({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("submit");
  const router = useRouter();
  const { declaration } = shipment;
  const { key, renew } = useSubmissionKey(`${shipment.id}:${declaration.version ?? 0}`);
  const [security, setSecurity] = useState<Security>("guarantee");
  const [isAcknowledged, setAcknowledged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [lodged, setLodged] = useState<Lodged | null>(null);
  const errors = declaration.issues.filter((issue) => issue.severity === "error").length;
  const warnings = declaration.issues.filter((issue) => issue.severity === "warning");
  const canLodge = shipment.gates[0] !== undefined && takesDeclaration(shipment.gates[0].state);
  const words = panelWords(shipment);
  // What this page lodged it says until that very version is withdrawn.
  const isTakenBack = shipment.declarationState === "withdrawn" && lodged?.version === declaration.version;
  const submit = async () => {
    setBusy(true);
    const acknowledged = warnings.map((issue) => `${issue.code}:${issue.pointer.slice(1).replaceAll("/", ".")}`);
    try {
      setLodged(
        await api<Lodged>(`/shipments/${shipment.id}/declarations`, {
          method: "POST",
          json: { security, acknowledged },
          headers: { "idempotency-key": key },
        }),
      );
      router.refresh();
    } catch (error) {
      toast.error(wordsOf(error));
      // An answer was given: what is sent next is another request. A lost one may have been a yes, so its key stays.
      if (isAnswer(error)) renew();
    }
    setBusy(false);
  };
  return (
    <Card className="top-16 lg:sticky">
      <h2 className="text-base font-semibold">{t(words.title, { version: declaration.version ?? 0 })}</h2>
      <ul className="flex flex-col gap-1 text-sm">
        <li className={errors > 0 ? "font-medium text-red" : "text-green"}>
          {errors > 0 ? `■ ${t("errors", { count: errors })}` : `✓ ${t("noErrors")}`}
        </li>
        <li className={warnings.length > 0 ? "font-medium text-yellow" : "text-green"}>
          {warnings.length > 0 ? `▲ ${t("warnings", { count: warnings.length })}` : `✓ ${t("noWarnings")}`}
        </li>
        {declaration.tax ? (
          <li className="mt-1 flex items-baseline justify-between border-t pt-2">
            <span className="text-muted">{t("tax")}</span>
            <Amount value={declaration.tax.total} currency={declaration.tax.currency} className="font-semibold" />
          </li>
        ) : null}
      </ul>
      <Withdraw shipment={shipment} />
      {canLodge ? (
        <>
          <RadioGroup<Security>
            legend={t("security")}
            value={security}
            onValueChange={setSecurity}
            options={(["guarantee", "payment"] as const).map((value) => ({
              value,
              label: t(value),
              detail: t(`${value}Detail`),
            }))}
          />
          {warnings.length > 0 ? (
            <Checkbox checked={isAcknowledged} onCheckedChange={setAcknowledged}>
              {t("acknowledge", { count: warnings.length })}
            </Checkbox>
          ) : null}
          <div className="text-sm text-muted">
            <p className="mb-1 text-xs font-medium">{t("what")}</p>
            <ol className="flex list-decimal flex-col gap-0.5 pl-4">
              <li>{t("whatDeclaration")}</li>
              <li>{t(security === "guarantee" ? "whatGuarantee" : "whatPayment")}</li>
              <li>{t("whatLane")}</li>
            </ol>
          </div>
          <div>
            <Button
              className="w-full"
              onClick={() => void submit()}
              disabled={isBusy || errors > 0 || (warnings.length > 0 && !isAcknowledged)}
            >
              <Send aria-hidden />
              {isBusy ? t("sending") : t(words.act)}
            </Button>
            <p className="mt-1.5 text-xs text-muted">
              {t("key")}{" "}
              <code data-testid="idempotency-key" title={key}>
                {key.slice(0, 8)}
              </code>{" "}
              · {t("safe")}
            </p>
          </div>
        </>
      ) : declaration.idempotencyKey ? (
        <p className="text-xs text-muted">
          {t("key")} <code className="break-all">{declaration.idempotencyKey}</code>
        </p>
      ) : null}
      <p role="status" className="flex flex-wrap items-center gap-2 text-sm font-medium empty:hidden">
        {lodged && !isTakenBack ? (
          <>
            {t("done", { version: lodged.version })} <LaneBadge lane={lodged.lane} />
          </>
        ) : null}
      </p>
    </Card>
  );
}
