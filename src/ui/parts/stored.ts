"use client";

import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "twogate:stored";

/** A setting that this browser remembers; until it is read the fallback holds, as it does on the server. */
export function useStored(name: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readStored(name) ?? fallback,
    () => fallback,
  );
  const keep = useCallback(
    (next: string) => {
      try {
        localStorage.setItem(name, next);
      } catch {
        // A browser that keeps nothing still works; it only forgets.
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [value, keep];
}

/** What is remembered now, outside of drawing. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
  };
}
