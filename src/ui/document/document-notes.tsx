"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import type { DocumentView } from "@/contracts/views/document";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** What a person must know of a document beside its values: a language that is not read, a copy, another shipment. */
export function DocumentNotes({ document }: { readonly document: DocumentView }) {
  const t = useTranslations("intake");
  const { unreadScript, type, state, contents } = document;
  const isUnknown = state === "read" && type === "other" && unreadScript === null && contents === null;
  return (
    <>
      {unreadScript ? <Note>{t("unread", { script: t(`script.${unreadScript}`) })}</Note> : null}
      {isUnknown ? <p className="text-muted">{t("unknownType")}</p> : null}
      <CopyNote document={document} />
      <PlacementNote document={document} />
      {contents ? <Contents contents={contents} /> : null}
    </>
  );
}

function CopyNote({ document: { id, copy } }: { readonly document: DocumentView }) {
  const t = useTranslations("intake");
  const { act, isBusy } = useAct();
  if (!copy) return null;
  return (
    <Note>
      {t("copyOf")}{" "}
      <Link href={`/broker/documents/${copy.ofId}`} className="relative z-10 text-accent underline underline-offset-2">
        {copy.ofName}
      </Link>
      {": "}
      {t(`copyReason.${copy.reason}`, { value: copy.value })} {t("copyEffect")}{" "}
      <Button
        look="quiet"
        size="small"
        className="relative z-10 mt-1"
        disabled={isBusy}
        onClick={() => act(`/documents/${id}/copy`, "DELETE")}
      >
        {t("noCopy")}
      </Button>
    </Note>
  );
}

function PlacementNote({ document: { id, shipmentId, placement, proposal } }: { readonly document: DocumentView }) {
  const t = useTranslations("intake");
  const { act, isBusy } = useAct();
  const place = (target: string | null) => act(`/documents/${id}/placement`, "POST", { shipmentId: target });
  const words = ({ reason, value, documentName }: NonNullable<typeof placement>) =>
    t(`bond.${reason}`, { value: value ?? "", name: documentName ?? "" });
  if (proposal)
    return (
      <Note>
        {t("proposal", { reference: proposal.reference, reason: words(proposal) })}
        <span className="relative z-10 mt-1 flex flex-wrap gap-1.5">
          <Button size="small" disabled={isBusy} onClick={() => place(proposal.shipmentId)}>
            {t("accept", { reference: proposal.reference })}
          </Button>
          <Button look="quiet" size="small" disabled={isBusy} onClick={() => place(shipmentId)}>
            {t("stay")}
          </Button>
        </span>
      </Note>
    );
  if (!placement) return null;
  if (placement.reason !== "unclear") return <p className="text-muted">{words(placement)}</p>;
  return (
    <Note>
      {words(placement)}
      <span className="relative z-10 mt-1 flex flex-wrap gap-1.5">
        <Button look="quiet" size="small" disabled={isBusy} onClick={() => place(shipmentId)}>
          {t("stay")}
        </Button>
        <Button look="quiet" size="small" disabled={isBusy} onClick={() => place(null)}>
          {t("ownShipment")}
        </Button>
      </span>
    </Note>
  );
}

/** What came out of an archive or a message, and why the rest did not. */
function Contents({ contents }: { readonly contents: NonNullable<DocumentView["contents"]> }) {
  const t = useTranslations("intake");
  const rejections = useTranslations("rejections");
  return (
    <ul aria-label={t("contents")} className="relative z-10 flex flex-col gap-0.5">
      {contents.map(({ path, documentId, isDuplicate, reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the container is what tells two entries of a name apart
        <li key={index} className="min-w-0 break-words">
          {documentId ? (
            <Link href={`/broker/documents/${documentId}`} className="text-accent underline underline-offset-2">
              {path}
            </Link>
          ) : (
            path
          )}
          {isDuplicate ? <span className="text-muted"> · {t("hereBefore")}</span> : null}
          {reason ? <span className="text-muted"> · {t("noDocument", { reason: rejections(reason) })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className="text-yellow">
      <span aria-hidden>▲ </span>
      {children}
    </div>
  );
}

/** Asks the API for an act and draws what came of it. */
export function useAct() {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const act = async (path: string, method: "POST" | "DELETE", json?: unknown) => {
    setBusy(true);
    try {
      await api(path, { method, json: json ?? {} });
      router.refresh();
    } catch (error) {
      toast.error(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { act, isBusy };
}
