"use client";

import { useEffect, useState } from "react";
import type { ShipmentView } from "@/contracts/views";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { uploadFile } from "./upload-file";
import type { UploadState } from "./upload-row";

/** Files on their way. Files that come together are one shipment, or belong to the one that is open. */
export function useUploads(shipmentId?: string) {
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const change = (key: string, state: Partial<UploadState>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...state } : each)));
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
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
    try {
      const target = shipmentId ?? (await api<ShipmentView>("/shipments", { method: "POST", json: {} })).id;
      await Promise.all(
        started.map(({ key, file }) =>
          uploadFile(target, file, (sentShare) => change(key, { sentShare }))
            .then(({ document, isDuplicate }) => change(key, { document, isDuplicate, sentShare: 1 }))
            .catch((error: unknown) => change(key, { problem: wordsOf(error) })),
        ),
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
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));
  return { uploads, take, dismiss };
}
