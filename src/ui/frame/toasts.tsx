"use client";

import { useTheme } from "next-themes";
import { Toaster } from "sonner";

/** Where what happened is said in passing, in the colours of the page. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      position="bottom-right"
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      toastOptions={{ className: "!border-line !bg-panel !text-text !text-sm !shadow-lift" }}
    />
  );
}
