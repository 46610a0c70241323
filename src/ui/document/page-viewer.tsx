"use client";

import { Contrast, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { DocumentView } from "@/contracts/views/document";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Separator } from "@/ui/parts/separator";
import { PageView } from "./page-view";
import type { FieldsModel } from "./use-fields";

/** Shares of a page's natural width; null fits the page to its pane. */
const ZOOMS = [null, 1, 1.5] as const;
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** What a page is wide, in CSS pixels, at 100 %: A4 at 110 dots an inch, large enough to read its small print. */
const NATURAL_PX = 910;

interface Props {
  readonly document: DocumentView;
  readonly model: FieldsModel;
}

/** The pages, with zoom and, where there are several, a strip of thumbnails. */
export function PageViewer({ document, model }: Props) {
  const t = useTranslations("validation");
  const [zoom, setZoom] = useState<number | null>(null);
  const [isInverted, setInverted] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const step = (by: 1 | -1) => {
    const now = zoom ?? (scroller.current?.clientWidth ?? NATURAL_PX) / NATURAL_PX;
    setZoom((by === 1 ? STEPS.find((each) => each > now + 0.01) : STEPS.findLast((each) => each < now - 0.01)) ?? now);
  };
  useShortcut(SHORTCUTS.validation.zoomIn, () => step(1));
  useShortcut(SHORTCUTS.validation.zoomOut, () => step(-1));
  useShortcut(SHORTCUTS.validation.fit, () => setZoom(null));
  useFollow(scroller, model.active);
  if (document.pages.length === 0) return <p className="p-8 text-center text-muted">{t(`state.${document.state}`)}</p>;
  const goTo = (page: number) =>
    scroller.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: "start" });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-9 items-center gap-0.5 border-b px-2">
        <Button look="bare" size="tiny" aria-label={t("zoomOut")} onClick={() => step(-1)}>
          <Minus aria-hidden />
        </Button>
        {ZOOMS.map((each) => (
          <button
            key={each ?? "fit"}
            type="button"
            aria-pressed={zoom === each}
            onClick={() => setZoom(each)}
            className={cn(
              "min-h-6 rounded-sm px-2 text-xs",
              zoom === each ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-raised",
            )}
          >
            {each === null ? t("fit") : `${each * 100} %`}
          </button>
        ))}
        <Button look="bare" size="tiny" aria-label={t("zoomIn")} onClick={() => step(1)}>
          <Plus aria-hidden />
        </Button>
        <Separator className="mx-1.5" />
        <Button
          look="bare"
          size="tiny"
          aria-label={t("invert")}
          aria-pressed={isInverted}
          onClick={() => setInverted(!isInverted)}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          <Contrast aria-hidden />
        </Button>
        <span className="ml-auto text-xs text-muted">{t("pageCount", { count: document.pages.length })}</span>
      </div>
      <div className="flex min-h-0 flex-1">
        {document.pages.length > 1 ? (
          <nav
            aria-label={t("pages")}
            className="flex w-20 shrink-0 flex-col gap-2 overflow-y-auto border-r bg-rail p-2"
          >
            {document.pages.map((page) => (
              <button
                key={page.number}
                type="button"
                onClick={() => goTo(page.number)}
                aria-label={t("page", { number: page.number, count: document.pages.length })}
                className="rounded-sm border bg-white text-center hover:outline-2 hover:outline-accent"
              >
                <img
                  src={`/api/v1/documents/${document.id}/pages/${page.number}/image`}
                  alt=""
                  loading="lazy"
                  className="w-full"
                />
                <span aria-hidden className="block bg-panel py-0.5 text-xs text-muted">
                  {page.number}
                </span>
              </button>
            ))}
          </nav>
        ) : null}
        <section
          ref={scroller}
          aria-label={t("pages")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-auto bg-rail p-4 focus-visible:-outline-offset-2"
        >
          <PageView
            document={document}
            model={model}
            width={zoom === null ? "100%" : `${zoom * NATURAL_PX}px`}
            isInverted={isInverted}
          />
        </section>
      </div>
    </div>
  );
}

/** Keeps the place of the active value in sight, within the pane alone. */
function useFollow(scroller: React.RefObject<HTMLElement | null>, active: string | null): void {
  useEffect(() => {
    const pane = scroller.current;
    const box = active ? pane?.querySelector(`[data-box="${active}"]`) : null;
    if (!pane || !box) return;
    const [outer, inner] = [pane.getBoundingClientRect(), box.getBoundingClientRect()];
    const isSeen = inner.top > outer.top + 24 && inner.bottom < outer.bottom - 24;
    const isBeside = inner.left > outer.left && inner.right < outer.right;
    if (isSeen && isBeside) return;
    pane.scrollBy({
      top: isSeen ? 0 : inner.top - outer.top - outer.height / 2,
      left: isBeside ? 0 : inner.left - outer.left - outer.width / 4,
    });
  }, [active, scroller]);
}
