"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { FieldView } from "@/contracts/views/document";
import { failsCheckDigit } from "@/domain/document/transport-number";
import { Tooltip } from "@/ui/parts/tooltip";
import { MethodIcon } from "./method-icon";
import { isEmptySlot } from "./slots";

/** By which way the value came to be known, who vouched for it and when, and what the machine had read. */
export function FieldOrigin({ field }: { readonly field: FieldView }) {
  const words = useOriginWords(field);
  if (isEmptySlot(field)) return <span />;
  return (
    <Tooltip words={words} side="left">
      <span
        role="img"
        aria-label={words}
        className="inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-raised"
      >
        <MethodIcon method={field.method} />
      </span>
    </Tooltip>
  );
}

/** The same in a sentence. */
export function useOriginWords(field: FieldView): string {
  const t = useTranslations("validation.origin");
  const methods = useTranslations("method");
  const locale = useLocale();
  const timeZone = useTimeZone();
  const clock = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
    ...{ day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone,
  });
  const when = field.confirmedAt ? clock.format(new Date(field.confirmedAt)) : t("now");
  const parts = [
    t("by", { method: methods(field.method) }),
    field.method === "typed" ? null : t("sure", { percent: Math.round(field.confidence * 100) }),
    field.isUnsure && failsCheckDigit(field.name, field.value) ? t("checkDigit") : null,
    field.confirmedBy ? t(`settled.${field.status}`, { who: field.confirmedByName ?? t("somebody"), when }) : null,
    field.machineValue === null ? null : t("machine", { value: field.machineValue }),
    field.precedence ? t(field.precedence) : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
