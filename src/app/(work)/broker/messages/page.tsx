import { Mail } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { beginningOf, wholeAddress } from "@/contracts/view-address";
import { MESSAGE_KINDS } from "@/contracts/views/exchange";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { MessageFilter } from "@/ui/exchange/message-filter";
import { MessageList } from "@/ui/exchange/message-list";
import { MessageTabs } from "@/ui/exchange/message-tabs";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange"))("title") };
}

const ROWS = 50;

interface Asked {
  readonly state?: string;
  readonly kind?: string;
  readonly search?: string;
  readonly cursor?: string;
}

interface Props {
  readonly searchParams: Promise<Asked>;
}

/** What went to the authority, by its state, its kind and its number. */
export default async function MessagesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = await searchParams;
  const { cursor } = asked;
  const views = await viewsOf(actor, "messages");
  const beginning = beginningOf(views, asked);
  if (beginning) redirect(beginning);
  const filter = filterOf(asked);
  const [listed, counts, channels] = await Promise.all([
    queries().listMessages(actor, { ...filter, limit: ROWS, ...(cursor ? { cursor } : {}) }),
    queries().countMessages(actor),
    queries().listChannels(actor),
  ]);
  if (!listed.ok || !counts.ok || !channels.ok) notFound();
  const t = await getTranslations("exchange");
  const { rows, nextCursor } = listed.value;
  const isNarrowed = Object.keys(filter).length > 0 || cursor !== undefined;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader title={t("title")} lead={t("lead")}>
        {channels.value.length > 0 ? (
          <Button asChild look="quiet">
            <Link href="/admin/channels">{t("channel")}</Link>
          </Button>
        ) : null}
      </PageHeader>
      <MessageTabs counts={counts.value} here={filter.state ?? "all"} all={wholeAddress("messages", {}, views)} />
      {rows.length > 0 || isNarrowed ? (
        <div className="flex flex-wrap items-end gap-3">
          <MessageFilter filter={filter} />
          <ListBar list="messages" views={views} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <MessageList key={cursor ?? ""} rows={rows} maySend={authorise(actor, "keep_messages").ok} />
      ) : (
        <Nothing
          isNarrowed={isNarrowed}
          hasChannel={channels.value.length > 0}
          mayOpen={authorise(actor, "keep_channel").ok}
        />
      )}
      <PageLinks nextCursor={nextCursor} isFirst={cursor === undefined} next={t("older")} />
    </div>
  );
}

/** What is no filter in the address filters nothing. */
function filterOf({ state: ofState, kind: ofKind, search }: Asked) {
  const state = EXCHANGE_STATES.find((each) => each === ofState);
  const kind = MESSAGE_KINDS.find((each) => each === ofKind);
  const words = typeof search === "string" ? search.trim().slice(0, 100) : "";
  return { ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(words ? { search: words } : {}) };
}

interface NothingProps {
  readonly isNarrowed: boolean;
  readonly hasChannel: boolean;
  readonly mayOpen: boolean;
}

async function Nothing({ isNarrowed, hasChannel, mayOpen }: NothingProps) {
  const t = await getTranslations("exchange");
  const [words, href, act] = isNarrowed
    ? (["nothing", "/broker/messages", "showAll"] as const)
    : hasChannel
      ? (["empty", "/broker/shipments", "toShipments"] as const)
      : mayOpen
        ? (["noChannel", "/admin/channels", "openChannel"] as const)
        : (["noChannelAsk", "/broker/shipments", "toShipments"] as const);
  return (
    <EmptyState
      icon={Mail}
      words={t(words)}
      action={
        <Button asChild look="quiet">
          <Link href={href}>{t(act)}</Link>
        </Button>
      }
    />
  );
}
