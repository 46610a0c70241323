"use client";

import { type Dispatch, type SetStateAction, useEffect, useState } from "react";

/** Browsers without idle callbacks fetch it after a moment. */
const MOMENT_MS = 2_000;

interface Later {
  readonly isOpen: boolean;
  /** Whether it is needed at all by now. */
  readonly wasOpened: boolean;
  readonly setOpen: Dispatch<SetStateAction<boolean>>;
}

/** Something that opens over the page and need not come with it: it is fetched when the page is idle. */
export function useLater(load: () => Promise<unknown>): Later {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  useEffect(() => {
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(() => void load(), MOMENT_MS);
      return () => clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(() => void load());
    return () => window.cancelIdleCallback(idle);
  }, [load]);
  return { isOpen, wasOpened, setOpen };
}
