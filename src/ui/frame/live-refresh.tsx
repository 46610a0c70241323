"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Several events in so short a time are one refresh. */
const SETTLE_MS = 250;

/** Listens to the server's events and has the page read itself anew when something happened. */
export function LiveRefresh({ path }: { readonly path: string }) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/api/v1${path}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    // What happened between the drawing of the page and the opening of the stream was told to nobody.
    source.addEventListener("listening", refresh);
    source.addEventListener("document", refresh);
    source.addEventListener("shipment", refresh);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [path, router]);
  return null;
}
