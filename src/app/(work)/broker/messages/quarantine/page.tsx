import { MailQuestion } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { MessageTabs } from "@/ui/exchange/message-tabs";
import { PagesOf } from "@/ui/exchange/pages-of";
import { QuarantineList } from "@/ui/exchange/quarantine-list";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange"))("quarantine.title") };
}

const ROWS = 50;

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

/** Answers of the authority that wait for a person. */
export default async function QuarantinePage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor } = await searchParams;
  const [listed, counts] = await Promise.all([
    queries().listQuarantine(actor, { limit: ROWS, ...(cursor ? { cursor } : {}) }),
    queries().countMessages(actor),
  ]);
  if (!listed.ok || !counts.ok) notFound();
  const t = await getTranslations("exchange");
  const { rows, nextCursor } = listed.value;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader title={t("quarantine.title")} lead={t("quarantine.lead")} />
      <MessageTabs counts={counts.value} here="quarantine" />
      {rows.length > 0 ? (
        <QuarantineList rows={rows} mayAct={authorise(actor, "keep_messages").ok} />
      ) : (
        <EmptyState
          icon={MailQuestion}
          words={t("quarantine.empty")}
          action={
            <Button asChild look="quiet">
              <Link href="/broker/messages">{t("toList")}</Link>
            </Button>
          }
        />
      )}
      <PagesOf cursor={cursor} nextCursor={nextCursor} filter={{}} />
    </div>
  );
}
