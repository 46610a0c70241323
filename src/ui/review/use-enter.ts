"use client";

import { useEffect, useRef } from "react";
import { SINGLE_KEYS } from "@/ui/frame/shortcuts";
import { readStored } from "@/ui/parts/stored";

/** Enter confirms what was chosen, unless it has something nearer to do: a link, a field, a layer that is open. */
export function useEnter(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.defaultPrevented || event.altKey || event.repeat) return;
      if (readStored(SINGLE_KEYS) === "off" || document.querySelector("[role=dialog]")) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isNote = event.ctrlKey && target?.closest("textarea") !== null;
      const isElsewhere = target !== null && target !== document.body && target.closest("[data-reason]") === null;
      if (!isNote && isElsewhere) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
