"use client";

import { Contrast, Focus, Minus, Plus, RefreshCw, SquareDashedMousePointer } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Separator } from "@/ui/parts/separator";
import { useStored } from "@/ui/parts/stored";
import type { ValidationModel } from "./model";
import { PageView } from "./page-view";
import { useRegion } from "./use-pointing";

/** Shares of a page's natural width; null fits the page to its pane. */
const ZOOMS = [null, 1, 1.5] as const;
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** What a page is wide, in CSS pixels, at 100 %: A4 at 110 dots an inch, large enough to read its small print. */
const NATURAL_PX = 910;

/** Letters smaller than this on the screen are hard to read; the page is brought to where they are so high. */
const READABLE_PX = 11;
const COMFORTABLE_PX = 16;

interface Props {
  readonly model: ValidationModel;
  /** A page that is fitted to a phone is too small to be read, so it comes near to what is looked at. */
  readonly isNarrow?: boolean;
}

/** The pages, with zoom and, where there are several, a strip of thumbnails. */
export function PageViewer({ model, isNarrow = false }: Props) {
  const t = useTranslations("validation");
  const { document } = model;
  const region = useRegion(model);
  const [zoom, setZoom] = useState<number | null>(null);
  const [follows, setFollows] = useStored("zoom-to-value", isNarrow ? "on" : "off");
  const [isDrawing, setDrawing] = useState(false);
  const [isInverted, setInverted] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const step = (by: 1 | -1) => {
    const now = zoom ?? (scroller.current?.clientWidth ?? NATURAL_PX) / NATURAL_PX;
    setZoom((by === 1 ? STEPS.find((each) => each > now + 0.01) : STEPS.findLast((each) => each < now - 0.01)) ?? now);
  };
  useShortcut(SHORTCUTS.validation.zoomIn, () => step(1));
  useShortcut(SHORTCUTS.validation.zoomOut, () => step(-1));
  useShortcut(SHORTCUTS.validation.fit, () => setZoom(null));
  useReadKey(region.readActive);
  useFollow(scroller, model.lit, (height) => {
    if (follows === "off" || height >= READABLE_PX) return false;
    const now = zoom ?? (scroller.current?.clientWidth ?? NATURAL_PX) / NATURAL_PX;
    setZoom(Math.min(3, (now * COMFORTABLE_PX) / Math.max(height, 4)));
    return true;
  });
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
              "min-h-6 whitespace-nowrap rounded-sm px-1.5 text-xs sm:px-2",
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
        <Toggle label={t("invert")} isOn={isInverted} onClick={() => setInverted(!isInverted)}>
          <Contrast aria-hidden />
        </Toggle>
        <Toggle
          label={t("followZoom")}
          isOn={follows === "on"}
          onClick={() => setFollows(follows === "on" ? "off" : "on")}
        >
          <Focus aria-hidden />
        </Toggle>
        <Toggle label={t("draw")} isOn={isDrawing} onClick={() => setDrawing(!isDrawing)}>
          <SquareDashedMousePointer aria-hidden />
        </Toggle>
        <Button
          look="bare"
          size="tiny"
          aria-label={t("readActive")}
          title={`${t("readActive")} (Alt R)`}
          disabled={region.isReading}
          onPointerDown={(event) => event.preventDefault()}
          onClick={region.readActive}
        >
          <RefreshCw aria-hidden className={region.isReading ? "animate-spin" : ""} />
        </Button>
        <span className="ml-auto hidden whitespace-nowrap text-xs text-muted sm:inline">
          {t("pageCount", { count: document.pages.length })}
        </span>
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
          {document.pages.map((page) => (
            <PageView
              key={page.number}
              page={page}
              model={model}
              region={region}
              width={zoom === null ? "100%" : `${zoom * NATURAL_PX}px`}
              isInverted={isInverted}
              isDrawing={isDrawing}
            />
          ))}
        </section>
      </div>
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Toggle({ label, isOn, onClick, children }: ToggleProps) {
  return (
    <Button
      look="bare"
      size="tiny"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={onClick}
      className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {children}
    </Button>
  );
}

/** Alt R, wherever the focus is. */
function useReadKey(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== "KeyR") return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** A pointer that passes over rows does not make the page jump. */
const RESTING_MS = 140;

/** Keeps the place of the value that is looked at in sight, within the pane alone. */
function useFollow(
  scroller: RefObject<HTMLElement | null>,
  lit: string | null,
  enlarge: (pixels: number) => boolean,
): void {
  const latest = useRef(enlarge);
  useEffect(() => {
    latest.current = enlarge;
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      const pane = scroller.current;
      const box = lit ? pane?.querySelector(`[data-box="${lit}"]`) : null;
      // Who points at the page itself has it in sight.
      if (!pane || !box || pane.matches(":hover")) return;
      // An enlarged page is drawn in the next frame or the one after, and the value is elsewhere on it.
      if (latest.current(box.getBoundingClientRect().height))
        requestAnimationFrame(() => requestAnimationFrame(() => bring(pane, box)));
      else bring(pane, box);
    }, RESTING_MS);
    return () => clearTimeout(timer);
  }, [lit, scroller]);
}

/** Scrolls the pane, and nothing around it, until the box is in sight. */
function bring(pane: HTMLElement, box: Element): void {
  const [outer, inner] = [pane.getBoundingClientRect(), box.getBoundingClientRect()];
  const isSeen = inner.top > outer.top + 24 && inner.bottom < outer.bottom - 24;
  const isBeside = inner.left > outer.left && inner.right < outer.right;
  if (isSeen && isBeside) return;
  pane.scrollBy({
    top: isSeen ? 0 : inner.top - outer.top - outer.height / 2,
    left: isBeside ? 0 : inner.left - outer.left - outer.width / 4,
  });
}
