"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Instant } from "@/ui/parts/instant";
import { Tooltip } from "@/ui/parts/tooltip";
import { markRead } from "./mark-read";

interface Row {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
  /** ISO 8601. */
  readonly at: string;
  readonly isRead: boolean;
}

/** What happened, the newest first: each leads to its subject, and who follows it has read it. */
export function NotificationList({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("notifications");
  const router = useRouter();
  const read = (id: string) =>
    markRead([id]).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <ul aria-label={t("title")} className="flex flex-col divide-y rounded-md border bg-panel">
      {rows.map(({ id, title, detail, href, at, isRead }) => (
        <li key={id} className="relative flex items-start gap-3 px-3 py-2.5 hover:bg-raised/70">
          <span
            aria-hidden
            className={cn("mt-1.5 size-2 shrink-0 rounded-full", isRead ? "border border-line-strong" : "bg-accent")}
          />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <Link
                href={href}
                onClick={() => {
                  if (!isRead) void read(id);
                }}
                className={cn("break-words no-underline after:absolute after:inset-0", isRead ? "" : "font-medium")}
              >
                {isRead ? null : <span className="sr-only">{t("isUnread")} </span>}
                {title}
              </Link>
              <Instant at={at} className="whitespace-nowrap text-xs text-muted sm:ml-auto" />
            </div>
            <p className="text-sm text-muted">{detail}</p>
          </div>
          {isRead ? null : (
            <Tooltip words={t("read")}>
              <Button
                look="bare"
                size="tiny"
                className="relative z-10"
                aria-label={t("readOne", { title })}
                onClick={() => void read(id)}
              >
                <Check aria-hidden />
              </Button>
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  );
}
