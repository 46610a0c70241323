import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";
import { AgreementTable } from "@/ui/review/agreement-table";
import { PolicyForm } from "@/ui/review/policy-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("quality.title") };
}

export default async function QualityPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const quality = await queries().getReviewQuality(actor);
  const policy = await queries().getReviewPolicy(actor);
  if (!quality.ok || !policy.ok) notFound();
  const t = await getTranslations("review");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("quality.title")} lead={t("quality.lead")}>
        <Button asChild look="quiet">
          <a href="/api/v1/review-quality.csv" download>
            {t("quality.csv")}
          </a>
        </Button>
      </PageHeader>
      <Section title={t("quality.agreement")}>
        <AgreementTable quality={quality.value} />
      </Section>
      <Section title={t("policy.title")}>
        <PolicyForm policy={policy.value} />
      </Section>
    </div>
  );
}
