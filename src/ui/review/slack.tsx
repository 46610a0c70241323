"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/ui/parts/cn";

const TICK_MS = 30_000;
const MINUTE_MS = 60_000;
const PRESSING_MINUTES = 60;

interface Props {
  /** ISO 8601. */
  readonly dueAt: string;
  readonly className?: string;
}

/** How long the clock of a case still runs, or since when it has run out; the sign says it as well as the colour. */
export function Slack({ dueAt, className }: Props) {
  const t = useTranslations("review");
  const time = useTranslations("time");
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Math.floor((Date.parse(dueAt) - now) / MINUTE_MS);
  const minutes = Math.abs(left);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const words =
    days > 0
      ? time("days", { days, hours })
      : hours > 0
        ? time("hours", { hours, minutes: rest })
        : time("minutes", { minutes: rest });
  const look = left < 0 ? "font-semibold text-red" : left < PRESSING_MINUTES ? "font-medium text-yellow" : "";
  return (
    <time dateTime={dueAt} className={cn("whitespace-nowrap", look, className)} suppressHydrationWarning>
      {left < 0
        ? `■ ${t("clock.over", { words })}`
        : `${left < PRESSING_MINUTES ? "▲ " : ""}${t("clock.left", { words })}`}
    </time>
  );
}
