import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, releasedShipments } from "@/runtime/next";
import { PageHeader } from "@/ui/parts/page-header";
import { PassportForm } from "@/ui/passport/passport-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passport"))("new") };
}

/** A passport that is begun. */
export default async function NewPassportPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "keep_passports").ok) notFound();
  const t = await getTranslations("passport");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("new")} lead={t("newLead")} />
      <PassportForm passport={null} shipments={await releasedShipments(actor)} />
    </div>
  );
}
