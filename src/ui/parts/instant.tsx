import { useLocale, useTimeZone } from "next-intl";

interface Props {
  /** ISO 8601. */
  readonly at: string;
  readonly look?: "full" | "dated" | "short" | "clock";
  readonly className?: string;
}

const LOOKS = {
  full: { day: "2-digit", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  /** Short, of another year. */
  dated: { day: "2-digit", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  short: { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit" },
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A moment, on a clock of 24 hours, in the zone of the installation; the whole of it on demand. */
export function Instant({ at, look = "short", className }: Props) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { ...options, hourCycle: "h23", timeZone }).format(
      new Date(at),
    );
  return (
    <time dateTime={at} title={format(LOOKS.full)} className={className}>
      {format(LOOKS[look])}
    </time>
  );
}
