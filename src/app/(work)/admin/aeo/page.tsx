import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTimeZone, getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { beginningOf } from "@/contracts/view-address";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { AeoImport } from "@/ui/credit/aeo-import";
import { AeoProposal } from "@/ui/credit/aeo-proposal";
import { CreditTabs } from "@/ui/credit/credit-tabs";
import { PendingProposals } from "@/ui/credit/pending-proposals";
import { WhitelistTable } from "@/ui/credit/whitelist-table";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { EndingList } from "@/ui/permit/ending-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aeo"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

const ROWS = 100;

export default async function AeoPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "propose_aeo").ok) notFound();
  const t = await getTranslations("aeo");
  const lists = await getTranslations("lists");
  const asked = await searchParams;
  const views = await viewsOf(actor, "whitelist");
  const beginning = beginningOf(views, asked);
  if (beginning) redirect(beginning);
  const { cursor } = asked;
  const { rows, nextCursor } = await queries().listAeo(actor, { limit: ROWS, ...(cursor ? { cursor } : {}) });
  const endings = await queries().listEndings(actor);
  const pending = rows.filter((row) => row.state === "proposed");
  const entries = rows.filter((row) => row.state !== "proposed");
  // The Swedish way of writing a date is that of ISO 8601.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: await getTimeZone() }).format(new Date());
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        <AeoImport />
        <AeoProposal />
      </PageHeader>
      <CreditTabs here="register" />
      {pending.length > 0 ? (
        <Section title={t("pending", { count: pending.length })}>
          <PendingProposals rows={pending} today={today} />
        </Section>
      ) : null}
      {endings.ok ? <EndingList endings={endings.value} /> : null}
      {rows.length === 0 ? (
        <EmptyState icon={ShieldCheck} words={t("empty")} action={<AeoProposal />} />
      ) : (
        <Section title={t("entries")}>
          <div className="flex flex-col gap-2">
            <ListBar list="whitelist" views={views} />
            <WhitelistTable rows={entries} today={today} />
            <PageLinks nextCursor={nextCursor} isFirst={cursor === undefined} next={lists("older")} />
          </div>
        </Section>
      )}
    </div>
  );
}
