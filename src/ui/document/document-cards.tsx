import { Files } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Badge } from "@/ui/parts/badge";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { DocumentBounds } from "./document-bounds";
import { DocumentNotes } from "./document-notes";
import { FirstPage } from "./first-page";
import { differingSums } from "./line-figures";
import { openCounts } from "./open-fields";
import { PlaceAll } from "./place-all";

/** The shipment's documents, each with its first page, what it is, what was read and what it still asks. */
export function DocumentCards({ documents }: { readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("documents");
  const counts = openCounts(documents).ofDocument;
  if (documents.length === 0)
    return (
      <EmptyState
        icon={Files}
        words={t("empty")}
        action={
          <label
            htmlFor="files"
            className="inline-flex min-h-8 items-center rounded-md bg-accent px-3 font-medium text-accent-text"
          >
            {t("choose")}
          </label>
        }
      />
    );
  return (
    <>
      <PlaceAll documents={documents} />
      <ul className="grid grid-cols-1 gap-3 px-4 pt-4 md:px-6 lg:grid-cols-2 2xl:grid-cols-3">
        {documents.map((document) => (
          <DocumentCard key={document.id} document={document} open={counts.get(document.id) ?? 0} />
        ))}
      </ul>
      <DocumentBounds documents={documents} />
    </>
  );
}

interface CardProps {
  readonly document: DocumentView;
  /** How many values a person must look at. */
  readonly open: number;
}

function DocumentCard({ document, open }: CardProps) {
  const t = useTranslations("documents");
  const types = useTranslations("documentType");
  const rejections = useTranslations("rejections");
  const validation = useTranslations("validation");
  const isSound = differingSums(document.fields).length === 0;
  const confirmed = document.fields.filter((field) => field.status !== "suggested").length;
  return (
    <li className="relative flex gap-4 rounded-md border bg-panel p-3 hover:bg-raised">
      <FirstPage
        document={document}
        className={document.rejection || document.contents ? "h-16 w-12 sm:w-[6.4rem]" : "h-36 w-[6.4rem]"}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1 text-sm">
        <Link
          href={`/broker/documents/${document.id}`}
          className="truncate text-base font-semibold text-accent no-underline after:absolute after:inset-0"
        >
          {document.fileName}
        </Link>
        <span className="flex flex-wrap items-center gap-1.5">
          {document.type ? <Badge>{types(document.type)}</Badge> : null}
          {document.typeConfidence === null ? null : (
            <span className="text-xs text-muted">
              {t("sureness", { percent: Math.round(document.typeConfidence * 100) })}
            </span>
          )}
        </span>
        <span className="text-muted">
          {document.contents
            ? t("opened", { count: document.contents.length })
            : t(`state.${document.state}`, { read: document.pagesRead, count: document.pageCount ?? 0 })}
          {document.pages.length > 0 && (document.firstPage > 1 || (document.lastPage ?? 1) > document.pages.length)
            ? ` · ${t("pagesOfFile", { from: document.firstPage, to: document.lastPage ?? document.firstPage })}`
            : ""}
          {document.fields.length > 0 ? ` · ${t("values", { count: document.fields.length, confirmed })}` : ""}
        </span>
        {document.rejection ? <span className="text-red">■ {rejections(document.rejection)}</span> : null}
        {open > 0 ? (
          <span className="font-medium text-yellow">▲ {t("unsure", { count: open })}</span>
        ) : document.state === "read" && !document.contents && document.type !== "other" ? (
          <span className={isSound ? "text-green" : "text-yellow"}>
            {isSound ? `✓ ${t("sure")}` : `≠ ${validation("sumsDiffer")}`}
          </span>
        ) : null}
        <DocumentNotes document={document} />
        <span className="mt-auto flex flex-wrap gap-x-3 text-xs text-muted">
          <Instant at={document.uploadedAt} />
          <code className="truncate">sha256 {document.sha256.slice(0, 12)}</code>
        </span>
      </div>
    </li>
  );
}
