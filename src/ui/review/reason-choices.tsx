"use client";

import { useTranslations } from "next-intl";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { cn } from "@/ui/parts/cn";
import { Kbd } from "@/ui/parts/kbd";

interface Props {
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
  readonly error?: string | undefined;
}

/** The structured reasons of an outcome, each under the key of its number. */
export function ReasonChoices({ offered, chosen, onToggle, error }: Props) {
  const t = useTranslations("review");
  const reasonWords = useTranslations("reasons");
  useShortcut(SHORTCUTS.review.reason, (key) => {
    const code = offered[Number(key) - 1];
    if (code) onToggle(code);
  });
  return (
    <fieldset aria-describedby={error ? "reasons-error" : undefined}>
      <legend className="mb-1 text-xs font-medium text-muted">{t("reasons")}</legend>
      <div className="flex flex-col gap-1">
        {offered.map((code, index) => (
          <button
            key={code}
            type="button"
            data-reason
            aria-pressed={chosen.includes(code)}
            onClick={() => onToggle(code)}
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
      {error ? (
        <p id="reasons-error" role="alert" className="mt-1 text-xs font-medium text-red">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
