"use client";

import { api } from "@/ui/parts/api-client";

/** Marks notifications as read: these, or all. */
export function markRead(ids: readonly string[] | "all"): Promise<unknown> {
  return api("/notifications/reading", { method: "POST", json: { ids } });
}
