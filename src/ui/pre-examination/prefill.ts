"use client";

import { useEffect } from "react";

/** What an accepted suggestion puts into the form that rules on the case. */
export interface Prefill {
  readonly kind: "question" | "scope";
  readonly reason: string;
  readonly text: string;
  readonly lines: readonly number[];
}

const waiting = new Map<string, Prefill>();
const listeners = new Set<() => void>();

/** Hands a suggestion to the form of the case; one that is not there yet finds it when it comes. */
export function prefill(caseId: string, what: Prefill): void {
  waiting.set(caseId, what);
  for (const listen of listeners) listen();
}

/** Takes what was accepted, once, when `wants` says that it is for this form. */
export function usePrefill(caseId: string, wants: (what: Prefill) => boolean, take: (what: Prefill) => void): void {
  useEffect(() => {
    const look = () => {
      const what = waiting.get(caseId);
      if (!what || !wants(what)) return;
      waiting.delete(caseId);
      take(what);
    };
    look();
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  }, [caseId, wants, take]);
}
