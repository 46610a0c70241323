import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { BenefitHistory } from "@/ui/credit/benefit-history";
import { BenefitProposal } from "@/ui/credit/benefit-proposal";
import { BenefitTable } from "@/ui/credit/benefit-table";
import { CreditTabs } from "@/ui/credit/credit-tabs";
import { SchemeList } from "@/ui/credit/scheme-list";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credit"))("worth") };
}

export default async function BenefitsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().getCreditPolicy(actor);
  if (!found.ok) notFound();
  const t = await getTranslations("credit");
  const { inForce, policies, schemes, partners, day } = found.value;
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("worth")} lead={t("worthLead")}>
        {inForce && authorise(actor, "propose_aeo").ok ? <BenefitProposal inForce={inForce} day={day} /> : null}
      </PageHeader>
      <CreditTabs here="benefits" />
      {inForce ? (
        <Section
          title={t("inForce", { day: inForce.effectiveFrom })}
          aside={t("version", { version: inForce.version })}
        >
          <BenefitTable {...inForce} />
          {inForce.sources.some(({ of }) => of === "all") ? (
            <p className="mt-2 text-xs text-muted">{inForce.sources.map(({ citation }) => citation).join(" · ")}</p>
          ) : null}
        </Section>
      ) : null}
      {policies.length > 0 ? (
        <Section title={t("history")}>
          <BenefitHistory policies={policies} />
        </Section>
      ) : null}
      <SchemeList schemes={schemes} partners={partners} />
    </div>
  );
}
