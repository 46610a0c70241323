import type { FieldView } from "@/contracts/views/document";

/**
 * Whether a drawing of the server may have been begun before what this browser has settled since: a field that is
 * settled here stands open in it, or is not there yet. Only a drawing asked for afterwards can tell whether somebody
 * else opened it again.
 */
export function isOlderDrawing(shown: readonly FieldView[], drawn: readonly FieldView[]): boolean {
  const open = new Map(drawn.map((field) => [field.id, field.status === "suggested"]));
  return shown.some((field) => field.status !== "suggested" && (open.get(field.id) ?? true));
}
