"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";

/** Changes what is given of a channel, and says what was done or why not; gives whether it was done. */
export function useChannel(channelId: string) {
  const router = useRouter();
  const send = (path: string, method: "PATCH" | "POST", done: string, json?: unknown): Promise<boolean> =>
    api(`/channels/${channelId}${path}`, { method, ...(json ? { json } : {}) }).then(
      () => {
        toast.success(done);
        router.refresh();
        return true;
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
        return false;
      },
    );
  return {
    change: (terms: Readonly<Record<string, unknown>>, done: string) => send("", "PATCH", done, terms),
    compare: (done: string) => send("/reconciliation", "POST", done),
  };
}
