import { Download, HandCoins } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { CreditTabs } from "@/ui/credit/credit-tabs";
import { FlagTable } from "@/ui/credit/flag-table";
import { UseTable } from "@/ui/credit/use-table";
import { PageLinks } from "@/ui/list/page-links";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credit"))("uses") };
}

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

export default async function UsesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor } = await searchParams;
  const uses = await queries().listBenefitUses(actor, { limit: 50, ...(cursor ? { cursor } : {}) });
  const flags = await queries().listCreditFlags(actor, { limit: 20 });
  if (!uses.ok || !flags.ok) notFound();
  const t = await getTranslations("credit");
  const lists = await getTranslations("lists");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("uses")} lead={t("usesLead")}>
        <Button asChild look="quiet">
          <a href="/api/v1/credit/uses.csv" download>
            <Download aria-hidden />
            CSV
          </a>
        </Button>
      </PageHeader>
      <CreditTabs here="uses" />
      {flags.value.rows.length > 0 ? (
        <Section title={t("flags")}>
          <FlagTable rows={flags.value.rows} />
        </Section>
      ) : null}
      {uses.value.rows.length === 0 ? (
        <EmptyState icon={HandCoins} words={t("noUses")} />
      ) : (
        <Section title={t("uses")}>
          <div className="flex flex-col gap-2">
            <UseTable rows={uses.value.rows} />
            <PageLinks nextCursor={uses.value.nextCursor} isFirst={cursor === undefined} next={lists("older")} />
          </div>
        </Section>
      )}
    </div>
  );
}
