"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/ui/parts/badge";
import type { ValidationModel } from "./model";

/** What the paper is and how far it is checked; the loupe of the first values lies over it. */
export function DocumentSummary({ model }: { readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  const types = useTranslations("documentType");
  const documents = useTranslations("documents");
  const { document, fields, open, counts, asked } = model;
  const settled = fields.filter((field) => field.status !== "suggested").length;
  const done = fields.length - fields.filter((field) => open.includes(field)).length;
  const share = fields.length === 0 ? 0 : Math.round((done / fields.length) * 100);
  return (
    <div className="flex flex-col min-[900px]:min-h-22 justify-center gap-1 border-b bg-rail px-3 py-2 text-sm">
      <div className="flex min-w-0 items-center gap-2">
        {document.type ? <Badge>{types(document.type)}</Badge> : null}
        <span className="min-w-0 truncate font-medium" title={document.fileName}>
          {document.fileName}
        </span>
        {document.typeConfidence === null ? null : (
          <span className="ml-auto whitespace-nowrap text-xs text-muted">
            {documents("sureness", { percent: Math.round(document.typeConfidence * 100) })}
          </span>
        )}
      </div>
      <div aria-hidden className="h-1 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-green" style={{ width: `${share}%` }} />
      </div>
      <p className="text-xs text-muted">
        {t("summary", { count: fields.length, open: counts.get(document.id) ?? 0, settled, asked: asked.length })}
      </p>
    </div>
  );
}
