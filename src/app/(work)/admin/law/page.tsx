import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { BasketTable } from "@/ui/law/basket-table";
import { NewBasket } from "@/ui/law/new-basket";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("law"))("title") };
}

export default async function LawPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().listLawBaskets(actor, { limit: 200 });
  if (!found.ok) notFound();
  const t = await getTranslations("law");
  const { rows } = found.value;
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        <NewBasket />
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState icon={Scale} words={t("empty")} action={<NewBasket />} />
      ) : (
        <BasketTable rows={rows} />
      )}
    </div>
  );
}
