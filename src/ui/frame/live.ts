"use client";

import { useEffect, useRef } from "react";

type Kind = "listening" | "document" | "shipment";
type Listener = (kind: Kind, facts: Readonly<Record<string, unknown>>) => void;

interface Stream {
  readonly source: EventSource;
  readonly listeners: Set<Listener>;
}

/** One stream for each address, however many listen: a browser opens only six connections to a host. */
const streams = new Map<string, Stream>();

/** Hears what the server tells while it happens. */
export function useLive(path: string, onEvent: Listener): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    const listener: Listener = (kind, facts) => latest.current(kind, facts);
    const stream = streams.get(path) ?? open(path);
    stream.listeners.add(listener);
    return () => {
      stream.listeners.delete(listener);
      if (stream.listeners.size > 0) return;
      stream.source.close();
      streams.delete(path);
    };
  }, [path]);
}

function open(path: string): Stream {
  const source = new EventSource(`/api/v1${path}`);
  const listeners = new Set<Listener>();
  for (const kind of ["listening", "document", "shipment"] as const)
    source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
      const facts = JSON.parse(data) as Readonly<Record<string, unknown>>;
      for (const listener of listeners) listener(kind, facts);
    });
  const stream = { source, listeners };
  streams.set(path, stream);
  return stream;
}
