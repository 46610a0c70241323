"use client";

import type { RefObject } from "react";
import { SHORTCUTS, useShortcut } from "./shortcuts";

/** j and k move the focus over the links of a list's rows; Enter then opens the row, because it is a link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const move = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])].filter(
      (link) => link.offsetParent !== null,
    );
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next]?.focus();
  };
  useShortcut(SHORTCUTS.list.next, () => move(1));
  useShortcut(SHORTCUTS.list.previous, () => move(-1));
}
