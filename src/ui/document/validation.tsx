"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Group, type GroupImperativeHandle, Panel, Separator } from "react-resizable-panels";
import type { DocumentView } from "@/contracts/views/document";
import { INVOICE_TYPES } from "@/domain/document/document";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { readStored, useStored } from "@/ui/parts/stored";
import { DocumentSummary } from "./document-summary";
import { FieldForm } from "./field-form";
import { toGrid } from "./field-groups";
import { LineGrid } from "./line-grid";
import { Loupe } from "./loupe";
import type { ValidationModel } from "./model";
import { PageViewer } from "./page-viewer";
import type { Sibling } from "./slots";
import { useValidation } from "./use-validation";
import { ValidationBar } from "./validation-bar";

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
  readonly siblings: readonly Sibling[];
  readonly initialField: string | null;
}

/** The grid takes what its lines need, within reason. */
const GRID_LEAST = 20;
const GRID_MOST = 42;
const GRID_ROW = 3.6;
/** The same on a narrow screen, in rem: tools that may break into two rows, head and sums, and then the lines. */
const NARROW_GRID_LEAST = 9;
const NARROW_GRID_MOST = 24;
const NARROW_GRID_ROW = 1.875;

/** The page at the left, what was read from it at the right, the goods lines below; one highlight for all of them. */
export function Validation({ document, reference, siblings, initialField }: Props) {
  const t = useTranslations("validation");
  const model = useValidation({ document, siblings, initialField });
  const isWide = useIsWide();
  const panes = usePanes();
  useArrival(model, initialField, isWide);
  const lines = toGrid(model.fields).rows.length;
  const hasLines = lines > 0 || (document.type !== null && INVOICE_TYPES.includes(document.type));
  const gridShare = Math.min(GRID_MOST, Math.max(GRID_LEAST, 12 + lines * GRID_ROW));
  const fields = (
    <>
      <DocumentSummary model={model} />
      <FieldForm model={model} />
      {model.fields.length === 0 ? <p className="p-4 text-muted">{t("nothing")}</p> : null}
      <p className="hidden px-3 py-3 text-xs leading-relaxed text-muted md:block">{t("notThere")}</p>
    </>
  );
  useKeys((event) => {
    if (event.defaultPrevented || window.document.querySelector("[role=dialog]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) model.finish();
    else if (event.altKey && event.code === "BracketLeft") panes.resize(-1);
    else if (event.altKey && event.code === "BracketRight") panes.resize(1);
    else return;
    event.preventDefault();
  });
  return (
    <div ref={model.root} className="flex flex-col md:h-[calc(100dvh-3rem)] md:min-h-96">
      <ValidationBar reference={reference} model={model} />
      <p aria-live="polite" className="sr-only" data-testid="said">
        {model.said}
      </p>
      {isWide ? (
        <Group orientation="vertical" className="min-h-0 flex-1">
          <Panel id="paper" minSize="25%">
            <Group
              orientation="horizontal"
              className="h-full"
              groupRef={panes.group}
              onLayoutChanged={(layout) => panes.keep(layout.page)}
            >
              <Panel id="page" defaultSize="58%" minSize="25%">
                <PageViewer model={model} />
              </Panel>
              <Separator className="w-1.5 border-x bg-rail hover:bg-accent" aria-label={t("resize")} />
              <Panel id="fields" defaultSize="42%" minSize="25%">
                <div className="h-full overflow-y-auto">{fields}</div>
              </Panel>
            </Group>
          </Panel>
          {hasLines ? (
            <>
              <Separator className="h-1.5 border-y bg-rail hover:bg-accent" aria-label={t("resizeLines")} />
              <Panel id="lines" defaultSize={`${gridShare}%`} minSize="12%">
                <LineGrid model={model} />
              </Panel>
            </>
          ) : null}
        </Group>
      ) : (
        <>
          <div className="sticky top-12 z-20 h-[38dvh] min-h-40 border-b bg-page [@media(max-height:34rem)]:static">
            <PageViewer model={model} isNarrow />
          </div>
          <div className="[&_input]:scroll-mt-[40dvh]">{fields}</div>
          {hasLines ? (
            <section
              aria-label={t("lines")}
              className="border-t"
              style={{ height: `${Math.min(NARROW_GRID_MOST, NARROW_GRID_LEAST + lines * NARROW_GRID_ROW)}rem` }}
            >
              <LineGrid model={model} />
            </section>
          ) : null}
        </>
      )}
      <Loupe model={model} />
    </div>
  );
}

/**
 * Whoever comes to a paper that asks something begins there; on a phone no keyboard jumps up. Who typed before the
 * screen was awake stays where they are.
 */
function useArrival(model: ValidationModel, initialField: string | null, isWide: boolean): void {
  const first = initialField ?? model.open[0]?.id;
  const begin = useRef(() => {
    const typing = model.focused();
    if (typing) model.activate(typing);
    else if (first && isWide && window.matchMedia(WIDE).matches) model.focus(first);
  });
  useEffect(() => begin.current(), []);
}

/** The keys of the screen work wherever the focus is, also where nothing asks and it is nowhere. */
function useKeys(handle: (event: KeyboardEvent) => void): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

const STEP = 6;
const STORED = "validation-page-share";

/** The border between page and fields: moved with keys, and where it was the last time. */
function usePanes() {
  const group = useRef<GroupImperativeHandle | null>(null);
  const [, store] = useStored(STORED, "");
  useEffect(() => {
    const share = Number(readStored(STORED) ?? "");
    if (share >= 25 && share <= 75) group.current?.setLayout({ page: share, fields: 100 - share });
  }, []);
  const resize = (by: 1 | -1) => {
    const page = group.current?.getLayout().page;
    if (page === undefined) return;
    const share = Math.min(75, Math.max(25, page + by * STEP));
    group.current?.setLayout({ page: share, fields: 100 - share });
  };
  useShortcut(SHORTCUTS.validation.narrower, () => resize(-1));
  useShortcut(SHORTCUTS.validation.wider, () => resize(1));
  return {
    group,
    resize,
    keep: (share: number | undefined) => {
      if (share !== undefined && readStored(STORED) !== String(Math.round(share))) store(String(Math.round(share)));
    },
  };
}

const WIDE = "(min-width: 900px)";

function useIsWide(): boolean {
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const tell = () => setWide(query.matches);
    tell();
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, []);
  return isWide;
}
