"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { DeclaredValueView } from "@/contracts/views/declaration";
import type { DocumentView } from "@/contracts/views/document";
import { HoverCard } from "@/ui/parts/hover-card";
import { Crop } from "./crop";
import { MethodIcon } from "./method-icon";

const LOOK =
  "relative inline-flex size-6 shrink-0 items-center justify-center rounded-sm align-middle text-muted hover:bg-raised hover:text-text";

interface Props {
  readonly value: DeclaredValueView;
  readonly documents: readonly Pick<DocumentView, "id" | "pages" | "fileName">[];
}

/** Where a declared value came from: a sign beside it, and, looked at, the place on the page and all that is known of it. */
export function SourceIcon({ value, documents }: Props) {
  const t = useTranslations("source");
  const methods = useTranslations("method");
  const { method, confidence, documentId, documentName, fieldId } = value;
  if (!method) return null;
  const document = documents.find((each) => each.id === documentId);
  const sureness = confidence === null ? null : Math.round(confidence * 100);
  const label = t("label", {
    source: documentName ?? t("noDocument"),
    method: methods(method),
    state: value.confirmed ? t("confirmed") : sureness === null ? "" : t("sure", { percent: sureness }),
  });
  const sign = (
    <>
      <MethodIcon method={method} />
      {value.confirmed ? (
        <Check aria-hidden className="absolute bottom-0.5 right-0 size-2.5 text-green" strokeWidth={4} />
      ) : null}
    </>
  );
  return (
    <HoverCard
      trigger={
        documentId ? (
          <Link
            href={`/broker/documents/${documentId}${fieldId ? `?field=${fieldId}` : ""}`}
            aria-label={label}
            className={LOOK}
          >
            {sign}
          </Link>
        ) : (
          <button type="button" aria-label={label} className={LOOK}>
            {sign}
          </button>
        )
      }
    >
      {document && value.box ? (
        <Crop field={{ box: value.box, page: value.page }} document={document} aspect={4.5} className="mb-2" />
      ) : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
        <Fact name={t("document")}>
          {documentName
            ? `${documentName}${value.page ? ` · ${t("page", { page: value.page })}` : ""}`
            : t("noDocument")}
        </Fact>
        <Fact name={t("method")}>{methods(method)}</Fact>
        {sureness === null ? null : <Fact name={t("confidence")}>{`${sureness} %`}</Fact>}
        <Fact name={t("checked")}>{t(value.confirmed ? "byPerson" : "byNobody")}</Fact>
      </dl>
    </HoverCard>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentProps<"dd">["children"] }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
