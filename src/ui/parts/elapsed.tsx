"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const TICK_MS = 30_000;
const MINUTE_MS = 60_000;

interface Props {
  /** ISO 8601. */
  readonly since: string;
  readonly className?: string;
}

/** How long something waits, on a clock that goes on. */
export function Elapsed({ since, className }: Props) {
  const t = useTranslations("time");
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE_MS));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const words =
    days > 0
      ? t("days", { days, hours })
      : hours > 0
        ? t("hours", { hours, minutes: rest })
        : t("minutes", { minutes: rest });
  // The server's clock and the browser's may differ by a minute.
  return (
    <time dateTime={since} className={className} suppressHydrationWarning>
      {words}
    </time>
  );
}
