"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { SessionView } from "@/contracts/views/people";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Instant } from "@/ui/parts/instant";

/** A session with the words for its browser. */
export interface NamedSession extends SessionView {
  readonly browser: string | null;
  readonly isPhone: boolean;
}

/** Where the person is signed in; the others can be ended one by one. */
export function Sessions({ sessions }: { readonly sessions: readonly NamedSession[] }) {
  const t = useTranslations("account");
  const router = useRouter();
  const end = (id: string) =>
    api(`/me/sessions/${id}`, { method: "DELETE" }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <ul className="divide-y rounded-md border bg-panel">
      {sessions.map((session) => {
        const Icon = session.isPhone ? Smartphone : Monitor;
        return (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2.5">
            <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
            <div className="min-w-0 flex-1">
              <p className="text-sm font-medium">{session.browser ?? t("unknownBrowser")}</p>
              <p className="text-xs text-muted">
                {session.ipAddress ? `${session.ipAddress} · ` : ""}
                {t("since")} <Instant at={session.createdAt} /> · {t("lastSeen")} <Instant at={session.lastSeenAt} />
              </p>
            </div>
            {session.isCurrent ? (
              <span className="text-sm font-medium text-green">✓ {t("thisOne")}</span>
            ) : (
              <Button size="small" look="quiet" onClick={() => void end(session.id)}>
                {t("end")}
                <span className="sr-only"> {session.browser ?? t("unknownBrowser")}</span>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
