import type { AlertRowView } from "@/contracts/views/alert";

/** Which goods an alert is of, in one line. */
export function scopeWords({ commodityPrefix, origin, producer, words }: AlertRowView): string {
  return [commodityPrefix, origin, producer, words.join(", ")].filter(Boolean).join(" · ");
}
