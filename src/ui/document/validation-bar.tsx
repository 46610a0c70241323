"use client";

import { ArrowLeft, ArrowRight, CheckCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Kbd } from "@/ui/parts/kbd";
import { Separator } from "@/ui/parts/separator";
import type { FieldsModel } from "./use-fields";

export interface Sibling {
  readonly id: string;
  readonly fileName: string;
  readonly type: DocumentView["type"];
  readonly unsure: number;
}

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
  readonly siblings: readonly Sibling[];
  readonly model: FieldsModel;
}

/** Which paper of which shipment this is, what it still asks, and where to go when it asks nothing. */
export function ValidationBar({ document, reference, siblings, model }: Props) {
  const t = useTranslations("validation");
  const types = useTranslations("documentType");
  const open = model.unsure.length;
  const next = siblings.find((each) => each.id !== document.id && each.unsure > 0);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-page px-3 py-1.5">
      <Link
        href={`/broker/shipments/${document.shipmentId}?tab=documents`}
        className="inline-flex min-h-7 items-center gap-1 text-sm text-accent no-underline hover:underline"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        {reference}
      </Link>
      <Separator className="hidden sm:block" />
      <h1 className="sr-only">{t("of", { name: document.fileName })}</h1>
      <nav
        aria-label={t("papers")}
        className="relative order-last flex w-full min-w-0 gap-1 overflow-x-auto md:order-none md:w-auto md:flex-1"
      >
        {siblings.map((each) => {
          const count = each.id === document.id ? open : each.unsure;
          return (
            <Link
              key={each.id}
              href={`/broker/documents/${each.id}`}
              aria-current={each.id === document.id ? "page" : undefined}
              title={each.fileName}
              className={cn(
                "inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-sm no-underline",
                each.id === document.id ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-raised",
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
            </Link>
          );
        })}
      </nav>
      <span
        role="status"
        data-testid="to-confirm"
        className={cn("ml-auto whitespace-nowrap text-sm font-medium", open > 0 ? "text-yellow" : "text-green")}
      >
        {open > 0 ? `▲ ${t("toConfirm", { count: open })}` : `✓ ${t("allConfirmed")}`}
      </span>
      {open > 0 ? (
        <Button size="small" look="quiet" onClick={() => void model.confirmAll()}>
          <CheckCheck aria-hidden />
          {t("confirmAll")}
          <span aria-hidden className="hidden gap-0.5 lg:inline-flex">
            <Kbd>Ctrl</Kbd>
            <Kbd>Enter</Kbd>
          </span>
        </Button>
      ) : (
        <Button size="small" asChild>
          <Link
            href={next ? `/broker/documents/${next.id}` : `/broker/shipments/${document.shipmentId}?tab=declaration`}
          >
            {t(next ? "nextPaper" : "toDeclaration")}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
    </div>
  );
}
