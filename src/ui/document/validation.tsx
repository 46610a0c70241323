"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import type { DocumentView } from "@/contracts/views/document";
import { CropStrip } from "./crop-strip";
import { FieldForm } from "./field-form";
import { toGrid } from "./field-groups";
import { LineGrid } from "./line-grid";
import { PageViewer } from "./page-viewer";
import { useFields } from "./use-fields";
import { type Sibling, ValidationBar } from "./validation-bar";

interface Props {
  readonly document: DocumentView;
  readonly reference: string;
  readonly siblings: readonly Sibling[];
  readonly initialField: string | null;
}

/** The grid takes what its lines need, within reason. */
const GRID_LEAST = 14;
const GRID_MOST = 40;
const GRID_ROW = 4.2;

/** The page at the left, what was read from it at the right, the goods lines below; one highlight for all of them. */
export function Validation({ document, reference, siblings, initialField }: Props) {
  const t = useTranslations("validation");
  const model = useFields(document, initialField);
  const isWide = useIsWide();
  const lines = toGrid(document.fields).rows.length;
  const gridShare = Math.min(GRID_MOST, Math.max(GRID_LEAST, 6 + lines * GRID_ROW));
  const fields = (
    <>
      <CropStrip model={model} document={document} />
      <FieldForm model={model} />
      {model.fields.length === 0 ? <p className="p-4 text-muted">{t("nothing")}</p> : null}
      <p className="px-3 py-3 text-xs text-muted">{t("notThere")}</p>
    </>
  );
  return (
    <div ref={model.root} className="flex flex-col md:h-[calc(100dvh-3rem)] md:min-h-96">
      <ValidationBar document={document} reference={reference} siblings={siblings} model={model} />
      {isWide ? (
        <Group orientation="vertical" className="min-h-0 flex-1">
          <Panel id="paper" minSize="30%">
            <Group orientation="horizontal" className="h-full">
              <Panel id="page" defaultSize="60%" minSize="30%">
                <PageViewer document={document} model={model} />
              </Panel>
              <Separator className="w-1.5 border-x bg-rail hover:bg-accent" aria-label={t("resize")} />
              <Panel id="fields" defaultSize="40%" minSize="25%">
                <div className="h-full overflow-y-auto">{fields}</div>
              </Panel>
            </Group>
          </Panel>
          {lines > 0 ? (
            <>
              <Separator className="h-1.5 border-y bg-rail hover:bg-accent" aria-label={t("resizeLines")} />
              <Panel id="lines" defaultSize={`${gridShare}%`} minSize="8%">
                <div className="h-full overflow-auto bg-page">
                  <LineGrid model={model} />
                </div>
              </Panel>
            </>
          ) : null}
        </Group>
      ) : (
        <>
          <div className="h-80 border-b">
            <PageViewer document={document} model={model} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section aria-label={t("lines")} tabIndex={0} className="relative order-last overflow-x-auto pb-4">
            <LineGrid model={model} />
          </section>
          <div>{fields}</div>
        </>
      )}
    </div>
  );
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
