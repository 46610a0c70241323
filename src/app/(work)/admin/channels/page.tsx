import { Radio } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { services } from "@/runtime/container";
import { currentActor, queries } from "@/runtime/next";
import { ChannelCard } from "@/ui/exchange/channel-card";
import { OpenChannel } from "@/ui/exchange/channel-dialogs";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange"))("channels.title") };
}

/** How the messages of a broker reach an authority: for its admin to keep, and for who declares to read. */
export default async function ChannelsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const listed = await queries().listChannels(actor);
  if (!listed.ok) notFound();
  const t = await getTranslations("exchange.channels");
  const mayAct = authorise(actor, "keep_channel").ok;
  const hasSimulator = services().exchange.simulated !== null;
  const isInForce = listed.value.some(({ state }) => state === "in_force");
  return (
    <div className="flex max-w-5xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t("lead")} {mayAct ? null : t("cannot")}{" "}
            <Link href="/broker/messages" className="text-accent underline underline-offset-2">
              {t("toMessages")}
            </Link>
          </>
        }
      >
        {mayAct && listed.value.length > 0 && !isInForce ? <OpenChannel hasSimulator={hasSimulator} /> : null}
      </PageHeader>
      {listed.value.length === 0 ? (
        <EmptyState
          icon={Radio}
          words={t("empty")}
          action={
            mayAct ? (
              <OpenChannel hasSimulator={hasSimulator} />
            ) : (
              <Button asChild look="quiet">
                <Link href="/broker/messages">{t("toMessages")}</Link>
              </Button>
            )
          }
        />
      ) : (
        listed.value.map((channel) => <ChannelCard key={channel.id} channel={channel} mayAct={mayAct} />)
      )}
    </div>
  );
}
