import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, passportOf, releasedShipments } from "@/runtime/next";
import { PageHeader } from "@/ui/parts/page-header";
import { PassportForm } from "@/ui/passport/passport-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passport"))("change") };
}

interface Props {
  readonly params: Promise<{ readonly passportId: string }>;
}

/** A draft of a passport that is changed; what was issued is not. */
export default async function ChangePassportPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const passport = await passportOf(actor, (await params).passportId);
  if (!passport) notFound();
  if (passport.state !== "draft") redirect(`/broker/passports/${passport.id}`);
  const t = await getTranslations("passport");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("change")} lead={passport.name} />
      <PassportForm passport={passport} shipments={await releasedShipments(actor)} />
    </div>
  );
}
