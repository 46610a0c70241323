import { Bell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { placeOfNotice, wordsOfNotice } from "@/contracts/notice-words";
import { NOTIFICATION_LISTS } from "@/contracts/views/notification";
import { currentActor, queries } from "@/runtime/next";
import { PagesOf } from "@/ui/exchange/pages-of";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { NotificationList } from "@/ui/notification/notification-list";
import { ReadAll } from "@/ui/notification/read-all";
import { Button } from "@/ui/parts/button";
import { Count } from "@/ui/parts/count";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

const ROWS = 50;

interface Props {
  readonly searchParams: Promise<{ readonly list?: string; readonly cursor?: string }>;
}

/** What the person is told: what they have not read, or everything. */
export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = await searchParams;
  const here = NOTIFICATION_LISTS.find((each) => each === asked.list) ?? "unread";
  const options = { limit: ROWS, list: here, ...(asked.cursor ? { cursor: asked.cursor } : {}) };
  const [listed, unread] = await Promise.all([
    queries().listNotifications(actor, options),
    queries().countUnread(actor),
  ]);
  if (!listed.ok || !unread.ok) notFound();
  const t = await getTranslations("notifications");
  const language = (await getLocale()) === "zh" ? "zh" : "en";
  const { rows, nextCursor } = listed.value;
  return (
    <div className="flex max-w-4xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t("lead")}{" "}
            <Link href="/account#notifications" className="text-accent underline underline-offset-2">
              {t("toRules")}
            </Link>
          </>
        }
      >
        {unread.value > 0 ? <ReadAll /> : null}
      </PageHeader>
      <div className="border-b">
        <TabLinks
          label={t("lists")}
          tabs={NOTIFICATION_LISTS.map((list) => ({
            href: `/notifications?list=${list}`,
            label: t(`list.${list}`),
            isHere: list === here,
            mark: list === "unread" && unread.value > 0 ? <Count of={unread.value} /> : null,
          }))}
        />
      </div>
      {rows.length > 0 ? (
        <NotificationList
          rows={rows.map((row) => ({
            ...{ id: row.id, at: row.at, isRead: row.isRead, href: placeOfNotice(row) },
            ...wordsOfNotice(row, language),
          }))}
        />
      ) : (
        <EmptyState
          icon={Bell}
          words={t(here === "unread" ? "noneUnread" : "none")}
          action={
            <Button asChild look="quiet">
              <Link href={here === "unread" ? "/notifications?list=all" : "/account#notifications"}>
                {t(here === "unread" ? "showAll" : "toRules")}
              </Link>
            </Button>
          }
        />
      )}
      <PagesOf cursor={asked.cursor} nextCursor={nextCursor} filter={{ list: here }} />
    </div>
  );
}
