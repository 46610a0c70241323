import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { PageHeader } from "@/ui/parts/page-header";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { openCounts } from "./open-fields";

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
  /** The documents of its shipment. */
  readonly siblings: readonly DocumentView[];
}

/** An archive or a message: nothing is read from it, but from what came out of it. */
export function ContainerPage({ document, reference, siblings }: Props) {
  const t = useTranslations("documents");
  const intake = useTranslations("intake");
  const rejections = useTranslations("rejections");
  const contents = document.contents ?? [];
  const counts = openCounts(siblings).ofDocument;
  return (
    <div className="flex max-w-4xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={<span className="break-words">{document.fileName}</span>}
        lead={
          <>
            <Link
              href={`/broker/shipments/${document.shipmentId}?tab=documents`}
              className="text-accent underline underline-offset-2"
            >
              {reference}
            </Link>
            {" · "}
            {document.state === "read"
              ? t("opened", { count: contents.length })
              : t(`state.${document.state}`, { read: 0, count: 0 })}
            {" · "}
            <Instant at={document.uploadedAt} />
          </>
        }
      />
      {document.rejection ? <p className="text-sm text-red">■ {rejections(document.rejection)}</p> : null}
      {contents.length > 0 ? (
        <Table label={intake("contents")} isStacked>
          <thead>
            <tr>
              <TableHead className="text-left">{intake("contents")}</TableHead>
              <TableHead className="text-left">{intake("became")}</TableHead>
              <TableHead className="text-left">{intake("stands")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {contents.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the container is what tells two entries of a name apart
              <ContentRow key={index} entry={entry} siblings={siblings} counts={counts} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly entry: NonNullable<DocumentView["contents"]>[number];
  /** The documents of the container's shipment, and how many values of each a person must look at. */
  readonly siblings: readonly DocumentView[];
  readonly counts: ReadonlyMap<string, number>;
}

function ContentRow({ entry: { path, documentId, isDuplicate, reason }, siblings, counts }: RowProps) {
  const t = useTranslations("documents");
  const intake = useTranslations("intake");
  const rejections = useTranslations("rejections");
  const types = useTranslations("documentType");
  const paper = siblings.find(({ id }) => id === documentId);
  const open = counts.get(documentId ?? "") ?? 0;
  return (
    <TableRow>
      <TableCell className="break-words max-lg:font-medium">
        {documentId ? (
          <Link href={`/broker/documents/${documentId}`} className="text-accent underline underline-offset-2">
            {path}
          </Link>
        ) : (
          path
        )}
      </TableCell>
      <TableCell className="max-lg:empty:hidden">{paper?.type ? <Badge>{types(paper.type)}</Badge> : null}</TableCell>
      <TableCell className="text-muted">
        {reason ? rejections(reason) : null}
        {isDuplicate ? intake("hereBefore") : null}
        {documentId && !paper && !isDuplicate ? intake("elsewhere") : null}
        {paper && paper.state !== "read"
          ? t(`state.${paper.state}`, { read: paper.pagesRead, count: paper.pageCount ?? 0 })
          : null}
        {paper?.state === "read" && open > 0 ? (
          <span className="text-yellow">▲ {t("unsure", { count: open })}</span>
        ) : null}
        {paper?.state === "read" && open === 0 ? t("state.read", { read: 0, count: paper.pageCount ?? 0 }) : null}
      </TableCell>
    </TableRow>
  );
}
