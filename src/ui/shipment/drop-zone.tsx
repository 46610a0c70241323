"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ShipmentView } from "@/contracts/views";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { cn } from "@/ui/parts/cn";
import { uploadFile } from "@/ui/shipment/upload-file";
import { UploadRow, type UploadState } from "@/ui/shipment/upload-row";

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.tif,.tiff";

/** The whole page takes files: dropped, pasted or chosen. Files that come together are one shipment. */
export function DropZone({ children, shipmentId }: { readonly children: ReactNode; readonly shipmentId?: string }) {
  const t = useTranslations("drop");
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const change = (key: string, state: Partial<UploadState>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...state } : each)));
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const started = files.map((file) => ({
      key: newKey(),
      name: file.name,
      sentShare: 0,
      document: null,
      isDuplicate: false,
      problem: null,
    }));
    setUploads((all) => [...started, ...all]);
    try {
      const target = shipmentId ?? (await api<ShipmentView>("/shipments", { method: "POST", json: {} })).id;
      await Promise.all(
        files.map(async (file, index) => {
          const key = started[index]?.key ?? "";
          await uploadFile(target, file, (sentShare) => change(key, { sentShare }))
            .then(({ document, isDuplicate }) => change(key, { document, isDuplicate, sentShare: 1 }))
            .catch((error: unknown) => change(key, { problem: wordsOf(error) }));
        }),
      );
    } catch (error) {
      for (const { key } of started) change(key, { problem: wordsOf(error) });
    }
  };

  useEffect(() => {
    const paste = (event: ClipboardEvent) => void take([...(event.clipboardData?.files ?? [])]);
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  });

  return (
    <section
      aria-label={t("label")}
      className="min-h-full"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <div className="px-4 pt-5 md:px-6">
        <div
          className={cn(
            "flex flex-wrap items-center gap-3 rounded-md border border-dashed border-line-strong bg-panel px-4 py-3.5",
            isOver && "border-accent bg-accent-soft",
          )}
        >
          <FileUp aria-hidden className="size-5 text-accent" />
          <p className="text-sm">
            <strong className="font-medium">{t("title")}</strong> <span className="text-muted">{t("detail")}</span>
          </p>
          <input
            ref={input}
            type="file"
            multiple
            accept={ACCEPTED}
            className="sr-only"
            id="files"
            onChange={(event) => void take([...(event.target.files ?? [])])}
          />
          <label
            htmlFor="files"
            className="ml-auto inline-flex min-h-9 cursor-pointer items-center rounded-md bg-accent px-3.5 text-sm font-medium text-accent-text focus-within:outline-2"
          >
            {t("choose")}
          </label>
        </div>
        {uploads.length > 0 ? (
          <ul className="mt-3 flex flex-col gap-2" aria-label={t("uploads")}>
            {uploads.map((upload) => (
              <UploadRow key={upload.key} upload={upload} />
            ))}
          </ul>
        ) : null}
      </div>
      {children}
    </section>
  );
}
