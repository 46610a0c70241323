import { FileBadge } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { OpenWorkbook } from "@/ui/aeo/open-workbook";
import { WorkbookList } from "@/ui/aeo/workbook-list";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook"))("title") };
}

const CLOSED = ["approved", "rejected", "reviewed"];

export default async function WorkbooksPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().listWorkbooks(actor);
  if (!found.ok) notFound();
  const t = await getTranslations("workbook");
  const rows = found.value;
  const isFree = rows.every(({ state }) => CLOSED.includes(state));
  const certificate = rows.find(({ state }) => state === "approved");
  const opening = isFree ? (
    <OpenWorkbook {...(certificate ? { review: { id: certificate.id, number: certificate.number } } : {})} />
  ) : null;
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        {opening}
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState icon={FileBadge} words={t("empty")} />
      ) : (
        <WorkbookList rows={rows} base="/broker/aeo" />
      )}
    </div>
  );
}
