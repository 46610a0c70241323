import { FileBadge } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { WorkbookList } from "@/ui/aeo/workbook-list";
import { CreditTabs } from "@/ui/credit/credit-tabs";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook"))("applications") };
}

export default async function ApplicationsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().listApplications(actor);
  if (!found.ok) notFound();
  const t = await getTranslations("workbook");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("applications")} lead={t("applicationsLead")} />
      <CreditTabs here="applications" />
      {found.value.length === 0 ? (
        <EmptyState icon={FileBadge} words={t("noApplications")} />
      ) : (
        <WorkbookList rows={found.value} base="/admin/aeo/applications" />
      )}
    </div>
  );
}
