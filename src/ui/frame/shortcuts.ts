"use client";

import { useEffect, useRef } from "react";
import { readStored } from "@/ui/parts/stored";

/** Where "no shortcuts of a single key" is remembered; some voices and hands press keys that they do not mean. */
export const SINGLE_KEYS = "single-key-shortcuts";

/**
 * Every shortcut that there is, by the screen that has it. What is listened for and what the sheet lists are this one
 * table, so that neither can promise what the other does not do.
 */
export const SHORTCUTS = {
  everywhere: { palette: ["Ctrl", "K"], sheet: ["?"], search: ["/"] },
  list: { next: ["j"], previous: ["k"], open: ["Enter"], select: ["x"], selectAll: ["X"] },
  lines: {
    move: ["↑", "↓", "←", "→"],
    down: ["Enter"],
    fillDown: ["Ctrl", "D"],
    fillToEnd: ["Ctrl", "Shift", "D"],
    undo: ["Ctrl", "Z"],
    addLine: ["Alt", "Insert"],
    removeLine: ["Alt", "Delete"],
  },
  queue: { nextOfQueue: ["g"], bulk: ["b"] },
  review: {
    reason: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    release: ["g"],
    request: ["d"],
    inspect: ["i"],
    hold: ["h"],
    refuse: ["r"],
    backRoute: ["b"],
    resume: ["u"],
    note: ["n"],
    decide: ["Enter"],
    claim: ["c"],
    skip: ["s"],
    nextCase: ["N"],
  },
  validation: {
    nextUnsure: ["Tab"],
    previousUnsure: ["Shift", "Tab"],
    confirm: ["Enter"],
    confirmAll: ["Ctrl", "Enter"],
    revert: ["Esc"],
    giveBack: ["Alt", "Z"],
    absent: ["Alt", "X"],
    readActive: ["Alt", "R"],
    choose: ["Alt", "1"],
    chooseOther: ["Alt", "2"],
    narrowerTyping: ["Alt", "["],
    widerTyping: ["Alt", "]"],
    narrower: ["["],
    wider: ["]"],
    zoomIn: ["+"],
    zoomOut: ["-"],
    fit: ["0"],
  },
} as const;

/** A shortcut of one key; it is deaf while something is typed, while a layer is open, and when it is switched off. */
export function useShortcut(keys: readonly string[], act: (key: string) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const watched = keys.join(" ");
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!watched.split(" ").includes(event.key) || readStored(SINGLE_KEYS) === "off") return;
      if (isTyping(event.target) || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      latest.current(event.key);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [watched]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=combobox], [role=menu]") !== null)
  );
}
