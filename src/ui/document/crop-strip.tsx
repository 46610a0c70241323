"use client";

import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Crop } from "./crop";
import { MethodIcon } from "./method-icon";
import type { FieldsModel } from "./use-fields";

interface Props {
  readonly model: FieldsModel;
  readonly document: DocumentView;
}

/** The place of the value that is being checked, enlarged; it keeps its size, so that nothing jumps. */
export function CropStrip({ model, document }: Props) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const methods = useTranslations("method");
  const field = model.fields.find((each) => each.id === (model.active ?? model.lit));
  return (
    <div className="sticky top-12 z-10 md:top-0 border-b bg-page px-3 pb-2 pt-3">
      {field?.box ? (
        <Crop field={field} document={document} aspect={4.4} />
      ) : (
        <div className="flex aspect-[4.4] w-full items-center justify-center rounded-sm border border-dashed px-4 text-center text-sm text-muted">
          {field ? t("noPlace") : t("choose")}
        </div>
      )}
      <div className="mt-1.5 flex min-h-5 flex-wrap items-center gap-x-3 gap-y-0.5 text-xs">
        {field ? (
          <>
            <span className="font-medium">
              {field.line === null ? "" : `${field.line + 1}. `}
              {names(field.name)}
            </span>
            <span className="inline-flex items-center gap-1 text-muted">
              <MethodIcon method={field.method} className="size-3" />
              {methods(field.method)}
            </span>
            <span className="inline-flex items-center gap-1.5 text-muted">
              {t("confidence", { percent: Math.round(field.confidence * 100) })}
              <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-line">
                <span
                  className={`block h-full ${field.isUnsure ? "bg-yellow" : "bg-green"}`}
                  style={{ width: `${Math.round(field.confidence * 100)}%` }}
                />
              </span>
            </span>
            {field.raw && field.raw !== field.value ? (
              <span className="min-w-0 truncate text-muted">{t("readAs", { raw: field.raw })}</span>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
