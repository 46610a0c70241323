import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor } from "@/runtime/next";
import { OriginForm } from "@/ui/origin/origin-form";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("origin"))("title") };
}

export default async function OriginPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "read").ok) notFound();
  const t = await getTranslations("origin");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <OriginForm />
    </div>
  );
}
