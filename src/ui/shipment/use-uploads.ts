"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { newKey, wordsOf } from "@/ui/parts/api-client";
import { uploadFile } from "./upload-file";
import type { UploadState } from "./upload-row";

/** Files on their way. Files that come together are one shipment, or belong to the one that is open. */
export function useUploads(shipmentId?: string) {
  const t = useTranslations("drop");
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const change = (key: string, state: Partial<UploadState>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...state } : each)));
  /** Sends one file; gives the shipment that more files may join, or null. */
  const send = async ({ key, file }: UploadState, target: string | null): Promise<string | null> => {
    try {
      const { document, isDuplicate, isOpen } = await uploadFile(
        target,
        file,
        (sentShare) => change(key, { sentShare }),
        t("lost"),
      );
      change(key, { document, isDuplicate, sentShare: 1 });
      return isOpen ? document.shipmentId : null;
    } catch (error) {
      change(key, { problem: wordsOf(error) });
      return null;
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
    // The first file that is taken begins the shipment; those after it join, all at once.
    let target = shipmentId ?? null;
    const waiting = [...started];
    while (target === null && waiting.length > 0) {
      const next = waiting.shift();
      if (next) target = await send(next, null);
    }
    await Promise.all(waiting.map((upload) => send(upload, target)));
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => void take([...(event.clipboardData?.files ?? [])]);
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  });
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));
  return { uploads, take, dismiss };
}
