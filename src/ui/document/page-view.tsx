"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { DocumentView, FieldView } from "@/contracts/views";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly document: DocumentView;
  readonly fields: readonly FieldView[];
  readonly active: string | null;
  readonly onActivate: (fieldId: string) => void;
  readonly onHover: (fieldId: string) => void;
}

/** The pages with a box on everything that was read. */
export function PageView({ document, fields, active, onActivate, onHover }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    scroller.current?.querySelector(`[data-box="${active}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [active]);
  if (document.pages.length === 0) return <p className="p-8 text-center text-muted">{t(`state.${document.state}`)}</p>;
  return (
    <section ref={scroller} aria-label={t("pages")} className="h-full overflow-auto bg-raised p-4">
      {document.pages.map((page) => (
        <figure
          key={page.number}
          className="relative mx-auto mb-4 w-full max-w-4xl bg-white"
          style={{ aspectRatio: page.aspect }}
        >
          {/* The picture lies behind the session and is served as it is. */}
          <img
            src={`/api/v1/documents/${document.id}/pages/${page.number}/image`}
            alt={t("page", { number: page.number, count: document.pages.length })}
            className="size-full"
          />
          {fields.map((field) =>
            field.page === page.number && field.box ? (
              <button
                key={field.id}
                type="button"
                tabIndex={-1}
                data-box={field.id}
                aria-label={`${names(field.name)}: ${field.value}`}
                onClick={() => onActivate(field.id)}
                onMouseEnter={() => onHover(field.id)}
                className={cn(
                  "absolute rounded-sm border",
                  field.id === active
                    ? "border-2 border-[oklch(0.5_0.12_200)] bg-[oklch(0.8_0.12_200/0.28)]"
                    : field.isUnsure
                      ? "border-[oklch(0.6_0.14_70)] bg-[oklch(0.85_0.15_85/0.2)]"
                      : "border-[oklch(0.6_0.08_200/0.5)]",
                )}
                style={{
                  left: `${field.box.x * 100 - 0.3}%`,
                  top: `${field.box.y * 100 - 0.2}%`,
                  width: `${field.box.width * 100 + 0.6}%`,
                  height: `${field.box.height * 100 + 0.4}%`,
                }}
              />
            ) : null,
          )}
        </figure>
      ))}
    </section>
  );
}
