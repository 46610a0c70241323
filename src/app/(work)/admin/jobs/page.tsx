import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { JobList } from "@/ui/account/job-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

export default async function JobsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("jobs");
  const { rows } = await queries().listJobs(actor, { limit: 100 });
  return (
    <div className="px-4 py-6 md:px-6">
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mb-4 text-muted">{t("lead")}</p>
      <JobList rows={rows} />
    </div>
  );
}
