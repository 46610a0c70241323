"use client";

import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { countWords } from "@/contracts/views/scalars";
import { api } from "@/ui/parts/api-client";
import { Tooltip } from "@/ui/parts/tooltip";
import { useBell } from "./live";

const MOST_SHOWN = 99;

/** How much the person has not read, while it changes, and the way to it. */
export function Bell({ unread: drawn }: { readonly unread: number }) {
  const t = useTranslations("shell");
  const [unread, setUnread] = useState(drawn);
  useEffect(() => setUnread(drawn), [drawn]);
  // Who cannot be reached now is asked again by the next ring.
  useBell(() => {
    api<{ unread: number }>("/notifications/count").then(
      (count) => setUnread(count.unread),
      () => undefined,
    );
  });
  const words = unread > 0 ? t("unread", { count: countWords(unread) }) : t("notifications");
  return (
    <Tooltip words={words}>
      <Link
        href="/notifications"
        aria-label={words}
        className="relative inline-flex size-8 shrink-0 items-center justify-center rounded-md text-text hover:bg-raised"
      >
        <BellIcon aria-hidden className="size-4" strokeWidth={1.75} />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute right-0 top-0 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[10px] font-semibold leading-none text-accent-text"
          >
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        ) : null}
        <span role="status" className="sr-only">
          {unread > 0 ? words : ""}
        </span>
      </Link>
    </Tooltip>
  );
}
