"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { newDropId, newKey, wordsOf } from "@/ui/parts/api-client";
import { uploadFile } from "./upload-file";
import type { UploadState } from "./upload-row";

/** Files on their way. Files that come together are sorted into shipments, or belong to the one that is open. */
export function useUploads(shipmentId?: string) {
  const t = useTranslations("drop");
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const change = (key: string, state: Partial<UploadState>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...state } : each)));
  const send = async ({ key, file }: UploadState, dropId: string): Promise<void> => {
    try {
      const target = shipmentId ? { shipmentId } : { dropId };
      const onProgress = (sentShare: number) => change(key, { sentShare });
      const { document, isDuplicate } = await uploadFile(target, file, onProgress, t("lost"));
      change(key, { document, isDuplicate, sentShare: 1 });
    } catch (error) {
      change(key, { problem: wordsOf(error) });
    }
  };
  const take = async (files: readonly File[]) => {
    const started = files.map(
      (file): UploadState => ({
        key: newKey(),
        file,
        sentShare: 0,
        document: null,
        isDuplicate: false,
        problem: null,
      }),
    );
    setUploads((all) => [...started, ...all]);
    // Files of one drop are read as one shipment first, and sorted into several when they turn out to be of several.
    const dropId = newDropId();
    await Promise.all(started.map((upload) => send(upload, dropId)));
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => void take([...(event.clipboardData?.files ?? [])]);
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  });
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));
  return { uploads, take, dismiss };
}
