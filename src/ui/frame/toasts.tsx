"use client";

import { useTheme } from "next-themes";
import { Toaster } from "sonner";

/** On a phone the places of the product stand at the foot of the page. */
const ABOVE_PLACES_PX = 76;

/** Where what happened is said in passing, in the colours of the page. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      position="bottom-right"
      mobileOffset={{ bottom: ABOVE_PLACES_PX }}
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      toastOptions={{ className: "!border-line !bg-panel !text-text !text-sm !shadow-lift" }}
    />
  );
}
