import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Card } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";
import { DocumentNotes } from "./document-notes";

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
}

/** An archive or a message: nothing is read from it, but from what came out of it. */
export function ContainerPage({ document, reference }: Props) {
  const t = useTranslations("documents");
  const drop = useTranslations("drop");
  return (
    <div className="flex max-w-3xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={<span className="break-words">{document.fileName}</span>}
        lead={
          <>
            <Link href={`/broker/shipments/${document.shipmentId}?tab=documents`} className="text-accent">
              {reference}
            </Link>
            {" · "}
            {document.state === "read"
              ? t("opened", { count: document.contents?.length ?? 0 })
              : t(`state.${document.state}`, { read: 0, count: 0 })}
          </>
        }
      />
      <Card className="gap-2 text-sm">
        {document.rejection ? <p className="text-red">■ {drop(`rejection.${document.rejection}`)}</p> : null}
        <DocumentNotes document={document} />
      </Card>
    </div>
  );
}
