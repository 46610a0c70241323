"use client";

import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";
import type { FieldsModel } from "./use-fields";

interface Props {
  readonly document: DocumentView;
  readonly model: FieldsModel;
  /** CSS width of a page. */
  readonly width: string;
  readonly isInverted: boolean;
}

/** The pages with a quiet box on everything that was read; what is looked at, on either side, stands out. */
export function PageView({ document, model, width, isInverted }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  return document.pages.map((page) => (
    <figure
      key={page.number}
      data-page={page.number}
      className={cn(
        "relative mx-auto mb-4 bg-white shadow-lift last:mb-0",
        isInverted ? "hue-rotate-180 invert" : "dark:brightness-90",
      )}
      style={{ aspectRatio: page.aspect, width }}
    >
      {/* The picture lies behind the session and is served as it is. */}
      <img
        src={`/api/v1/documents/${document.id}/pages/${page.number}/image`}
        alt={t("page", { number: page.number, count: document.pages.length })}
        className="size-full"
      />
      {model.fields.map((field) =>
        field.page === page.number && field.box ? (
          <button
            key={field.id}
            type="button"
            tabIndex={-1}
            data-box={field.id}
            aria-label={`${names(field.name)}: ${field.value}`}
            onClick={() => model.focus(field.id)}
            onMouseEnter={() => model.hover(field.id)}
            onMouseLeave={() => model.hover(null)}
            className={cn(
              "absolute rounded-[3px] transition-opacity duration-100",
              field.id === model.lit
                ? "z-10 bg-[oklch(0.78_0.11_203/0.3)] outline-2 outline-offset-1 outline-[oklch(0.5_0.1_203)]"
                : field.isUnsure
                  ? "bg-[oklch(0.88_0.14_88/0.28)] outline-[1.5px] outline-[oklch(0.62_0.13_70)]"
                  : "outline-1 outline-[oklch(0.55_0.06_203/0.35)] hover:bg-[oklch(0.8_0.1_203/0.14)]",
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
  ));
}
