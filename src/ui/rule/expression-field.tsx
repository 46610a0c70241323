"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { Field } from "@/ui/parts/field";
import { Textarea } from "@/ui/parts/textarea";

interface Props {
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
  readonly area: Ref<HTMLTextAreaElement>;
}

/** The expression as it is written, read at every key: what is wrong stands below it with its place. */
export function ExpressionField({ value, isReadOnly, onChange, area }: Props) {
  const t = useTranslations("rules");
  const parsed = parseRule(value);
  const fault = parsed.ok ? null : parsed.error;
  const words = fault
    ? [
        t("faultAt", {
          at: fault.at + 1,
          words: t(`fault.${fault.kind}`, { found: fault.found, expected: fault.expected }),
        }),
        fault.nearest ? t("nearest", { name: fault.nearest }) : "",
      ].join(" ")
    : undefined;
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("expression")} hint={t("expressionHint")} error={words}>
        {(control) => (
          <Textarea
            {...control}
            ref={area}
            value={value}
            readOnly={isReadOnly}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
            className="min-h-28 font-mono"
          />
        )}
      </Field>
      {fault && fault.kind !== "empty" ? (
        <p aria-hidden className="break-all rounded-md border bg-raised px-2 py-1 font-mono text-xs">
          {value.slice(Math.max(0, fault.at - 40), fault.at)}
          <mark className="rounded-sm bg-red-soft text-red underline decoration-wavy">
            {value.slice(fault.at, fault.at + Math.max(1, fault.length)) || " "}
          </mark>
          {value.slice(fault.at + Math.max(1, fault.length), fault.at + 40)}
        </p>
      ) : null}
      {fault ? null : (
        <p className="flex items-center gap-1 text-xs text-green" role="status">
          <CircleCheck aria-hidden className="size-3" />
          {t("readable")}
        </p>
      )}
    </div>
  );
}
