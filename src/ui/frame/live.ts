"use client";

import { useEffect, useRef } from "react";

type Kind = "listening" | "document" | "shipment" | "notification";
type Listener = (kind: Kind, facts: Readonly<Record<string, unknown>>) => void;

interface Stream {
  readonly source: EventSource;
  readonly listeners: Set<Listener>;
}

/** One stream for each address, however many listen: a browser opens only six connections to a host. */
const streams = new Map<string, Stream>();
/** Those who hear on any stream that they have something to read; a stream is opened for them only where none is. */
const bells = new Set<() => void>();
const BELL_PATH = "/events";
/** A page that is left closes its stream before the next one opens its own. */
const BETWEEN_PAGES_MS = 500;
let watch: ReturnType<typeof setTimeout> | undefined;

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
    watchOver();
    return () => {
      stream.listeners.delete(listener);
      watchOver();
      if (stream.listeners.size === 0 && bells.size === 0) close(path);
    };
  }, [path]);
}

/** Hears that there is something to read, or that it was read elsewhere; also when a stream begins, which heard nothing before. */
export function useBell(onRing: () => void): void {
  const latest = useRef(onRing);
  useEffect(() => {
    latest.current = onRing;
  });
  useEffect(() => {
    const bell = () => latest.current();
    bells.add(bell);
    watchOver();
    return () => {
      bells.delete(bell);
      watchOver();
    };
  }, []);
}

/** Closes what nobody listens to, and leaves or opens one stream for the bells. */
function watchOver(): void {
  clearTimeout(watch);
  watch = setTimeout(() => {
    const heard = [...streams].filter(([, { listeners }]) => listeners.size > 0);
    const kept = heard.length > 0 || bells.size === 0 ? null : BELL_PATH;
    for (const [path, { listeners }] of streams) if (listeners.size === 0 && path !== kept) close(path);
    if (kept !== null && !streams.has(kept)) open(kept);
  }, BETWEEN_PAGES_MS);
}

function close(path: string): void {
  streams.get(path)?.source.close();
  streams.delete(path);
}

function open(path: string): Stream {
  const source = new EventSource(`/api/v1${path}`);
  const listeners = new Set<Listener>();
  for (const kind of ["listening", "document", "shipment", "notification"] as const)
    source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
      const facts = JSON.parse(data) as Readonly<Record<string, unknown>>;
      for (const listener of listeners) listener(kind, facts);
      if (kind === "notification" || kind === "listening") for (const bell of bells) bell();
    });
  const stream = { source, listeners };
  streams.set(path, stream);
  return stream;
}
