import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor } from "@/runtime/next";
import { ClassifyPage } from "@/ui/classification/classify-page";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classification"))("title") };
}

export default async function Classify() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "read").ok) notFound();
  const t = await getTranslations("classification");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClassifyPage />
    </div>
  );
}
