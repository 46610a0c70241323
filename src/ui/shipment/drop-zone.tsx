"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChooseFiles } from "./choose-files";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";
import { useWindowDrop } from "./use-window-drop";

interface Props {
  /** What stands at the left of the way to upload. */
  readonly title: ReactNode;
  readonly shipmentId?: string;
  readonly children: ReactNode;
}

/** The whole window takes files: dropped, pasted or chosen. It shows so only while files are held over it. */
export function DropZone({ title, shipmentId, children }: Props) {
  const t = useTranslations("drop");
  const { uploads, take, dismiss } = useUploads(shipmentId);
  const isOver = useWindowDrop((files) => void take(files));
  return (
    <section aria-label={t("label")} className="relative min-h-full">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-5 md:px-6">
        {title}
        <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-dashed border-line-strong/80 bg-panel py-1 pl-3 pr-1 sm:ml-auto sm:w-auto">
          <p className="min-w-0 flex-1 basis-40 py-1 text-sm text-muted">
            <strong className="font-medium text-text">{t(shipmentId ? "titleHere" : "title")}</strong>{" "}
            <span className="hidden lg:inline">{t(shipmentId ? "detailHere" : "detail")}</span>
          </p>
          <ChooseFiles onTake={(files) => void take(files)} />
        </div>
      </div>
      {uploads.length > 0 ? (
        <div className="px-4 pt-4 md:px-6">
          <ul className="divide-y rounded-md border bg-panel" aria-label={t("uploads")}>
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                livePath={shipmentId ? `/shipments/${shipmentId}/events` : "/events"}
                onDismiss={() => dismiss(upload.key)}
              />
            ))}
          </ul>
        </div>
      ) : null}
      {children}
      {isOver ? (
        <div className="pointer-events-none fixed inset-0 z-40 flex animate-fade items-center justify-center bg-accent-soft/85 p-6">
          <p className="flex items-center gap-3 rounded-lg border-2 border-dashed border-accent bg-panel px-8 py-6 text-lg font-semibold text-accent">
            <FileUp aria-hidden className="size-6" />
            {t(shipmentId ? "letGoHere" : "letGo")}
          </p>
        </div>
      ) : null}
    </section>
  );
}
