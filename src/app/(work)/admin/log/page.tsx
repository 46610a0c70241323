import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { LogStanding } from "@/ui/log/log-standing";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** The transparency log: what is published, who witnesses it, and what must not happen and did. */
export default async function LogPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const standing = await queries().getLogStanding(actor);
  if (!standing.ok) notFound();
  const t = await getTranslations("log");
  return (
    <div className="flex max-w-5xl flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <LogStanding standing={standing.value} canResolve={authorise(actor, "resolve_incident").ok} />
    </div>
  );
}
