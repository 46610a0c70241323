"use client";

import { ArrowLeft, ArrowRight, CheckCheck, Columns3, RotateCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { conflictsAmong } from "@/domain/reconciliation/reconcile-documents";
import { useLive } from "@/ui/frame/live";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Kbd } from "@/ui/parts/kbd";
import { Separator } from "@/ui/parts/separator";
import { Strip } from "@/ui/parts/strip";
import { differingSums } from "./line-figures";
import type { ValidationModel } from "./model";
import { nextPaper } from "./next-paper";
import { ReconciliationMatrix } from "./reconciliation-matrix";

interface Props {
  readonly reference: string;
  readonly model: ValidationModel;
}

/** Which paper of which shipment this is, what it still asks, and where to go when it asks nothing. */
export function ValidationBar({ reference, model }: Props) {
  const t = useTranslations("validation");
  const { document, papers } = model;
  const open = model.counts.get(document.id) ?? 0;
  const next = nextPaper(document.id, papers);
  const conflicts = conflictsAmong(model.comparisons).length;
  const isSound = useMemo(() => differingSums(model.fields).length === 0, [model.fields]);
  const [isComparing, setComparing] = useState(false);
  return (
    <div data-bar className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-page px-3 py-1.5">
      <Link
        href={`/broker/shipments/${document.shipmentId}?tab=documents`}
        className="inline-flex min-h-7 items-center gap-1 text-sm text-accent no-underline hover:underline"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        {reference}
      </Link>
      <Separator className="hidden sm:block" />
      <h1 className="sr-only">{t("of", { name: document.fileName })}</h1>
      <PaperTabs model={model} next={next?.id ?? null} />
      {papers.length > 1 ? (
        <Button
          look="bare"
          size="small"
          onClick={() => setComparing(true)}
          className={conflicts > 0 ? "text-red" : undefined}
        >
          <Columns3 aria-hidden />
          {conflicts > 0 ? (
            <span aria-hidden>
              ■ <span className="xl:hidden">{conflicts}</span>
            </span>
          ) : null}
          <span className={conflicts > 0 ? "max-xl:sr-only" : "max-sm:sr-only"}>
            {conflicts > 0 ? t("contradictions", { count: conflicts }) : t("compare")}
          </span>
        </Button>
      ) : null}
      <ReadAgain model={model} />
      {/* Two rows on a phone: what this is and what it asks, and below it the papers with the way on. */}
      <span aria-hidden className="order-1 -mt-1.5 h-0 basis-full md:hidden" />
      <div className="contents md:ml-auto md:flex md:items-center md:gap-3">
        <span
          data-testid="to-confirm"
          title={isSound ? undefined : t("sumsDifferHint")}
          className={cn(
            "ml-auto whitespace-nowrap text-sm font-medium md:ml-0",
            open > 0 || !isSound ? "text-yellow" : "text-green",
          )}
        >
          {open > 0
            ? `▲ ${t("toConfirm", { count: open })}`
            : isSound
              ? `✓ ${t("allConfirmed")}`
              : `≠ ${t("sumsDiffer")}`}
        </span>
        <span className="order-3 md:order-none">
          <FinishButton model={model} next={next?.id ?? null} />
        </span>
      </div>
      <ReconciliationMatrix model={model} isOpen={isComparing} onOpenChange={setComparing} />
    </div>
  );
}

/** The papers of the shipment, each with how much it still asks; the next one is fetched ahead with all it holds. */
function PaperTabs({ model, next }: { readonly model: ValidationModel; readonly next: string | null }) {
  const t = useTranslations("validation");
  const types = useTranslations("documentType");
  const { document, papers } = model;
  return (
    <Strip label={t("papers")} current={document.id} className="order-2 min-w-0 flex-1 gap-1 md:order-none">
      {papers.map((each) => {
        const isThis = each.id === document.id;
        const count = model.counts.get(each.id) ?? 0;
        return (
          <Link
            key={each.id}
            href={`/broker/documents/${each.id}`}
            prefetch={each.id === next ? true : null}
            aria-current={isThis ? "page" : undefined}
            title={each.fileName}
            className={cn(
              "inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-sm no-underline",
              isThis ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-raised",
            )}
          >
            {each.type ? types(each.type) : each.fileName}
            {count > 0 ? (
              <span className="text-xs text-yellow">
                <span aria-hidden>▲ </span>
                {count}
              </span>
            ) : (
              <span aria-hidden className="text-xs text-green">
                ✓
              </span>
            )}
            {each.id === next && each.pages[0] ? (
              // The page of the next paper is here before it is asked for.
              <link
                rel="prefetch"
                as="image"
                href={`/api/v1/documents/${each.id}/pages/${each.pages[0].number}/image`}
              />
            ) : null}
          </Link>
        );
      })}
    </Strip>
  );
}

function FinishButton({ model, next }: { readonly model: ValidationModel; readonly next: string | null }) {
  const t = useTranslations("validation");
  const { document } = model;
  if (model.open.length > 0)
    return (
      <Button size="small" look="quiet" title={t("confirmAllHint")} onClick={model.finish}>
        <CheckCheck aria-hidden />
        {t("confirmAll")}
        <span aria-hidden className="hidden gap-0.5 lg:inline-flex">
          <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd>
        </span>
      </Button>
    );
  return (
    <Button size="small" asChild>
      <Link href={next ? `/broker/documents/${next}` : `/broker/shipments/${document.shipmentId}?tab=declaration`}>
        {t(next ? "nextPaper" : "toDeclaration")}
        <ArrowRight aria-hidden />
      </Link>
    </Button>
  );
}

/** Has the document read once more; the page is drawn anew when that is done, and while it goes on. */
function ReadAgain({ model }: { readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  const router = useRouter();
  const { document } = model;
  const [isAsked, setAsked] = useState(false);
  const isUnderWay = isAsked || document.state === "stored" || document.state === "reading";
  useLive(`/shipments/${document.shipmentId}/events`, (kind, facts) => {
    if (kind !== "document" || facts.documentId !== document.id || !isUnderWay) return;
    if (facts.state === "read" || facts.state === "failed") setAsked(false);
    router.refresh();
  });
  const act = () => {
    setAsked(true);
    api(`/documents/${document.id}/retry`, { method: "POST", json: {} }).catch((error: unknown) => {
      setAsked(false);
      toast.error(wordsOf(error));
    });
  };
  return (
    <Button
      look="bare"
      size="small"
      aria-label={t(isUnderWay ? "isRead" : "readDocumentAgain")}
      title={t(isUnderWay ? "isRead" : "readDocumentAgain")}
      disabled={isUnderWay}
      onClick={act}
    >
      <RotateCw aria-hidden className={isUnderWay ? "animate-spin" : ""} />
    </Button>
  );
}
