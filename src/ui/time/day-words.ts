/** The day of a moment in a zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string | undefined, moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(moment);
}

/** A day as moments are written, with its year where that is not the one of today. Days are YYYY-MM-DD. */
export function dayWords(day: string, today: string, locale: string): string {
  const options = { day: "2-digit", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(
    locale === "zh" ? "zh-CN" : "en-GB",
    isOfYear(day, today) ? options : { ...options, year: "numeric" },
  ).format(new Date(day));
}

/** How a moment of a day is written beside such days. */
export function lookOf(day: string, today: string): "short" | "dated" {
  return isOfYear(day, today) ? "short" : "dated";
}

function isOfYear(day: string, today: string): boolean {
  return day.slice(0, 4) === today.slice(0, 4);
}
