import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views";

/** The shipment's documents, each with its first page, what it is and what it still asks. */
export function DocumentCards({ documents }: { readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("documents");
  const types = useTranslations("documentType");
  const drop = useTranslations("drop");
  if (documents.length === 0) return <p className="px-6 py-12 text-center text-muted">{t("empty")}</p>;
  return (
    <ul className="grid gap-4 px-4 pt-5 sm:grid-cols-2 md:px-6 xl:grid-cols-3">
      {documents.map((document) => {
        const unsure = document.fields.filter((field) => field.isUnsure).length;
        return (
          <li key={document.id} className="relative flex gap-4 rounded-md border bg-panel p-4 hover:bg-raised">
            <div className="h-32 w-24 shrink-0 overflow-hidden rounded border bg-white">
              {/* The picture lies behind the session and is served as it is. */}
              {document.pages[0] ? (
                <img src={`/api/v1/documents/${document.id}/pages/1/image`} alt="" className="w-full" />
              ) : null}
            </div>
            <div className="flex min-w-0 flex-col gap-1">
              <Link
                href={`/broker/documents/${document.id}`}
                className="truncate font-medium text-accent after:absolute after:inset-0"
              >
                {document.fileName}
              </Link>
              <span>{document.type ? types(document.type) : "—"}</span>
              <span className="text-[13px] text-muted">
                {t(`state.${document.state}`, { read: document.pagesRead, count: document.pageCount ?? 0 })}
              </span>
              {document.rejection ? (
                <span className="text-[13px] text-red">{drop(`rejection.${document.rejection}`)}</span>
              ) : null}
              {unsure > 0 ? (
                <span className="text-[13px] font-medium text-yellow">▲ {t("unsure", { count: unsure })}</span>
              ) : null}
              <code className="mt-auto truncate text-[12px] text-muted">{document.sha256.slice(0, 16)}</code>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
