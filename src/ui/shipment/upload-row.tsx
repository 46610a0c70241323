"use client";

import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DocumentView } from "@/contracts/views";
import { api } from "@/ui/parts/api-client";

export interface UploadState {
  readonly key: string;
  readonly name: string;
  readonly sentShare: number;
  readonly document: DocumentView | null;
  readonly isDuplicate: boolean;
  readonly problem: string | null;
}

const FIRST_FIELDS = 4;

/** A file on its way: sent, read page by page, known by its type and its first fields, or refused with the reason. */
export function UploadRow({ upload }: { readonly upload: UploadState }) {
  const t = useTranslations("drop");
  const types = useTranslations("documentType");
  const names = useTranslations("field");
  const document = useFollowed(upload.document);
  const status = statusOf(upload, document);
  const share = document?.pageCount ? document.pagesRead / document.pageCount : upload.sentShare * 0.3;
  return (
    <li className="rounded-md border bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {status === "read" ? (
          <CircleCheck aria-hidden className="size-4 text-green" />
        ) : status === "refused" ? (
          <CircleAlert aria-hidden className="size-4 text-red" />
        ) : (
          <LoaderCircle aria-hidden className="size-4 animate-spin text-accent" />
        )}
        <span className="font-medium">{upload.name}</span>
        {document?.type ? (
          <span className="rounded bg-raised px-1.5 py-0.5 text-[12px]">{types(document.type)}</span>
        ) : null}
        <span role="status" className="text-[13px] text-muted">
          {status === "sending" ? t("sending", { share: Math.round(upload.sentShare * 100) }) : null}
          {status === "reading"
            ? t("reading", { read: document?.pagesRead ?? 0, count: document?.pageCount ?? 0 })
            : null}
          {status === "read" ? t("read", { count: document?.fields.length ?? 0 }) : null}
          {upload.isDuplicate ? ` · ${t("duplicate")}` : null}
        </span>
        {document ? (
          <Link href={`/broker/shipments/${document.shipmentId}`} className="ml-auto text-[13px] text-accent underline">
            {t("openShipment")}
          </Link>
        ) : null}
      </div>
      {status === "refused" ? (
        <p className="mt-1 text-[13px] text-red">
          {upload.problem ?? t(`rejection.${document?.rejection ?? "unreadable"}`)}
        </p>
      ) : null}
      {status === "sending" || status === "reading" ? (
        <progress
          className="mt-2 h-1 w-full accent-accent"
          max={1}
          value={share}
          aria-label={t("progress", { name: upload.name })}
        />
      ) : null}
      {document && document.fields.length > 0 ? (
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[13px]">
          {document.fields.slice(0, FIRST_FIELDS).map((field) => (
            <div key={field.id} className="flex gap-1.5">
              <dt className="text-muted">{names(field.name)}</dt>
              <dd className="font-medium">{field.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

type Status = "sending" | "reading" | "read" | "refused";

function statusOf(upload: UploadState, document: DocumentView | null): Status {
  if (upload.problem || document?.state === "rejected" || document?.state === "failed") return "refused";
  if (!document) return "sending";
  return document.state === "read" ? "read" : "reading";
}

/** The document as the server's events tell of it. */
function useFollowed(initial: DocumentView | null): DocumentView | null {
  const [document, setDocument] = useState(initial);
  const id = initial?.id;
  const shipmentId = initial?.shipmentId;
  useEffect(() => setDocument(initial), [initial]);
  useEffect(() => {
    if (!id || !shipmentId) return;
    const source = new EventSource(`/api/v1/shipments/${shipmentId}/events`);
    const load = () => api<DocumentView>(`/documents/${id}`).then(setDocument, () => undefined);
    source.addEventListener("document", () => void load());
    source.addEventListener("listening", () => void load());
    return () => source.close();
  }, [id, shipmentId]);
  return document;
}
