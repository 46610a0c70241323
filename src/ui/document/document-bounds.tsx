"use client";

import { Scissors, Unlink2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Button } from "@/ui/parts/button";
import { useAct } from "./document-notes";

/** The files of several pages, with the bounds of the documents in each, which a person may move. */
export function DocumentBounds({ documents }: { readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("intake");
  const files = filesOf(documents);
  if (files.length === 0) return null;
  return (
    <section aria-label={t("bounds")} className="flex flex-col gap-3 px-4 pt-4 md:px-6">
      {files.map((parts) => (
        <details key={parts[0]?.receivedAsId} className="rounded-md border bg-panel" open={parts.length > 1}>
          <summary className="cursor-pointer px-3 py-2 text-sm">
            <strong className="font-semibold">{parts[0]?.fileName}</strong>{" "}
            <span className="text-muted">{t("holds", { count: parts.length, pages: pagesOf(parts) })}</span>
          </summary>
          <Pages parts={parts} />
        </details>
      ))}
    </section>
  );
}

/** Files of which at least two pages are read, each with its documents in order. */
function filesOf(documents: readonly DocumentView[]): readonly (readonly DocumentView[])[] {
  const read = documents.filter((document) => document.state === "read" && document.pages.length > 0);
  return [...new Set(read.map((document) => document.receivedAsId))]
    .map((file) => read.filter((each) => each.receivedAsId === file).sort((a, b) => a.firstPage - b.firstPage))
    .filter((parts) => pagesOf(parts) > 1 && !parts.some(isWhole));
}

function pagesOf(parts: readonly DocumentView[]): number {
  return parts.reduce((sum, part) => sum + part.pages.length, 0);
}

/** An invoice that carries its data is the whole file. */
function isWhole(document: DocumentView): boolean {
  return document.fields.some((field) => field.method === "embedded_xml");
}

function Pages({ parts }: { readonly parts: readonly DocumentView[] }) {
  const t = useTranslations("intake");
  const types = useTranslations("documentType");
  return (
    <ol className="flex flex-wrap items-stretch gap-x-1 gap-y-3 border-t p-3">
      {parts.flatMap((part, at) =>
        part.pages.map((page, index) => (
          <li key={`${part.id}-${page.number}`} className="flex items-stretch gap-1">
            {index > 0 ? (
              <Bound part={part} page={page.number} />
            ) : at > 0 ? (
              <Seam part={part} before={parts[at - 1]} />
            ) : null}
            <span className="flex w-24 flex-col gap-1 text-xs">
              <span className="min-h-8 font-medium">
                {index === 0 ? types(part.type ?? "other") : <span className="sr-only">{t("goesOn")}</span>}
              </span>
              <span className="h-32 overflow-hidden rounded-sm border bg-white">
                <img
                  src={`/api/v1/documents/${part.id}/pages/${page.number}/image`}
                  alt={t("pageOf", { number: page.number })}
                  loading="lazy"
                  className="w-full"
                />
              </span>
              <span className="text-center text-muted">{page.number}</span>
            </span>
          </li>
        )),
      )}
    </ol>
  );
}

/** Between two pages of one document: another one may begin here. */
function Bound({ part, page }: { readonly part: DocumentView; readonly page: number }) {
  const t = useTranslations("intake");
  const { act, isBusy } = useAct();
  const words = t("splitAt", { number: page });
  return (
    <Button
      look="bare"
      size="tiny"
      className="my-auto"
      disabled={isBusy}
      aria-label={words}
      title={words}
      onClick={() => act(`/documents/${part.id}/split`, "POST", { page })}
    >
      <Scissors aria-hidden />
    </Button>
  );
}

/** Between two documents: they may be one. */
function Seam({ part, before }: { readonly part: DocumentView; readonly before: DocumentView | undefined }) {
  const t = useTranslations("intake");
  const { act, isBusy } = useAct();
  const words = t("joinAt", { number: part.firstPage });
  // A document between them that was moved to another shipment keeps them apart.
  if (before?.lastPage !== part.firstPage - 1) return <span aria-hidden className="mx-2 border-l-2" />;
  return (
    <Button
      look="quiet"
      size="tiny"
      className="mx-1 my-auto h-32"
      disabled={isBusy}
      aria-label={words}
      title={words}
      onClick={() => act(`/documents/${part.id}/join`, "POST")}
    >
      <Unlink2 aria-hidden />
    </Button>
  );
}
