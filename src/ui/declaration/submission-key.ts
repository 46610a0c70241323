"use client";

import { useEffect, useState } from "react";
import { newKey } from "@/ui/parts/api-client";

/** One key for one submission; it outlives a reload, so that pressing again after a lost answer is the same request. */
export function useSubmissionKey(submission: string): { readonly key: string; readonly renew: () => void } {
  const place = `submission:${submission}`;
  const [key, setKey] = useState("");
  const renew = () => {
    const fresh = newKey();
    sessionStorage.setItem(place, fresh);
    setKey(fresh);
  };
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (kept) return setKey(kept);
    const fresh = newKey();
    sessionStorage.setItem(place, fresh);
    return setKey(fresh);
  }, [place]);
  return { key, renew };
}
