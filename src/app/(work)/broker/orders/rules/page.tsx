import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countWords } from "@/contracts/views/scalars";
import { currentActor, queries } from "@/runtime/next";
import { RulePivot } from "@/ui/order/rule-pivot";
import { Alert } from "@/ui/parts/alert";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("pivot.title") };
}

export default async function OrdersByRule() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const pivot = await queries().getOrderPivot(actor);
  if (!pivot.ok) notFound();
  const t = await getTranslations("orders");
  const toList = <Link href="/broker/orders">{t("toList")}</Link>;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("pivot.title")} lead={t("pivot.lead")}>
        {toList}
      </PageHeader>
      {pivot.value.contested > 0 ? (
        <Alert tone="warning">
          {t("pivot.contested", { count: pivot.value.contested, shown: countWords(pivot.value.contested) })}
        </Alert>
      ) : null}
      {pivot.value.rules.length === 0 ? (
        <EmptyState icon={ListChecks} words={t("pivot.empty")} action={toList} />
      ) : (
        <RulePivot rules={pivot.value.rules} />
      )}
    </div>
  );
}
