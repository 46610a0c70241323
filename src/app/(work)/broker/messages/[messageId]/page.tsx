import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { MessageFacts, MessageVersions } from "@/ui/exchange/message-facts";
import { MessageState } from "@/ui/exchange/message-state";
import { MessageStory } from "@/ui/exchange/message-story";
import { MissingFacts } from "@/ui/exchange/missing-facts";
import { NextStep } from "@/ui/exchange/next-step";
import { RawView } from "@/ui/exchange/raw-view";
import { ResendMessage } from "@/ui/exchange/resend-message";
import { RuleContested } from "@/ui/exchange/rule-contested";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange"))("title") };
}

interface Props {
  readonly params: Promise<{ readonly messageId: string }>;
}

/** One message: where it stands, what has to be done about it, and everything that happened to it. */
export default async function MessagePage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().getMessage(actor, (await params).messageId);
  if (!found.ok || found.value === null) notFound();
  const message = found.value;
  const t = await getTranslations("exchange");
  const mayAct = authorise(actor, "keep_messages").ok;
  const isNewest = message.versions.at(-1)?.id === message.id;
  const { shipment, faults, contested } = message;
  return (
    <div className="flex flex-col gap-5 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader
        title={<span className="break-all">{message.number}</span>}
        lead={
          <>
            {t(`kind.${message.kind}`)} · {t("version", { version: message.version })} ·{" "}
            <Link
              href={`/broker/shipments/${shipment.id}?tab=messages`}
              className="text-accent underline underline-offset-2"
            >
              {shipment.reference}
            </Link>{" "}
            ·{" "}
            <Link href="/broker/messages" className="text-accent underline underline-offset-2">
              {t("toList")}
            </Link>
          </>
        }
      >
        {mayAct && isNewest && message.state === "failed" ? <ResendMessage messageId={message.id} /> : null}
      </PageHeader>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <MessageState state={message.state} status={message.status} meaning={message.meaning} />
        <span data-testid="next-step">
          <NextStep message={message} />
        </span>
      </p>
      {message.state === "failed" && faults.length > 0 ? (
        <MissingFacts shipmentId={shipment.id} faults={faults} mayAct={mayAct} />
      ) : null}
      {message.state === "contested" && contested ? (
        <RuleContested messageId={message.id} contested={contested} answers={message.answers} mayAct={mayAct} />
      ) : null}
      <MessageStory message={message} />
      <MessageFacts message={message} />
      <MessageVersions message={message} />
      <Section title={t("raw.title")}>
        <p className="mb-2 text-sm text-muted">{t(message.sha256 ? "raw.lead" : "raw.none")}</p>
        {message.sha256 ? <RawView path={`/messages/${message.id}/content`} words={t("raw.show")} /> : null}
      </Section>
    </div>
  );
}
