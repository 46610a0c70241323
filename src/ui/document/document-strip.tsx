import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { FirstPage } from "./first-page";
import { openCounts } from "./open-fields";

/** The papers of a shipment in a row, each with its first page. */
export function DocumentStrip({ documents }: { readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("documents");
  const types = useTranslations("documentType");
  const rejections = useTranslations("rejections");
  const counts = openCounts(documents).ofDocument;
  if (documents.length === 0) return <p className="text-sm text-muted">{t("empty")}</p>;
  return (
    <ul className="flex flex-wrap gap-3">
      {documents.map((document) => {
        const open = counts.get(document.id) ?? 0;
        return (
          <li
            key={document.id}
            className="relative flex w-full items-center gap-3 rounded-md border bg-panel p-2 hover:bg-raised sm:w-64"
          >
            <FirstPage document={document} className="h-16 w-12" />
            <span className="flex min-w-0 flex-col text-sm">
              <Link
                href={`/broker/documents/${document.id}`}
                className="truncate font-medium text-accent no-underline after:absolute after:inset-0"
              >
                {document.type ? types(document.type) : document.fileName}
              </Link>
              {document.type ? <span className="truncate text-xs text-muted">{document.fileName}</span> : null}
              {document.rejection ? (
                <span className="text-xs text-red">■ {rejections(document.rejection)}</span>
              ) : open > 0 ? (
                <span className="text-xs font-medium text-yellow">▲ {t("unsure", { count: open })}</span>
              ) : (
                <span className="text-xs text-muted">
                  {t(`state.${document.state}`, { read: document.pagesRead, count: document.pageCount ?? 0 })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
