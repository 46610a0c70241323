"use client";

import { useEffect } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";

const RENEW_MS = 5 * 60_000;

/** Renews the claim while the officer works: when they did something since the last time. Who lost the case is told. */
export function useClaimRenewal(caseId: string, isMine: boolean): void {
  useEffect(() => {
    if (!isMine) return undefined;
    let isActive = true;
    const seen = () => {
      isActive = true;
    };
    const timer = setInterval(() => {
      if (!isActive) return;
      isActive = false;
      api(`/reviews/${caseId}/claim`, { method: "POST", json: {} }).catch((error: unknown) =>
        toast.error(wordsOf(error)),
      );
    }, RENEW_MS);
    for (const name of ["keydown", "pointerdown", "scroll"]) window.addEventListener(name, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ["keydown", "pointerdown", "scroll"]) window.removeEventListener(name, seen);
    };
  }, [caseId, isMine]);
}
