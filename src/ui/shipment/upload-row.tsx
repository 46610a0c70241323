"use client";

import { CircleAlert, CircleCheck, FileText, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DocumentView } from "@/contracts/views/document";
import { useLive } from "@/ui/frame/live";
import { api } from "@/ui/parts/api-client";
import { Badge } from "@/ui/parts/badge";
import { Progress } from "@/ui/parts/progress";
import { UploadFields } from "./upload-fields";

export interface UploadState {
  readonly key: string;
  readonly file: File;
  readonly sentShare: number;
  readonly document: DocumentView | null;
  readonly isDuplicate: boolean;
  readonly problem: string | null;
}

interface Props {
  readonly upload: UploadState;
  /** Where the server tells of the document. */
  readonly livePath: string;
  readonly onDismiss: () => void;
}

/** Sending is a small part of the way; the rest is reading. */
const SENDING_SHARE = 0.2;

/** A file on its way: sent, read page by page, known by its type and its fields, or refused with the reason. */
export function UploadRow({ upload, livePath, onDismiss }: Props) {
  const t = useTranslations("drop");
  const types = useTranslations("documentType");
  const rejections = useTranslations("rejections");
  const document = useFollowed(upload.document, livePath);
  const status = statusOf(upload, document);
  const isUnderWay = status === "sending" || status === "reading";
  const read = document?.pageCount ? document.pagesRead / document.pageCount : 0;
  const share = document ? SENDING_SHARE + (1 - SENDING_SHARE) * read : SENDING_SHARE * upload.sentShare;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-x-3 px-3 py-2.5">
      <Thumbnail file={upload.file} document={document} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {status === "read" ? <CircleCheck aria-hidden className="size-4 text-green" /> : null}
          {status === "refused" ? <CircleAlert aria-hidden className="size-4 text-red" /> : null}
          <span className="max-w-full truncate font-medium">{upload.file.name}</span>
          {document?.type ? <Badge>{types(document.type)}</Badge> : null}
          <span role="status" className="text-sm text-muted">
            {status === "sending" ? t("sending", { share: Math.round(upload.sentShare * 100) }) : null}
            {status === "reading"
              ? t("reading", { read: document?.pagesRead ?? 0, count: document?.pageCount ?? 0 })
              : null}
            {status === "read" ? readWords(document, t) : null}
            {upload.isDuplicate ? ` · ${t("duplicate")}` : null}
          </span>
        </div>
        {status === "refused" ? (
          <p className="text-sm text-red">{upload.problem ?? rejections(document?.rejection ?? "unreadable")}</p>
        ) : null}
        {isUnderWay ? (
          <div className="mt-2 max-w-xl">
            <Progress share={share} label={t("progress", { name: upload.file.name })} />
          </div>
        ) : null}
        {document ? <UploadFields fields={document.fields} /> : null}
      </div>
      <div className="flex items-start gap-2">
        {document ? (
          <Link
            href={`/broker/shipments/${document.shipmentId}`}
            className="hidden min-h-6 items-center text-sm text-accent underline underline-offset-2 sm:inline-flex"
          >
            {t("openShipment")}
          </Link>
        ) : null}
        {isUnderWay ? null : (
          <button
            type="button"
            onClick={onDismiss}
            aria-label={t("dismiss", { name: upload.file.name })}
            className="inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-raised"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
      </div>
    </li>
  );
}

/** How much was read; of an archive or a message, what came out of it; of a language that is not read, that. */
function readWords(document: DocumentView | null, t: ReturnType<typeof useTranslations<"drop">>): string {
  if (document?.contents)
    return t("opened", {
      count: document.contents.length,
      documents: document.contents.filter((each) => each.documentId !== null).length,
    });
  if (document?.unreadScript) return t("languageUnread");
  return t("read", { count: document?.fields.length ?? 0 });
}

/** The picture that was sent, at once; of other files the first page as soon as it is drawn. */
function Thumbnail({ file, document }: { readonly file: File; readonly document: DocumentView | null }) {
  const [preview, setPreview] = useState<string | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const isPicture = file.type === "image/png" || file.type === "image/jpeg";
  useEffect(() => {
    if (!isPicture) return;
    const url = URL.createObjectURL(file);
    setPreview(url);
    return () => URL.revokeObjectURL(url);
  }, [file, isPicture]);
  const [first] = document?.pages ?? [];
  const source = preview ?? (first && document ? `/api/v1/documents/${document.id}/pages/${first.number}/image` : null);
  return (
    <span className="flex h-14 w-11 items-center justify-center overflow-hidden rounded-sm border bg-white">
      {source && source !== broken ? (
        <img src={source} alt="" onError={() => setBroken(source)} className="size-full object-cover object-top" />
      ) : (
        <FileText aria-hidden className="size-5 text-neutral-400" strokeWidth={1.5} />
      )}
    </span>
  );
}

type Status = "sending" | "reading" | "read" | "refused";

function statusOf(upload: UploadState, document: DocumentView | null): Status {
  if (upload.problem || document?.state === "rejected" || document?.state === "failed") return "refused";
  if (!document) return "sending";
  return document.state === "read" ? "read" : "reading";
}

/** The document as the server's events tell of it. */
function useFollowed(initial: DocumentView | null, livePath: string): DocumentView | null {
  const [document, setDocument] = useState(initial);
  const id = initial?.id;
  useEffect(() => setDocument(initial), [initial]);
  useEffect(() => {
    // What was read between the answer to the upload and this moment was told before anybody listened.
    if (id) api<DocumentView>(`/documents/${id}`).then(setDocument, () => undefined);
  }, [id]);
  useLive(livePath, (kind, facts) => {
    if (id && (kind === "listening" || facts.documentId === id))
      api<DocumentView>(`/documents/${id}`).then(setDocument, () => undefined);
  });
  return document;
}
