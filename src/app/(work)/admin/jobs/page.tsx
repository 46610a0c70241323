import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { PageHeader } from "@/ui/parts/page-header";
import { JobList } from "@/ui/work/job-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

export default async function JobsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const jobs = await queries().listJobs(actor, { limit: 100 });
  if (!jobs.ok) notFound();
  const t = await getTranslations("jobs");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <JobList rows={jobs.value.rows} />
    </div>
  );
}
