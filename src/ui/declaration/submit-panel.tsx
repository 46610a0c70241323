"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import type { ShipmentView } from "@/contracts/views";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { api, isAnswer, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Lodged {
  readonly version: number;
  readonly lane: "green" | "blue" | "yellow" | "red";
  readonly score: number;
}

/** Says what lodging will do, and does it once, however often the button is pressed. */
export function SubmitPanel({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("submit");
  const router = useRouter();
  const { declaration } = shipment;
  const { key, renew } = useKey(`${shipment.id}:${declaration.version ?? 0}`);
  const [security, setSecurity] = useState<"guarantee" | "payment">("guarantee");
  const [isAcknowledged, setAcknowledged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [lodged, setLodged] = useState<Lodged | null>(null);
  const errors = declaration.issues.filter((issue) => issue.severity === "error").length;
  const warnings = declaration.issues.filter((issue) => issue.severity === "warning");
  const canLodge = shipment.gates[0] !== undefined && takesDeclaration(shipment.gates[0].state);
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
    <section className="sticky top-20 flex flex-col gap-4 rounded-md border bg-panel p-4">
      <h2 className="text-sm font-semibold">
        {declaration.version === null ? t("title") : t("lodged", { version: declaration.version })}
      </h2>
      <ul className="flex flex-col gap-1 text-[13px]">
        <li className={errors > 0 ? "text-red" : "text-green"}>
          {errors > 0 ? `■ ${t("errors", { count: errors })}` : `✓ ${t("noErrors")}`}
        </li>
        {declaration.tax ? (
          <li>{t("tax", { total: declaration.tax.total, currency: declaration.tax.currency })}</li>
        ) : null}
      </ul>
      {canLodge ? (
        <>
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-[12px] font-medium text-muted">{t("security")}</legend>
            {(["guarantee", "payment"] as const).map((each) => (
              <label key={each} className="flex min-h-7 items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="security"
                  checked={security === each}
                  onChange={() => setSecurity(each)}
                  className="size-4 accent-accent"
                />
                {t(each)}
              </label>
            ))}
          </fieldset>
          {warnings.length > 0 ? (
            <label className="flex items-start gap-2 text-[13px]">
              <input
                type="checkbox"
                checked={isAcknowledged}
                onChange={(event) => setAcknowledged(event.target.checked)}
                className="mt-0.5 size-4 accent-accent"
              />
              {t("acknowledge", { count: warnings.length })}
            </label>
          ) : null}
          <p className="text-[13px] text-muted">{t("what")}</p>
          <Button
            onClick={() => void submit()}
            disabled={isBusy || errors > 0 || (warnings.length > 0 && !isAcknowledged)}
          >
            {isBusy ? t("sending") : declaration.version === null ? t("submit") : t("amend")}
          </Button>
          <p className="text-[12px] text-muted">
            {t("key")} <code data-testid="idempotency-key">{key.slice(0, 8)}</code> · {t("safe")}
          </p>
        </>
      ) : null}
      <p role="status" className="flex flex-wrap items-center gap-2 text-sm font-medium">
        {lodged ? (
          <>
            {t("done", { version: lodged.version })} <LaneBadge lane={lodged.lane} />
          </>
        ) : null}
      </p>
    </section>
  );
}

/** One key for one submission; it outlives a reload, so that pressing again after a lost answer is the same request. */
function useKey(submission: string): { readonly key: string; readonly renew: () => void } {
  const place = `submission:${submission}`;
  const [key, setKey] = useState("");
  const make = () => {
    const fresh = newKey();
    sessionStorage.setItem(place, fresh);
    setKey(fresh);
  };
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (kept) return setKey(kept);
    const fresh = newKey();
    sessionStorage.setItem(place, fresh);
    return setKey(fresh);
  }, [place]);
  return { key, renew: make };
}
